import { useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useState } from 'react';
import { call } from '../../api/call.ts';

/** How many requests of an interview wait for HR; looked at anew each time the page is shown. */
export function useRequests(interviewId: string | undefined): number {
  const [waiting, setWaiting] = useState(0);
  const look = useCallback(async () => {
    if (interviewId === undefined) return;
    const got = await call('interview.get', { params: { interviewId } });
    if (got.ok) setWaiting(got.value.tickets.filter(({ closedAt }) => closedAt === null).length);
  }, [interviewId]);
  useEffect(() => void look(), [look]);
  useDidShow(() => void look());
  return waiting;
}
