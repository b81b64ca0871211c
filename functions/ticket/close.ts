import type { Request } from '#functions/http/request.ts';
import { answering, asked, type CommandDeps, nothingMore, perform } from '#functions/interview/perform.ts';
import { unsealing } from '#functions/interview/unsealing.ts';
import type { StaffActor } from '#functions/ports.ts';
import { messageNote } from './messages.ts';

/** HR answers a request for good; what granting it does to the interview happens in the same transaction. */
export async function close(deps: CommandDeps, request: Request<'ticket.close', StaffActor>) {
  const { actor, params, input } = request;
  const { userId: by } = actor;
  const { ticketId } = params;
  const { operationId, text, resolution, fault, hours, extraTime } = input;
  const at = deps.clock.now().toISOString();
  return answering(
    perform(deps, {
      ...asked('ticket.close', request),
      async prepare(state) {
        const drafts = await deps.interviews.drafts(actor.company, state.interviewId, state.attempt);
        return {
          command: { type: 'closeTicket', by, ticketId, resolution, fault, hours, extraTime },
          drafts: (after) => unsealing(state, after, drafts),
          ...(text === undefined
            ? {}
            : { notes: [messageNote(ticketId, operationId, { by: 'staff', userId: by, text, at })] }),
        };
      },
      answer: nothingMore,
    }),
  );
}
