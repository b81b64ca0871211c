import type { Request } from '#functions/http/request.ts';
import type { CandidateActor } from '#functions/ports.ts';
import { draftNumber } from '#shared/interview/answer.ts';
import { answering, asked, type CommandDeps, nothingMore, perform } from './perform.ts';

/** Opens the first attempt: consents are recorded and every question gets an empty draft. */
export async function start(deps: CommandDeps, request: Request<'interview.start', CandidateActor>) {
  const { actor, input } = request;
  return answering(
    perform(deps, {
      ...asked('interview.start', request),
      prepare: async () => ({
        command: { type: 'start', by: actor.candidateId, consents: input.consents },
        drafts: ({ attempt, epoch, terms }) =>
          terms.questionIds.map((questionId) => ({ op: 'create', attempt, questionId, number: draftNumber(epoch, 0) })),
      }),
      answer: nothingMore,
    }),
  );
}
