import Taro from '@tarojs/taro';
import { useEffect, useRef } from 'react';

/** Runs when the window takes another size: turned, or made smaller by a keyboard. */
export function useResized(run: () => void): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const look = () => latest.current();
    Taro.onWindowResize?.(look);
    return () => Taro.offWindowResize?.(look);
  }, []);
}
