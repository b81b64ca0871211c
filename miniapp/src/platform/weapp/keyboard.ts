import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';

/** Height of the keyboard over the page, in px; 0 when there is none. */
export function useKeyboardHeight(): number {
  const [height, setHeight] = useState(0);
  useEffect(() => {
    const listen = ({ height: now }: { height: number }) => setHeight(now);
    Taro.onKeyboardHeightChange?.(listen);
    return () => Taro.offKeyboardHeightChange?.(listen);
  }, []);
  return height;
}
