import type { Request } from '#functions/http/request.ts';
import { type CommandDeps, nothingMore, perform } from '#functions/interview/perform.ts';
import type { Withdrawals } from '#functions/ports/consents.ts';
import type { CandidateActor } from '#functions/ports.ts';
import { ok } from '#shared/result.ts';

type Deps = CommandDeps & { withdrawals: Withdrawals };

/**
 * A consent is taken back, as easily as it was given. Without the one to the AI an interview that is open goes on with
 * people, which is an equal way; recordings that nobody agrees to any more go with the next look at what is kept.
 */
export async function withdraw(deps: Deps, { actor, input }: Request<'privacy.withdraw', CandidateActor>) {
  const { company, candidateId } = actor;
  const { purpose, operationId } = input;
  const withdrawnAt = await deps.withdrawals.put(company, candidateId, purpose, deps.clock.now().toISOString());
  if (purpose !== 'ai_evaluation') return ok({ purpose, withdrawnAt, leftToPeople: [] });
  const leftToPeople: string[] = [];
  for (const interviewId of await deps.interviews.ofCandidate(company, candidateId)) {
    const done = await perform(deps, {
      company,
      interviewId,
      mayAct: (state) => state.candidateId === candidateId,
      operation: { id: `${operationId}-${interviewId}`.slice(0, 64), name: 'privacy.withdraw', bodyHash: purpose },
      prepare: async ({ attempt, terms }) => ({
        command: { type: 'decline', by: candidateId, reason: 'human_route' },
        drafts: () =>
          attempt === 0 ? [] : terms.questionIds.map((questionId) => ({ op: 'close', attempt, questionId })),
      }),
      answer: nothingMore,
    });
    if (done.ok) leftToPeople.push(interviewId);
  }
  return ok({ purpose, withdrawnAt, leftToPeople });
}
