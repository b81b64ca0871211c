import type { InterviewCommand } from '#shared/interview/commands.ts';
import { correctionTargets } from '#shared/interview/correct.ts';
import { decide } from '#shared/interview/decide.ts';
import { evolve } from '#shared/interview/evolve.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { dueDifference } from '#shared/schedule/due-items.ts';
import { consents, type InterviewStore } from '#test/functions/adapters/dynamo/store.ts';
import type { Random } from '#test/functions/simulation/random.ts';

export type One = {
  company: string;
  ids: Record<'interviewId' | 'applicationId' | 'candidateId' | 'requisitionId' | 'positionId', string>;
};

/** What somebody may want of it next; most of it sensible. */
function commandFor(state: InterviewState, random: Random, now: Date): InterviewCommand {
  const by = state.candidateId;
  const activeAt = state.activeAt;
  const some = (share: number) =>
    Object.fromEntries(
      state.terms.questionIds
        .filter(() => random.chance(share))
        .map((id) => [id, { sent: ['答'], typing: '', done: true }]),
    );
  const correct = () => {
    const contents = some(0.9);
    return { type: 'correct' as const, by: 'usr_hr', to: random.pick(correctionTargets), contents, activeAt };
  };
  switch (state.status) {
    case 'in_progress':
      return random.pick<InterviewCommand>([
        { type: 'end', by, contents: some(1), activeAt: activeAt ?? now.toISOString() },
        { type: 'end', by, contents: some(0.5), activeAt: activeAt ?? now.toISOString() },
        { type: 'resume', by, activeAt: activeAt ?? now.toISOString() },
        correct(),
      ]);
    case 'submitted':
      return random.chance(0.75)
        ? { type: 'decide', by: 'usr_hr', outcome: random.pick(['second_interview', 'onboarding', 'reject'] as const) }
        : correct();
    case 'evaluated':
      return { type: 'undo', by: 'usr_hr' };
    case 'incomplete':
      return random.chance(0.6) ? { type: 'restart', by } : correct();
    default:
      return { type: 'start', by, consents };
  }
}

/** load → decide → commit, as the use cases do it; somebody else may be first. */
export async function command(store: InterviewStore, one: One, random: Random): Promise<boolean> {
  const state = await store.interviews.load(one.company, one.ids.interviewId);
  if (state === undefined) return false;
  const now = store.clock.now();
  const decision = decide(state, commandFor(state, random, now), now);
  if (!decision.ok || decision.value.length === 0) return false;
  const after = decision.value.reduce<InterviewState>(evolve, state);
  const change = {
    company: one.company,
    before: state,
    after,
    events: decision.value,
    due: dueDifference(state, after),
  };
  return (await store.interviews.commit(change)).ok;
}
