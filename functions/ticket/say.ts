import type { Request } from '#functions/http/request.ts';
import type { CandidateActor, Clock, Directory, Interviews, StaffActor } from '#functions/ports.ts';
import { limits } from '#shared/limits.ts';
import { ok, refuse } from '#shared/result.ts';
import { asMessage, messageNote, threadOf } from './messages.ts';

type Deps = { interviews: Interviews; directory: Directory; clock: Clock };

/** One more message in a thread that is open. The same operation id says it once. */
export async function say(
  deps: Deps,
  { actor, params, input }: Request<'ticket.say', CandidateActor> | Request<'ticket.answer', StaffActor>,
) {
  const { company } = actor;
  const { interviewId, ticketId } = params;
  const state = await deps.interviews.load(company, interviewId);
  const mine = actor.role !== 'candidate' || state?.candidateId === actor.candidateId;
  const ticket = state?.tickets.find((one) => one.ticketId === ticketId);
  if (!mine || ticket === undefined) return refuse({ code: 'not_found' as const });
  const said = await deps.interviews.notes(company, interviewId, threadOf(ticketId));
  const again = said.find(({ name }) => name.endsWith(`#${input.operationId}`));
  if (again !== undefined && again.value.text !== input.text) return refuse({ code: 'operation_conflict' as const });
  const by = actor.role === 'candidate' ? ('candidate' as const) : ('staff' as const);
  const userId = actor.role === 'candidate' ? actor.candidateId : actor.userId;
  const at = again === undefined ? deps.clock.now().toISOString() : String(again.value.at);
  const value = { by, userId, text: input.text, at };
  if (again === undefined) {
    if (ticket.closedAt !== null) return refuse({ code: 'ticket_closed' as const });
    if (said.length >= limits.ticketMessages) return refuse({ code: 'ticket_limit' as const });
    await deps.interviews.putNote(company, interviewId, messageNote(ticketId, input.operationId, value));
  }
  return ok(await asMessage(deps.directory, company, value));
}
