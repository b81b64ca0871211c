import { useDidShow } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { endings } from './state/device.ts';
import './app.scss';

function App({ children }: PropsWithChildren) {
  useDidShow(() => endings.wake());
  return children;
}

export default App;
