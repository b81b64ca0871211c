import type { Request } from '#functions/http/request.ts';
import type { CandidateActor } from '#functions/ports.ts';
import { answering, asked, type CommandDeps, nothingMore, perform } from './perform.ts';

/** The candidate withdraws, or asks for a person instead of the AI. The latter is an equal way and goes on with HR. */
export async function decline(deps: CommandDeps, request: Request<'interview.decline', CandidateActor>) {
  const { actor, input } = request;
  return answering(
    perform(deps, {
      ...asked('interview.decline', request),
      prepare: async ({ attempt, terms }) => ({
        command: { type: 'decline', by: actor.candidateId, reason: input.reason },
        drafts: () =>
          attempt === 0 ? [] : terms.questionIds.map((questionId) => ({ op: 'close', attempt, questionId })),
      }),
      answer: nothingMore,
    }),
  );
}
