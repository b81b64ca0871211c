import { isIP } from 'node:net';
import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { ok, refuse } from '#shared/result.ts';
import type { Clock, Outcome } from '../vendor/exchange.ts';
import type { Mailbox } from './mailbox.ts';
import { rawMessage } from './raw-message.ts';
import type { SendMail } from './send-mail.ts';

type Options = {
  /** `smtps://user:password@host:465` or `smtp://…:587`. Never unencrypted but to this machine. */
  url: string;
  from: Mailbox;
  clock: Clock;
  timeoutMs?: number | undefined;
};

/**
 * One connection a message: a kept one may be dead when a Lambda thaws. Once the server has asked for the message and
 * begun to get it, silence means that it may have been taken; before that, certainly not.
 */
export const smtpMail =
  ({ url, from, clock, timeoutMs = 8000 }: Options): SendMail =>
  async (to, message, key) => {
    const { envelope, messageId, raw } = await rawMessage(from, to, message, { key, now: clock.now() });
    const server = serverOf(url);
    const connection = new SMTPConnection({
      ...server.options,
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      dnsTimeout: timeoutMs,
      socketCloseTimeout: 0,
      logger: false,
    });
    let begun = false;
    try {
      return await new Promise((resolve) => {
        const settle = (error: SmtpError | null | undefined) =>
          resolve(error ? outcomeOf(error, begun) : ok({ messageId }));
        connection.once('error', settle);
        connection.once('end', () => settle(new Error('closed')));
        const send = () =>
          connection.send(
            envelope,
            once(raw, () => (begun = true)),
            settle,
          );
        connection.connect((error) => {
          if (error) settle(error);
          else if (server.credentials) {
            connection.login({ credentials: server.credentials }, (failed) => (failed ? settle(failed) : send()));
          } else send();
        });
      });
    } finally {
      connection.close();
    }
  };

type SmtpError = Error & { code?: string | undefined; responseCode?: number | undefined };

/** 4xx at any moment says that it was not taken and may be tried again, 5xx that it never will be. */
function outcomeOf(error: SmtpError, begun: boolean): Outcome<never, string> {
  const { responseCode } = error;
  const cause = responseCode === undefined ? (error.code ?? error.name) : `smtp ${responseCode}`;
  if (responseCode !== undefined && responseCode >= 500) {
    return refuse({ kind: 'refused', errcode: String(responseCode), errmsg: error.code ?? '' });
  }
  // What the message itself makes impossible stays so: an address the envelope cannot hold.
  if (error.code === 'EENVELOPE' && responseCode === undefined) {
    return refuse({ kind: 'refused', errcode: 'envelope', errmsg: '' });
  }
  const certain = responseCode !== undefined || !begun;
  return refuse({ kind: certain ? 'unavailable' : 'unknown', cause });
}

/** The message, and word of when the first of it is taken out. */
function once(raw: Buffer, begin: () => void): Readable {
  let left: Buffer | null = raw;
  return new Readable({
    highWaterMark: 0,
    read() {
      begin();
      this.push(left);
      left = null;
    },
  });
}

function serverOf(url: string) {
  const { protocol, hostname, port, username, password } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '');
  const secure = protocol === 'smtps:';
  const here = host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
  return {
    options: { host, ...(port && { port: Number(port) }), secure, requireTLS: !secure && !here, ignoreTLS: here },
    ...(username && {
      credentials: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }),
  };
}
