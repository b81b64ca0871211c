import type { Interviews } from '#functions/ports.ts';
import { aheadOf } from '#shared/interview/ahead.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { plusHours } from '#shared/interview/windows.ts';
import { remindAgainHours } from '#shared/schedule/remind-again.ts';

/** When the same person was last reminded of another interview of theirs, within the hours; null where they were not. */
export async function heardElsewhere(
  { interviews }: { interviews: Interviews },
  company: string,
  state: InterviewState,
  now: Date,
): Promise<string | null> {
  const ids = (await interviews.ofCandidate(company, state.candidateId)).filter((id) => id !== state.interviewId);
  const others = await Promise.all(ids.map((id) => interviews.load(company, id)));
  const words = others
    .flatMap((one) => (one === undefined ? [] : (aheadOf(one)?.reminded ?? [])))
    .flatMap(({ at, outcome }) => (outcome === 'due' ? [at] : []))
    .sort();
  const last = words.at(-1);
  return last !== undefined && now < new Date(plusHours(last, remindAgainHours(state))) ? last : null;
}
