import type { Request } from '#functions/http/request.ts';
import {
  answering,
  asked,
  type CommandDeps,
  nothingMore,
  perform,
  type Receipt,
} from '#functions/interview/perform.ts';
import type { StaffActor } from '#functions/ports.ts';
import { ok } from '#shared/result.ts';

const name = 'report.reevaluate';

/** HR asks for a new version of the report; the one there is stays. While one is being made, that is the one. */
export async function reevaluate(deps: CommandDeps, request: Request<'report.reevaluate', StaffActor>) {
  const { actor, input, bodyHash } = request;
  // While one is being made, asking decides nothing and would be answered with how things stand by then.
  const known = await deps.operations.find(actor.company, input.operationId);
  if (known?.name === name && known.bodyHash === bodyHash) return ok(known.answer as Receipt);
  return answering(
    perform(deps, {
      ...asked(name, request),
      prepare: async () => ({ command: { type: 'askEvaluation', by: actor.userId, because: 'asked' } }),
      answer: nothingMore,
    }),
  );
}
