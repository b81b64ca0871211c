import { refuse } from '#shared/result.ts';
import type { Clock } from '../vendor/exchange.ts';
import { isAddress, type Mailbox, mailboxOf } from './mailbox.ts';
import type { SendMail } from './send-mail.ts';

export type EmailOptions = {
  kind: 'none' | 'smtp' | 'ses';
  /** `Name <address>`. */
  from: string;
  smtpUrl: string;
  /** '' for none. */
  sesConfigurationSet: string;
};

type Surroundings = {
  clock: Clock;
  region: string;
  credentials?: { accessKeyId: string; secretAccessKey: string; sessionToken?: string } | undefined;
};

/** The way mail goes in this installation. Without one every mail is refused with `not_configured`. */
export function chooseEmail(options: EmailOptions, surroundings: Surroundings): SendMail {
  const from = mailboxOf(options.from);
  if (options.kind === 'none' || from === undefined) {
    return async () => refuse({ kind: 'refused', errcode: 'not_configured', errmsg: '' });
  }
  // Big, and needed by few jobs: loaded at the first mail.
  let loaded: Promise<SendMail> | undefined;
  return async (to, message, key) => {
    if (!isAddress(to)) return refuse({ kind: 'refused', errcode: 'bad_address', errmsg: '' });
    loaded ??= load(options, from, surroundings);
    return (await loaded)(to, message, key);
  };
}

async function load(options: EmailOptions, from: Mailbox, { clock, ...ses }: Surroundings): Promise<SendMail> {
  if (options.kind === 'smtp') {
    const { smtpMail } = await import('./smtp.ts');
    return smtpMail({ url: options.smtpUrl, from, clock });
  }
  const { sesMail } = await import('./ses.ts');
  return sesMail({ ...ses, from, clock, configurationSet: options.sesConfigurationSet });
}
