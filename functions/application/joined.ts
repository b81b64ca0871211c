import type { Request } from '#functions/http/request.ts';
import { answering, asked, type CommandDeps, nothingMore, perform } from '#functions/interview/perform.ts';
import type { StaffActor } from '#functions/ports.ts';

/** 已入职 */
export async function joined(deps: CommandDeps, request: Request<'interview.joined', StaffActor>) {
  return answering(
    perform(deps, {
      ...asked('interview.joined', request),
      prepare: async () => ({ command: { type: 'join', by: request.actor.userId } }),
      answer: nothingMore,
    }),
  );
}

/** It was said by mistake: 待入职 again, and one fewer in post. */
export async function undoJoined(deps: CommandDeps, request: Request<'interview.undoJoined', StaffActor>) {
  return answering(
    perform(deps, {
      ...asked('interview.undoJoined', request),
      prepare: async () => ({ command: { type: 'undoJoin', by: request.actor.userId } }),
      answer: nothingMore,
    }),
  );
}
