import type { Request } from '#functions/http/request.ts';
import type { StaffActor } from '#functions/ports.ts';
import { closesAt } from '#shared/interview/windows.ts';
import { answering, asked, type CommandDeps, nothingMore, perform } from './perform.ts';
import { unsealing } from './unsealing.ts';

/** A mistaken end or a fault of ours: the same attempt goes on where it was. */
export async function reopen(deps: CommandDeps, request: Request<'interview.reopen', StaffActor>) {
  const { actor, input } = request;
  const { reason, hours } = input;
  return answering(
    perform(deps, {
      ...asked('interview.reopen', request),
      async prepare(state) {
        const drafts = await deps.interviews.drafts(actor.company, state.interviewId, state.attempt);
        return {
          command: { type: 'reopen', by: actor.userId, reason, hours },
          drafts: (after) => unsealing(state, after, drafts),
        };
      },
      answer: nothingMore,
    }),
  );
}

export async function extend(deps: CommandDeps, request: Request<'interview.extend', StaffActor>) {
  const { actor, input } = request;
  const { reason, hours } = input;
  return answering(
    perform(deps, {
      ...asked('interview.extend', request),
      prepare: async () => ({ command: { type: 'extend', by: actor.userId, reason, hours } }),
      answer: (after) => ({ closesAt: closesAt(after) }),
    }),
  );
}

export async function accommodate(deps: CommandDeps, request: Request<'interview.accommodate', StaffActor>) {
  const { actor, input } = request;
  return answering(
    perform(deps, {
      ...asked('interview.accommodate', request),
      prepare: async () => ({ command: { type: 'accommodate', by: actor.userId, extraTime: input.extraTime } }),
      answer: nothingMore,
    }),
  );
}
