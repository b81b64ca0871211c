import type { InterviewStatus } from '#shared/interview/state.ts';
import type { Move } from '#shared/training/moves.ts';
import type { Step } from './use-sandbox.ts';

/** Effects after which the candidate is no longer in the interview. */
const outside: readonly Move[] = ['menu_leave', 'close_window', 'power_off'];
const entering: readonly Move[] = ['start', 'come_back', 'begin_again'];

/** Whether the phone is offline, and the moves worth trying from here. */
export function movesNow(steps: Step[]): { offline: boolean; moves: Move[] } {
  let [inside, offline] = [false, false];
  for (const { move, effect } of steps) {
    if (move === null || effect === null || effect === 'not_now' || effect === 'refused') continue;
    if (entering.includes(move)) [inside, offline] = [true, false];
    if (outside.includes(move)) inside = false;
    if (move === 'network_cut') offline = true;
    if (move === 'network_back') offline = false;
  }
  const last = steps.at(-1);
  const status: InterviewStatus = last?.status ?? 'invited';
  const full = (last?.saved ?? 0) + (last?.onDevice ?? 0) >= (last?.asked ?? 0);
  return { offline, moves: movesIn(status, { inside, offline, full }) };
}

type Where = { inside: boolean; offline: boolean; full: boolean };

function movesIn(status: InterviewStatus, { inside, offline, full }: Where): Move[] {
  if (status === 'invited' || status === 'scheduled') return ['start', 'give_up', 'withdraw'];
  if (status === 'incomplete') return ['begin_again', 'give_up'];
  if (status !== 'in_progress') return ['give_up'];
  if (!inside)
    return ['come_back', 'begin_again', ...(offline ? (['network_back'] as const) : []), 'give_up', 'withdraw'];
  return [
    ...(full ? [] : (['answer'] as const)),
    'end',
    'menu_leave',
    'close_window',
    offline ? 'network_back' : 'network_cut',
    'power_off',
    'give_up',
    'withdraw',
  ];
}
