import type { InterviewStatus } from '#shared/interview/state.ts';
import { Chip, type Tone } from '../../components/card.tsx';
import { copy } from '../../copy.ts';

/** Amber is what waits for a person of ours: unlike for the candidate, that is 待评估 and not 未完成. */
const toneOf = {
  invited: 'plain',
  scheduled: 'plain',
  in_progress: 'accent',
  no_show: 'amber',
  submitted: 'amber',
  incomplete: 'plain',
  evaluated: 'accent',
  cancelled: 'plain',
} as const satisfies Record<InterviewStatus, Tone>;

export function StateChip({ status }: { status: InterviewStatus }) {
  return <Chip tone={toneOf[status]}>{copy.statuses.interviewStatus[status]}</Chip>;
}
