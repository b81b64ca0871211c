import type { InterviewState, Outcome } from '../interview/state.ts';

export const isPassOutcome = (outcome: Outcome | null): boolean =>
  outcome === 'second_interview' || outcome === 'offer' || outcome === 'onboarding';

/** When somebody became 待入职: the offer was accepted, or the decision itself said so. */
export function hiredAt({ outcome, decidedAt, hiring }: InterviewState): string | null {
  if (hiring.offer?.answer === 'accepted') return hiring.offer.answeredAt;
  return outcome === 'onboarding' ? decidedAt : hiring.joinedAt;
}
