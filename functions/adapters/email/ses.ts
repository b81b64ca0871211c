import type { SESv2ClientConfig } from '@aws-sdk/client-sesv2';
import { ok, refuse } from '#shared/result.ts';
import type { Clock } from '../vendor/exchange.ts';
import type { Mailbox } from './mailbox.ts';
import { rawMessage } from './raw-message.ts';
import type { SendMail } from './send-mail.ts';

// Awaited and not imported: a bundle lifts the imports of every file in it to its start, however late the file is wanted.
const { SESv2Client, SESv2ServiceException, SendEmailCommand } = await import('@aws-sdk/client-sesv2');

/** Said before anything was sent; each passes. */
const passing = new Set(['TooManyRequestsException', 'LimitExceededException', 'ThrottlingException']);
const neverConnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** Amazon SES v2. In a file of its own: its SDK is the runtime's and is loaded by who uses it. */
export function sesMail({
  from,
  clock,
  region,
  configurationSet,
  ...connection
}: {
  from: Mailbox;
  clock: Clock;
  region: string;
  /** '' for none. */
  configurationSet: string;
  endpoint?: string | undefined;
  credentials?: { accessKeyId: string; secretAccessKey: string; sessionToken?: string } | undefined;
  requestHandler?: SESv2ClientConfig['requestHandler'];
}): SendMail {
  const client = new SESv2Client({
    region,
    // It has no idempotency of its own: a second try could be a second mail.
    maxAttempts: 1,
    ...(connection.endpoint !== undefined && { endpoint: connection.endpoint }),
    ...(connection.credentials !== undefined && { credentials: connection.credentials }),
    ...(connection.requestHandler !== undefined && { requestHandler: connection.requestHandler }),
  });
  return async (to, message, key) => {
    const { raw } = await rawMessage(from, to, message, { key, now: clock.now() });
    try {
      const sent = await client.send(
        new SendEmailCommand({
          FromEmailAddress: from.address,
          Destination: { ToAddresses: [to] },
          Content: { Raw: { Data: raw } },
          ...(configurationSet && { ConfigurationSetName: configurationSet }),
        }),
      );
      return ok({ messageId: sent.MessageId ?? '' });
    } catch (error) {
      if (error instanceof SESv2ServiceException) {
        if (passing.has(error.name)) return refuse({ kind: 'unavailable', cause: error.name });
        if (error.$fault === 'client') return refuse({ kind: 'refused', errcode: error.name, errmsg: '' });
        return refuse({ kind: 'unknown', cause: error.name });
      }
      const cause = error instanceof Error ? String((error as NodeJS.ErrnoException).code ?? error.name) : 'unknown';
      return refuse({ kind: neverConnected.has(cause) ? 'unavailable' : 'unknown', cause });
    }
  };
}
