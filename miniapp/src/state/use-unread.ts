import { useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useState } from 'react';
import { call } from '../api/call.ts';

/** How many messages were not read yet; looked at anew each time the page is shown. */
export function useUnread(): number {
  const [unread, setUnread] = useState(0);
  const look = useCallback(async () => {
    const got = await call('message.list');
    if (got.ok) setUnread(got.value.unread);
  }, []);
  useEffect(() => void look(), [look]);
  useDidShow(() => void look());
  return unread;
}
