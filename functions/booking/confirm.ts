import type { Request } from '#functions/http/request.ts';
import { answering, asked, type CommandDeps, nothingMore, perform } from '#functions/interview/perform.ts';
import type { CandidateActor } from '#functions/ports.ts';

/** 「确认参加」 */
export async function confirm(deps: CommandDeps, request: Request<'booking.confirm', CandidateActor>) {
  return answering(
    perform(deps, {
      ...asked('booking.confirm', request),
      prepare: async () => ({ command: { type: 'confirm', by: request.actor.candidateId } }),
      answer: nothingMore,
    }),
  );
}
