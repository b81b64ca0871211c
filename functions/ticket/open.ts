import type { Request } from '#functions/http/request.ts';
import { answering, asked, type CommandDeps, perform } from '#functions/interview/perform.ts';
import type { CandidateActor, Ids } from '#functions/ports.ts';
import { messageNote, transcriptNote } from './messages.ts';

/** A candidate asks HR for something; what they say is written in the transaction of the event. */
export async function open(deps: CommandDeps & { ids: Ids }, request: Request<'ticket.open', CandidateActor>) {
  const { actor, input } = request;
  const { candidateId: by } = actor;
  const ticketId = deps.ids.make('tkt');
  const { kind, category, text, operationId, corrections = [] } = input;
  const at = deps.clock.now().toISOString();
  return answering(
    perform(deps, {
      ...asked('ticket.open', request),
      prepare: async () => ({
        command: { type: 'openTicket', by, ticketId, kind, category },
        notes: [
          messageNote(ticketId, operationId, { by: 'candidate', userId: by, text, at }),
          ...corrections.map((one) => transcriptNote({ ticketId, ...one })),
        ],
      }),
      answer: () => ({ ticketId }),
    }),
  );
}
