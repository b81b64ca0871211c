import type { Input } from '#shared/contract/operations.ts';
import type { Copy } from '#shared/copy/copy.ts';
import { mayAsk, type TicketKind } from '#shared/interview/ticket-kinds.ts';
import type { InterviewView } from '../../state/room.ts';

type Category = Exclude<Input<'ticket.open'>['category'], 'question'>;

export type Wish = {
  id: string;
  kind: TicketKind;
  words: string;
  text: string;
  reasons: readonly Category[];
};

type Facts = Pick<InterviewView, 'status' | 'tickets' | 'questions'>;

/** What can be asked of HR from here, but for what was asked already and waits. */
export function wishesOf(copy: Copy, { status, tickets, questions }: Facts): Wish[] {
  const { wishes } = copy.candidate.progress.ask;
  const timed = questions.some(({ answerSeconds }) => answerSeconds !== null);
  const all: Wish[] = [
    {
      id: 'reopen',
      kind: 'reopen',
      ...(status === 'incomplete' ? wishes.again : wishes.reopen),
      reasons: ['mistaken_end', 'technical', 'other'],
    },
    { id: 'extend', kind: 'extend', ...wishes.extend, reasons: ['technical', 'other'] },
    ...(timed ? [{ id: 'extra-time', kind: 'extra_time', ...wishes.extraTime, reasons: [] } as const] : []),
    // Nobody came: a person arranges the next time.
    ...(status === 'no_show' ? [{ id: 'rebook', kind: 'help', ...wishes.rebook, reasons: [] } as const] : []),
  ];
  const waits = (kind: TicketKind) => tickets.some((ticket) => ticket.kind === kind && ticket.closedAt === null);
  return all.filter(({ kind }) => mayAsk(kind, status) && !waits(kind));
}
