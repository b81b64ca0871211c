import { useDidShow } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { ok } from '#shared/result.ts';
import { call } from '../api/call.ts';
import { isRefused } from '../api/call-error.ts';
import { endings } from './device.ts';
import { useLoaded } from './use-loaded.ts';
import { useOnChange } from './use-on-change.ts';
import { useOnline } from './use-online.ts';

/** My interviews, looked at anew each time the page is shown, an end is through, or the network is back. */
export function useInterviews() {
  const online = useOnline();
  const page = useLoaded(async () => {
    const listed = await call('interview.list');
    if (listed.ok) return ok(listed.value.interviews);
    // Nobody has signed in on this device yet: there is nothing to show, and that is no fault.
    return isRefused(listed.error, 'unauthenticated', 'login_failed') ? ok([]) : listed;
  });
  // What is on the screen stays there while there is no network.
  useOnChange(online, () => {
    if (online) page.reload();
  });
  const first = useRef(true);
  useDidShow(() => {
    if (!first.current) page.reload();
    first.current = false;
  });
  useEffect(() => endings.subscribe(page.reload), [page.reload]);
  return page;
}
