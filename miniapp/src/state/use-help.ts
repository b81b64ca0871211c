import { useCallback, useEffect, useRef, useState } from 'react';
import type { Output } from '#shared/contract/operations.ts';
import type { TicketCategory } from '#shared/interview/ticket.ts';
import { call } from '../api/call.ts';
import type { CallError } from '../api/call-error.ts';

import { newOperationId } from '../api/operation-id.ts';
import { retrying } from '../api/retry.ts';

export type Ticket = Output<'ticket.mine'>['tickets'][number];

export type Help = {
  /** Those of kind help, the latest last; undefined until they were read once. */
  tickets: Ticket[] | undefined;
  open: Ticket | undefined;
  /** Answers that came while nobody looked. */
  unread: number;
  sending: boolean;
  error: CallError | undefined;
  /** True when it is with HR. */
  say(text: string, category: TicketCategory): Promise<boolean>;
};

const watchedMs = 5000;
const quietMs = 20_000;

const answersIn = (tickets: Ticket[]): number =>
  tickets.reduce((sum, { messages }) => sum + messages.filter(({ by }) => by === 'staff').length, 0);

/** The thread with HR. `watched`: it is on the screen; `waiting`: an answer may come though it is not. */
export function useHelp(interviewId: string, watched: boolean, waiting: boolean, onChange: () => void): Help {
  const [tickets, setTickets] = useState<Ticket[]>();
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<CallError>();
  const [seen, setSeen] = useState(0);
  /** A message keeps its id until it arrived, so that a repeated one is not said twice. */
  const unsent = useRef<{ text: string; category: TicketCategory; operationId: string }>();
  const changed = useRef(onChange);
  changed.current = onChange;
  const before = useRef('');

  const look = useCallback(async () => {
    const got = await call('ticket.mine', { params: { interviewId } });
    if (!got.ok) return;
    const help = got.value.tickets.filter(({ kind }) => kind === 'help');
    setTickets(help);
    const standing = help.map(({ ticketId, closedAt }) => `${ticketId}${closedAt}`).join();
    // The clock goes on when HR closes it.
    if (before.current !== '' && before.current !== standing) changed.current();
    before.current = standing;
  }, [interviewId]);

  useEffect(() => {
    if (!watched && !waiting) return;
    void look();
    const timer = setInterval(() => void look(), watched ? watchedMs : quietMs);
    return () => clearInterval(timer);
  }, [look, watched, waiting]);

  const answers = answersIn(tickets ?? []);
  useEffect(() => {
    if (watched) setSeen(answers);
  }, [watched, answers]);

  const open = tickets?.filter(({ closedAt }) => closedAt === null).at(-1);
  return {
    tickets,
    open,
    unread: Math.max(0, answers - seen),
    sending,
    error,
    async say(text, category) {
      if (unsent.current?.text !== text || unsent.current.category !== category)
        unsent.current = { text, category, operationId: newOperationId() };
      const { operationId } = unsent.current;
      setSending(true);
      setError(undefined);
      const done = await retrying<unknown>(() =>
        open === undefined
          ? call('ticket.open', { params: { interviewId }, input: { operationId, kind: 'help', category, text } })
          : call('ticket.say', { params: { interviewId, ticketId: open.ticketId }, input: { operationId, text } }),
      );
      setSending(false);
      if (!done.ok) {
        setError(done.error);
        return false;
      }
      unsent.current = undefined;
      await look();
      changed.current();
      return true;
    },
  };
}
