import type { Request } from '#functions/http/request.ts';
import type { StaffActor } from '#functions/ports.ts';
import { decide } from '#shared/interview/decide.ts';
import { refuse } from '#shared/result.ts';
import { heardElsewhere } from './heard-elsewhere.ts';
import { answering, asked, type CommandDeps, nothingMore, perform } from './perform.ts';

/** 「催一下」: the reminder is an event, and its message follows from it as from those that come by themselves. */
export async function remindOnceMore(deps: CommandDeps, request: Request<'interview.remind', StaffActor>) {
  const { actor, params } = request;
  const { company, userId: by } = actor;
  const wanted = asked('interview.remind', request);
  const state = await deps.interviews.load(company, params.interviewId);
  // What is refused for this interview anyway is refused for its own reason; what was answered before stays so.
  const alone = state !== undefined && decide(state, { type: 'remindAgain', by }, deps.clock.now()).ok;
  if (alone && !(await deps.operations.find(company, request.input.operationId))) {
    if ((await heardElsewhere(deps, company, state, deps.clock.now())) !== null) {
      return refuse({ code: 'reminded_lately' as const });
    }
  }
  return answering(
    perform(deps, { ...wanted, prepare: async () => ({ command: { type: 'remindAgain', by } }), answer: nothingMore }),
  );
}
