import { createServer, type Server, type Socket } from 'node:net';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isAddress, mailboxOf } from '#functions/adapters/email/mailbox.ts';
import type { SendMail } from '#functions/adapters/email/send-mail.ts';
import { smtpMail } from '#functions/adapters/email/smtp.ts';
import { calendar, createSetting, message, type Setting, to } from './setting.ts';

let setting: Setting;
beforeEach(async () => {
  setting = await createSetting();
});
afterEach(() => setting.mail.stop());

const came = async (sending: ReturnType<SendMail>) => {
  const outcome = await sending;
  if (outcome.ok) return 'sent';
  return outcome.error.kind === 'refused' ? outcome.error.errcode : outcome.error.kind;
};
const impatient = (url = setting.mail.url): SendMail =>
  smtpMail({ url, from: { name: '面聊', address: 'mianliao@example.com' }, clock: setting.clock, timeoutMs: 700 });

describe('mail by SMTP', () => {
  it('arrives as it was written, with its link', async () => {
    expect(await came(setting.send(to, message, 'k'))).toBe('sent');
    expect(setting.outbox.list()).toMatchObject([
      {
        channel: 'email',
        to,
        at: '2026-01-05T07:00:00.000Z',
        title: message.subject,
        text: message.text,
        link: 'https://wxaurl.cn/aB3-x_9',
        raw: {
          from: { name: '面聊', address: 'mianliao@example.com' },
          headers: { 'auto-submitted': 'auto-generated' },
        },
      },
    ]);
    expect(setting.outbox.list()[0]?.html).toContain('<a href=');
  });

  it('brings an entry for the calendar, moves it and takes it away', async () => {
    await setting.send(to, { ...message, calendar }, 'first');
    await setting.send(to, { ...message, calendar: { ...calendar, sequence: 3, cancelled: true } }, 'second');
    const { url: _, ...entry } = calendar;
    expect(setting.outbox.list().map((one) => one.calendar)).toEqual([
      { ...entry, cancelled: false },
      { ...entry, sequence: 3, cancelled: true },
    ]);
  });

  it('is one mail to the reader, however often the same is said', async () => {
    await setting.send(to, message, 'itv_1.reminder.3');
    await setting.send(to, message, 'itv_1.reminder.3');
    await setting.send(to, message, 'itv_1.reminder.4');
    expect(setting.mail.taken()).toBe(3);
    expect(setting.outbox.list()).toHaveLength(2);
  });

  it.each<[string, Parameters<Setting['mail']['faults']['set']>[0][number], string, number]>([
    ['a server that is down', { provider: 'email', kind: 'down' }, 'unavailable', 0],
    ['a recipient who may come later', { provider: 'email', kind: 'errcode', errcode: 450 }, 'unavailable', 0],
    ['a recipient who is not there', { provider: 'email', kind: 'errcode', errcode: 550 }, '550', 0],
    ['a full mailbox', { provider: 'email', kind: 'errcode', errcode: 452, api: 'data' }, 'unavailable', 0],
    ['a message nobody wants', { provider: 'email', kind: 'errcode', errcode: 554, api: 'data' }, '554', 0],
    ['silence after the message', { provider: 'email', kind: 'timeout' }, 'unknown', 0],
    ['a cut line after the message', { provider: 'email', kind: 'unknown' }, 'unknown', 1],
  ])('tells %s', async (_, fault, outcome, arrived) => {
    setting.mail.faults.set([fault]);
    expect(await came(impatient()(to, message, 'k'))).toBe(outcome);
    expect(setting.outbox.list()).toHaveLength(arrived);
    setting.mail.faults.set([]);
    expect(await came(setting.send(to, message, 'k2'))).toBe('sent');
  });

  it('is not sent where nobody listens, with a wrong password, or without a way', async () => {
    const { port, password } = new URL(setting.mail.url);
    expect(await came(impatient(setting.mail.url.replace(password, 'guessed'))(to, message, 'k'))).toBe('535');
    expect(await came(impatient(`smtp://127.0.0.1:${Number(port) === 1 ? 2 : 1}`)(to, message, 'k'))).toBe(
      'unavailable',
    );
    expect(await came(setting.senderWith({ kind: 'none' })(to, message, 'k'))).toBe('not_configured');
    expect(setting.outbox.list()).toEqual([]);
  });

  it('says nothing to a server on the way that does not encrypt', async () => {
    const heard: string[] = [];
    const server = createServer((socket) => deaf(socket, heard));
    await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
    try {
      const url = `smtp://user:password@${outward()}:${portOf(server)}`;
      expect(await came(impatient(url)(to, message, 'k'))).toBe('502');
      expect(heard.join('')).not.toMatch(/AUTH|MAIL FROM|面试/);
    } finally {
      server.close();
    }
  });
});

/** Greets, knows no STARTTLS, and takes all. */
function deaf(socket: Socket, heard: string[]): void {
  socket.on('error', () => undefined);
  socket.write('220 plain\r\n');
  socket.on('data', (chunk) => {
    heard.push(String(chunk));
    socket.write(/^EHLO/.test(String(chunk)) ? '250-plain\r\n250 AUTH PLAIN LOGIN\r\n' : '502 no\r\n');
  });
}
/** This machine by an address that is not its loopback's own: 0.0.0.0 is. */
const outward = () => '0.0.0.0';
const portOf = (server: Server) => {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

describe('what people write', () => {
  it('cannot become a header, another recipient or another property of the calendar', async () => {
    const breaks = fc.constantFrom('\r\n', '\n', '\r', '\u2028', '\u0085', '\u0000');
    const evil = fc
      .tuple(fc.string({ unit: 'grapheme', maxLength: 20 }), breaks, fc.string({ maxLength: 10 }))
      .map(([before, line, after]) => `${before}${line}Bcc: thief@example.com${line}ATTENDEE:x${line}${line}${after}`);
    await fc.assert(
      fc.asyncProperty(evil, async (words) => {
        setting.outbox.clear();
        const entry = { ...calendar, uid: words, summary: words, description: words, url: words };
        const said = { ...message, subject: words, headers: { 'X-Note': words }, calendar: entry };
        const sender = setting.senderWith({ from: `面聊 <mianliao@example.com>` });
        await sender(to, said, words);
        const [mail, ...more] = setting.outbox.list();
        expect(more).toEqual([]);
        expect(mail?.to).toBe(to);
        expect(mail?.raw).not.toHaveProperty('headers.bcc');
        expect(mail?.title).not.toMatch(/[\r\n]/);
        expect(mail?.text).toBe(message.text);
        expect(mail?.calendar?.startsAt).toBe(calendar.startsAt);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    'a@example.com, b@example.com',
    'a@example.com\r\nRCPT TO:<b@example.com>',
    '<a@example.com>',
    'a b@example.com',
    'a@b@example.com',
    '@example.com',
    'a@',
    'a@localhost',
    '',
  ])('%j is no address', async (address) => {
    expect(isAddress(address)).toBe(false);
    expect(await came(setting.send(address, message, 'k'))).toBe('bad_address');
  });

  it('reads a sender with and without a name', () => {
    expect(mailboxOf('面聊 <a@example.com>')).toEqual({ name: '面聊', address: 'a@example.com' });
    expect(mailboxOf('"面聊" <a@example.com>')).toEqual({ name: '面聊', address: 'a@example.com' });
    expect(mailboxOf('a@example.com')).toEqual({ name: 'a@example.com', address: 'a@example.com' });
    expect(mailboxOf('面聊')).toBeUndefined();
  });
});
