import { useDidHide, useDidShow } from '@tarojs/taro';
import { useRef } from 'react';
import { useLeaving } from '#platform/leaving.ts';
import { call, serverTime } from '../../api/call.ts';
import type { InterviewView } from '../../state/room.ts';

/**
 * Tells that the interview was left for another app, and come back to; where the company asks for it and the candidate
 * agreed (the server knows, and says no otherwise). Context for a reader, never a score; what does not arrive is not kept.
 */
export function useObserved({ interviewId, attempt, behaviour }: InterviewView): void {
  const left = useRef<string>();
  const refused = useRef(!behaviour);
  const leave = () => {
    left.current ??= new Date(serverTime.now()).toISOString();
  };
  const comeBack = () => {
    const since = left.current;
    left.current = undefined;
    if (since === undefined || refused.current) return;
    const back = new Date(serverTime.now()).toISOString();
    const seen = [
      { kind: 'left_app' as const, at: since },
      { kind: 'came_back' as const, at: back },
    ];
    void call('interview.observe', { params: { interviewId }, input: { attempt, seen } }).then((answer) => {
      if (!answer.ok && answer.error.kind === 'refused') refused.current = true;
    });
  };
  useDidHide(leave);
  useDidShow(comeBack);
  useLeaving(leave, comeBack);
}
