import { useDidHide, useDidShow, useUnload } from '@tarojs/taro';
import { useEffect, useReducer, useRef } from 'react';
import { useLeaving } from '#platform/leaving.ts';
import { call } from '../../api/call.ts';
import { newOperationId } from '../../api/operation-id.ts';
import { endings, journal, uploads } from '../../state/device.ts';
import { takeOver } from '../../state/handover.ts';
import { monotonic } from '../../state/monotonic.ts';
import { watchOnline } from '../../state/online.ts';
import { createSitting, type Sitting } from '../../state/sitting.ts';
import { deviceTimers } from '../../state/timers.ts';

let last: Sitting | undefined;

/** The interview on this page: loads it, redraws on every change, saves when the page is hidden or closed. */
export function useSitting(interviewId: string): Sitting {
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const holder = useRef<Sitting>();
  if (!holder.current) {
    last?.leave();
    holder.current = createSitting({
      interviewId,
      opened: takeOver(interviewId),
      call,
      journal,
      endings,
      uploads,
      timers: deviceTimers,
      now: monotonic,
      newId: newOperationId,
      onChange: redraw,
    });
    last = holder.current;
  }
  const sitting = holder.current;
  const { room } = sitting;

  useEffect(() => {
    void room.load();
    const wakeAll = (online: boolean) => {
      if (!online) return;
      uploads.wake();
      room.wake();
    };
    const unwatch = [endings.subscribe(redraw), watchOnline(wakeAll)];
    return () => {
      for (const stop of unwatch) stop();
    };
  }, [room]);

  useDidShow(() => room.wake());
  useDidHide(() => sitting.hide());
  useUnload(() => sitting.close());
  useLeaving(
    () => sitting.hide(),
    () => room.wake(),
  );
  return sitting;
}
