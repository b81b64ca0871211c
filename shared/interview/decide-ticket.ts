import type { ErrorCode } from '../contract/errors.ts';
import { limits } from '../limits.ts';
import { ok, type Result, refuse } from '../result.ts';
import type { InterviewCommand } from './commands.ts';
import type { InterviewEvent } from './events.ts';
import { extended, reopened } from './grant.ts';
import type { InterviewState } from './state.ts';
import type { Ticket } from './ticket.ts';
import { isGrantable, mayAsk } from './ticket-kinds.ts';
import { pausedSince, plusHours } from './windows.ts';

type Decision = Result<InterviewEvent[], ErrorCode>;
type Command<T extends InterviewCommand['type']> = Extract<InterviewCommand, { type: T }>;

const hour = 3_600_000;
/** An accommodation where HR grants one without saying how much. */
const usualExtraTime = 1.5;

/** What a candidate asks and HR answers. A grant and what it does to the interview are one step. */
export function decideTicket(
  state: InterviewState,
  command: Command<'openTicket'> | Command<'closeTicket'>,
  now: Date,
): Decision {
  return command.type === 'openTicket' ? open(state, command, now) : close(state, command, now);
}

function open(state: InterviewState, { by, ticketId, kind, category }: Command<'openTicket'>, now: Date): Decision {
  if (!mayAsk(kind, state.status)) return refuse('ticket_not_now');
  if (state.tickets.some((one) => one.kind === kind && one.closedAt === null)) return refuse('ticket_open');
  if (state.tickets.length >= limits.tickets) return refuse('ticket_limit');
  return ok([{ v: 1, type: 'ticket_opened', at: now.toISOString(), by, data: { ticketId, kind, category } }]);
}

function close(state: InterviewState, command: Command<'closeTicket'>, now: Date): Decision {
  const ticket = state.tickets.find((one) => one.ticketId === command.ticketId);
  if (ticket === undefined) return refuse('not_found');
  if (ticket.closedAt !== null) return refuse('ticket_closed');
  const { by, ticketId, resolution, fault } = command;
  if (resolution === 'granted' && !(isGrantable(ticket.kind) && mayAsk(ticket.kind, state.status))) {
    return refuse('ticket_not_now');
  }
  const closed = {
    v: 1 as const,
    type: 'ticket_closed' as const,
    at: now.toISOString(),
    by,
    data: { ticketId, resolution, fault },
  };
  return ok([closed, ...effects(state, ticket, command, now)]);
}

function effects(
  state: InterviewState,
  ticket: Ticket,
  { by, resolution, fault, hours, extraTime }: Command<'closeTicket'>,
  now: Date,
): InterviewEvent[] {
  const stamp = { v: 1 as const, at: now.toISOString(), by };
  const reason = ticket.category === 'technical' ? 'technical' : 'asked';
  if (ticket.kind === 'help') return paidBack(state, fault, by, now);
  if (resolution !== 'granted') return [];
  switch (ticket.kind) {
    case 'reopen': {
      const why = ticket.category === 'technical' || ticket.category === 'mistaken_end' ? ticket.category : 'other';
      return [reopened(state, { by, hours, reason: why }, now)];
    }
    case 'extend':
      return [extended(state, { by, hours, reason }, now)];
    case 'extra_time':
      return [{ ...stamp, type: 'accommodated', data: { extraTime: extraTime ?? usualExtraTime } }];
    case 'human_review':
      return state.status === 'evaluated' ? [{ ...stamp, type: 'decision_undone', data: {} }] : [];
    case 'no_show': {
      const usual = state.terms.appointment?.againHours ?? state.terms.resumeWindowHours;
      const data = { startsAt: now.toISOString(), endsAt: plusHours(now.toISOString(), hours ?? usual) };
      return [{ ...stamp, type: 'excused', data }];
    }
    case 'transcript':
      return [{ ...stamp, type: 'evaluation_asked', data: { because: 'transcript_corrected' } }];
  }
}

/** Time lost to a fault of ours is given back. */
function paidBack(state: InterviewState, fault: 'ours' | 'none', by: string, now: Date): InterviewEvent[] {
  const since = pausedSince(state);
  const open = state.status === 'invited' || state.status === 'scheduled' || state.status === 'in_progress';
  if (since === null || fault === 'none' || !open) return [];
  const hours = (now.getTime() - Date.parse(since)) / hour;
  const running = { ...state, tickets: [] };
  return [extended(running, { by, hours, reason: 'technical' }, now)];
}
