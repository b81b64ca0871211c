import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { Clock } from '#functions/adapters/vendor/exchange.ts';
import type { Outbox } from '../outbox.ts';
import { createFaults, type Fault, type Faults } from '../provider/faults.ts';
import { readCalendar } from './read-calendar.ts';

export type Mail = {
  /** With its credentials: `smtp://…@127.0.0.1:…`. */
  url: string;
  faults: Faults;
  /** Mails it took, also those that were repeated: what the outbox shows once. */
  taken(): number;
  stop(): Promise<void>;
};

const account = { user: 'world', pass: 'world-mail-password' };
const linkPattern = /https:\/\/[\x21-\x7e]+/;

/**
 * A mail server on loopback, and every mailbox behind it. Faults: `down` is a 421 as soon as somebody connects, `errcode`
 * that code to the recipient (`api: 'data'`: to the whole message), `timeout` silence after the message, which is lost,
 * `unknown` a cut connection after the message was taken.
 */
export async function startMail({ clock, outbox }: { clock: Clock; outbox: Outbox }): Promise<Mail> {
  const faults = createFaults('email');
  const struck = new Map<string, Fault>();
  const known = new Set<string>();
  let taken = 0;

  async function take(raw: Buffer, to: string[]): Promise<void> {
    const { from, subject = '', text = '', html, attachments, messageId = '', headers } = await PostalMime.parse(raw);
    taken += 1;
    for (const address of to) {
      // As big mailboxes do: the same Message-ID is the same mail.
      if (known.has(`${address} ${messageId}`)) continue;
      known.add(`${address} ${messageId}`);
      const calendar = attachments.find(({ mimeType }) => /calendar|ics/.test(mimeType));
      const link = linkPattern.exec(text)?.[0];
      outbox.add({
        at: clock.now().toISOString(),
        channel: 'email',
        to: address,
        title: subject,
        text: text.trim(),
        ...(html !== undefined && { html }),
        ...(link !== undefined && { link }),
        ...(calendar && { calendar: readCalendar(textOf(calendar.content)) }),
        raw: { messageId, from, headers: Object.fromEntries(headers.map(({ key, value }) => [key, value])) },
      });
    }
  }

  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    allowInsecureAuth: true,
    size: 1024 * 1024,
    logger: false,
    onConnect(session, done) {
      const fault = faults.take('send') ?? faults.take('data');
      if (fault?.kind === 'down') return done(said(421, 'Service not available'));
      if (fault) struck.set(session.id, fault);
      done();
    },
    onAuth({ username, password }, _, done) {
      const right = username === account.user && password === account.pass;
      done(right ? null : said(535, 'Authentication credentials invalid'), { user: username });
    },
    onRcptTo(_, session, done) {
      const fault = struck.get(session.id);
      if (fault?.kind === 'errcode' && fault.api !== 'data') return done(said(codeOf(fault), 'no'));
      done();
    },
    onData(stream: SMTPServerDataStream, session: SMTPServerSession, done) {
      const fault = struck.get(session.id);
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (fault?.kind === 'timeout') return;
        if (fault?.kind === 'errcode') return done(said(codeOf(fault), 'not taken'));
        const to = session.envelope.rcptTo.map(({ address }) => address);
        take(Buffer.concat(chunks), to).then(
          () => (fault?.kind === 'unknown' ? hangUp(server, session) : done()),
          (error: unknown) => done(said(554, error instanceof Error ? error.message : 'unreadable')),
        );
      });
    },
    onClose: (session) => void struck.delete(session.id),
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;

  return {
    url: `smtp://${account.user}:${account.pass}@127.0.0.1:${port}`,
    faults,
    taken: () => taken,
    stop: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

const codeOf = ({ errcode }: Fault): number => Number(errcode ?? 550);
const said = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode });
const textOf = (content: string | ArrayBuffer | Uint8Array): string =>
  typeof content === 'string' ? content : new TextDecoder().decode(content);

function hangUp(server: SMTPServer, session: SMTPServerSession): void {
  for (const connection of server.connections as Set<{ id: string; close(): void }>) {
    if (connection.id === session.id) connection.close();
  }
}
