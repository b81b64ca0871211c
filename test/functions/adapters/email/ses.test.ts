import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SendMail } from '#functions/adapters/email/send-mail.ts';
import { sesMail } from '#functions/adapters/email/ses.ts';
import { createClock } from '#test/world/clock.ts';
import { message, to } from './setting.ts';

type Asked = { path: string; body: Record<string, unknown> };
let server: Server;
let asked: Asked[];
let answer: { status: number; type?: string } | 'cut';
let send: SendMail;

beforeEach(async () => {
  asked = [];
  answer = { status: 200 };
  server = createServer(async (req, res) => {
    let text = '';
    for await (const chunk of req) text += chunk;
    asked.push({ path: req.url ?? '', body: JSON.parse(text) });
    if (answer === 'cut') return req.socket.destroy();
    res.writeHead(answer.status, {
      'content-type': 'application/json',
      ...(answer.type && { 'x-amzn-errortype': answer.type }),
    });
    return res.end(answer.status === 200 ? '{"MessageId":"ses-1"}' : '{"message":"no"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  send = sesMail({
    from: { name: '面聊', address: 'mianliao@example.com' },
    clock: createClock({ start: new Date('2026-01-05T07:00:00Z'), frozen: true }),
    region: 'ap-southeast-1',
    configurationSet: 'rules',
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
  });
});
afterEach(() => void server.close());

describe('mail by SES', () => {
  it('hands the whole message over', async () => {
    expect(await send(to, message, 'k')).toEqual({ ok: true, value: { messageId: 'ses-1' } });
    expect(asked).toMatchObject([
      {
        path: '/v2/email/outbound-emails',
        body: {
          FromEmailAddress: 'mianliao@example.com',
          Destination: { ToAddresses: [to] },
          ConfigurationSetName: 'rules',
        },
      },
    ]);
    const raw = /"Data":"([^"]+)"/.exec(JSON.stringify(asked[0]?.body))?.[1] ?? '';
    const mail = await PostalMime.parse(Buffer.from(raw, 'base64'));
    expect(mail).toMatchObject({ subject: message.subject, text: expect.stringContaining('aB3-x_9') });
  });

  it.each<[typeof answer, object]>([
    [{ status: 429, type: 'TooManyRequestsException' }, { kind: 'unavailable' }],
    [
      { status: 400, type: 'MessageRejected' },
      { kind: 'refused', errcode: 'MessageRejected' },
    ],
    [
      { status: 400, type: 'MailFromDomainNotVerifiedException' },
      { kind: 'refused', errcode: 'MailFromDomainNotVerifiedException' },
    ],
    [{ status: 500, type: 'InternalFailure' }, { kind: 'unknown' }],
    ['cut', { kind: 'unknown' }],
  ])('%o is %o, and not tried again by itself', async (said, error) => {
    answer = said;
    expect(await send(to, message, 'k')).toMatchObject({ ok: false, error });
    expect(asked).toHaveLength(1);
  });

  it('is not sent where nobody listens', async () => {
    await new Promise((resolve) => server.close(resolve));
    expect(await send(to, message, 'k')).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
  });
});
