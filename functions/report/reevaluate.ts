import type { Request } from '#functions/http/request.ts';
import { answering, asked, type CommandDeps, nothingMore, perform } from '#functions/interview/perform.ts';
import type { StaffActor } from '#functions/ports.ts';

/** HR asks for a new version of the report; the one there is stays. While one is being made, that is the one. */
export function reevaluate(deps: CommandDeps, request: Request<'report.reevaluate', StaffActor>) {
  return answering(
    perform(deps, {
      ...asked('report.reevaluate', request),
      prepare: async () => ({ command: { type: 'askEvaluation', by: request.actor.userId, because: 'asked' } }),
      answer: nothingMore,
    }),
  );
}
