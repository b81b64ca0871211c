import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { EmailMessage } from '#shared/messaging/email.ts';
import { calendarOf } from './calendar.ts';
import type { Mailbox } from './mailbox.ts';
import { oneLine } from './one-line.ts';

export type RawMessage = { envelope: { from: string; to: string }; messageId: string; raw: Buffer };

/**
 * The whole message as it goes over the wire: text, HTML and the calendar's entry beside each other, the entry also as a
 * file. `key` names what is said: the same key is the same Message-ID, so that a mailbox that got it twice shows it once.
 */
export async function rawMessage(
  from: Mailbox,
  to: string,
  message: EmailMessage,
  { key, now }: { key: string; now: Date },
): Promise<RawMessage> {
  const messageId = `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${from.address.split('@')[1]}>`;
  const calendar = message.calendar && calendarOf(message.calendar, now, { organizer: from, attendee: to });
  const composer = new MailComposer({
    from: { name: oneLine(from.name), address: from.address },
    to: { name: '', address: to },
    subject: oneLine(message.subject),
    text: message.text,
    html: message.html,
    messageId,
    date: now,
    headers: {
      // A machine wrote it: no absence note shall come back.
      'Auto-Submitted': 'auto-generated',
      ...Object.fromEntries(
        Object.entries(message.headers ?? {}).map(([name, value]) => [oneLine(name), oneLine(value)]),
      ),
    },
    ...(calendar && {
      icalEvent: { method: calendar.method, filename: 'interview.ics', content: calendar.text },
    }),
    // Nothing of a message is a path or an address to be fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
    xMailer: false,
  });
  const raw = await new Promise<Buffer>((resolve, reject) =>
    composer.compile().build((error: Error | null, built?: Buffer) => (built ? resolve(built) : reject(error))),
  );
  return { envelope: { from: from.address, to }, messageId, raw };
}
