import { call } from '../../api/call.ts';
import { useCommand } from '../use-command.ts';
import type { Closing } from './ticket.ts';

/** Answering one ticket and closing it. `onDone` after each that went through; a reply does not wait for it. */
export function useTicket(interviewId: string, ticketId: string, onDone: () => Promise<void>) {
  const params = { interviewId, ticketId };
  const reply = useCommand((text, operationId) => call('ticket.answer', { params, input: { operationId, text } }));
  const close = useCommand((intention, operationId) =>
    call('ticket.close', { params, input: { operationId, ...(JSON.parse(intention) as Closing) } }),
  );
  async function done<T extends { ok: boolean }>(answer: Promise<T>): Promise<boolean> {
    const { ok } = await answer;
    if (ok) await onDone();
    return ok;
  }
  return {
    reply: {
      ...reply,
      async run(text: string) {
        const { ok } = await reply.run(text);
        if (ok) void onDone();
        return ok;
      },
    },
    close: { ...close, run: (closing: Closing) => done(close.run(JSON.stringify(closing))) },
  };
}
