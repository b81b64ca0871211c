import { useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useState } from 'react';
import { call } from '../api/call.ts';
import { badgeMine } from './tab-badge.ts';

/** How many messages were not read yet, here and on the tab of 我的; looked at anew each time the page is shown. */
export function useUnread(): number {
  const [unread, setUnread] = useState(0);
  const look = useCallback(async () => {
    const got = await call('message.list');
    if (!got.ok) return;
    setUnread(got.value.unread);
    void badgeMine(got.value.unread);
  }, []);
  useEffect(() => void look(), [look]);
  useDidShow(() => void look());
  return unread;
}
