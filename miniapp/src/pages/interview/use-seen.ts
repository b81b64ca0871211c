import { useDidHide, useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { useLeaving } from '#platform/leaving.ts';

/** Whether the page is before somebody's eyes. */
export function useSeen(): boolean {
  const [seen, setSeen] = useState(true);
  useDidShow(() => setSeen(true));
  useDidHide(() => setSeen(false));
  useLeaving(
    () => setSeen(false),
    () => setSeen(true),
  );
  return seen;
}
