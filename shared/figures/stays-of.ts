import type { InterviewState } from '../interview/state.ts';
import type { Step } from './facts.ts';
import { hiredAt, isPassOutcome } from './hired.ts';
import type { FunnelStage } from './names.ts';
import { lossOf } from './steps-of.ts';

/** Somebody's time in a stage. `to`: when it ended; null while they wait. */
export type Stay = { stage: FunnelStage; from: string; to: string | null; end: 'on' | 'lost' | 'waiting' };

type Decision = { outcome: string; at: string };

/** What was decided and stands, the first one first. */
function decisionsOf({ status, outcome, decidedAt, hiring }: InterviewState): Decision[] {
  if (status !== 'evaluated' || outcome === null || decidedAt === null) return [];
  return [...hiring.prior.map((one) => ({ outcome: one.outcome, at: one.decidedAt })), { outcome, at: decidedAt }];
}

const passes = (outcome: string): boolean => isPassOutcome(outcome as InterviewState['outcome']);

/** The stages somebody was in, each with its time; the last one may still run. Nobody is in two at once. */
export function staysOf(steps: readonly Step[]): Stay[] {
  const last = steps.at(-1);
  if (last === undefined) return [];
  const state = last.after;
  const lost = lossOf(state, steps) !== null;
  const lostAt = lostWhen(state, steps);
  const open = (stage: FunnelStage, from: string): Stay =>
    lost ? { stage, from, to: lostAt, end: 'lost' } : { stage, from, to: null, end: 'waiting' };
  const on = (stage: FunnelStage, from: string, to: string): Stay => ({ stage, from, to, end: 'on' });
  if (state.startedAt === null) return [open('to_start', state.invitedAt)];
  const stays = [on('to_start', state.invitedAt, state.startedAt)];
  if (state.status !== 'submitted' && state.status !== 'evaluated')
    return [...stays, open('interview', state.startedAt)];
  const ended = state.endedAt ?? state.startedAt;
  stays.push(on('interview', state.startedAt, ended));
  const decisions = decisionsOf(state);
  const [first] = decisions;
  if (first === undefined) return [...stays, open('review', ended)];
  if (!passes(first.outcome)) return [...stays, { stage: 'review', from: ended, to: first.at, end: 'lost' }];
  stays.push(on('review', ended, first.at));
  decisions.forEach((one, at) => {
    if (one.outcome !== 'second_interview') return;
    const next = decisions[at + 1];
    if (next === undefined) stays.push(open('second', one.at));
    else stays.push({ stage: 'second', from: one.at, to: next.at, end: passes(next.outcome) ? 'on' : 'lost' });
  });
  const { outcome, decidedAt, hiring } = state;
  const hired = hiredAt(state);
  if (outcome === 'offer' && decidedAt !== null)
    stays.push(hired === null ? open('offer', decidedAt) : on('offer', decidedAt, hired));
  if (hired !== null)
    stays.push(hiring.joinedAt === null ? open('onboarding', hired) : on('onboarding', hired, hiring.joinedAt));
  return stays;
}

/** When the way ended: by the last step that could end it. */
function lostWhen(state: InterviewState, steps: readonly Step[]): string {
  const { hiring, endedAt, decidedAt } = state;
  if (hiring.closure?.choice === 'pool')
    return steps.findLast(({ event }) => event.type === 'closure_answered')?.event.at ?? hiring.closure.at;
  if (state.status === 'evaluated') return hiring.offer?.answeredAt ?? decidedAt ?? state.invitedAt;
  return endedAt ?? state.invitedAt;
}
