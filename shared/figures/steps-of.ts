import type { InterviewState } from '../interview/state.ts';
import type { Step } from './facts.ts';
import { isPassOutcome } from './hired.ts';
import type { FunnelStep, Loss } from './names.ts';

/** How far somebody came; who reached a step reached every one before it. */
export function stepOf({ status, startedAt, outcome, hiring }: InterviewState): FunnelStep {
  const decided = status === 'evaluated' && outcome !== null;
  if (hiring.joinedAt !== null) return 'joined';
  if (decided && (outcome === 'onboarding' || hiring.offer?.answer === 'accepted')) return 'accepted';
  if (decided && hiring.offer !== null) return 'offered';
  if (decided) return isPassOutcome(outcome) ? 'passed' : 'decided';
  if (status === 'submitted' || status === 'evaluated') return 'ended';
  return startedAt === null ? 'invited' : 'started';
}

/** Where the way ended, if it did. Who waits for a person instead of the AI has not lost theirs. */
export function lossOf({ status, outcome, hiring }: InterviewState, steps: readonly Step[]): Loss | null {
  if (hiring.joinedAt !== null) return null;
  if (hiring.closure?.choice === 'pool') return 'closed';
  switch (status) {
    case 'no_show':
      return 'no_show';
    case 'incomplete':
      return 'incomplete';
    case 'cancelled': {
      const last = steps.findLast(({ event }) => event.type === 'declined')?.event;
      return last?.type === 'declined' && last.data.reason === 'human_route' ? null : 'withdrawn';
    }
    case 'evaluated':
      if (outcome === 'reject') return 'rejected';
      if (outcome === 'pool') return 'pool';
      if (hiring.offer?.answer === 'declined') return 'offer_declined';
      return hiring.offer?.answer === 'lapsed' ? 'offer_lapsed' : null;
    default:
      return null;
  }
}
