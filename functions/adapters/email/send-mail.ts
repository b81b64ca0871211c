import type { EmailMessage } from '#shared/messaging/email.ts';
import type { Outcome } from '../vendor/exchange.ts';

/** `key`: the same for each try at one message. Refused with the server's own code. */
export type SendMail = (
  to: string,
  message: EmailMessage,
  key: string,
) => Promise<Outcome<{ messageId: string }, string>>;
