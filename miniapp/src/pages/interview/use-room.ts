import { useDidHide, useDidShow, useUnload } from '@tarojs/taro';
import { useEffect, useReducer, useRef } from 'react';
import { useLeaving } from '#platform/leaving.ts';
import { call } from '../../api/call.ts';
import { newOperationId } from '../../api/operation-id.ts';
import { endings, journal } from '../../state/device.ts';
import { takeOver } from '../../state/handover.ts';
import { watchOnline } from '../../state/online.ts';
import { createRoom, type Room } from '../../state/room.ts';
import { deviceTimers } from '../../state/timers.ts';

let last: Room | undefined;

/** The interview on this page: loads it, redraws on every change, saves when the page is hidden or closed. */
export function useRoom(interviewId: string): Room {
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const holder = useRef<Room>();
  if (!holder.current) {
    last?.leave();
    holder.current = createRoom({
      interviewId,
      opened: takeOver(interviewId),
      call,
      journal,
      endings,
      timers: deviceTimers,
      newId: newOperationId,
      onChange: redraw,
    });
    last = holder.current;
  }
  const room = holder.current;

  useEffect(() => {
    void room.load();
    const unwatch = [endings.subscribe(redraw), watchOnline((online) => online && room.wake())];
    return () => {
      for (const stop of unwatch) stop();
    };
  }, [room]);

  useDidShow(() => room.wake());
  useDidHide(() => room.hide());
  useUnload(() => room.close());
  useLeaving(
    () => room.hide(),
    () => room.wake(),
  );
  return room;
}
