import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock } from '#functions/adapters/vendor/exchange.ts';
import type { ProviderCall } from '../provider/serve.ts';
import type { SmsError } from './render.ts';

export type SmsAccount = { secretId: string; secretKey: string; sdkAppIds: string[] };

const authorizationPattern =
  /^TC3-HMAC-SHA256 Credential=([^/]+)\/(\d{4}-\d{2}-\d{2})\/([a-z0-9]+)\/tc3_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/;

/**
 * Checks Tencent Cloud's signature v3, from the headers the caller says it signed. Written apart from the product's
 * signing, so that one can find the other's mistake. Gives the account, or the error Tencent answers with.
 */
export function verifyTc3({
  call,
  accounts,
  clock,
}: {
  call: ProviderCall;
  accounts: SmsAccount[];
  clock: Clock;
}): { account: SmsAccount } | { error: SmsError } {
  const header = (name: string): string => String(call.headers[name] ?? '');
  const match = authorizationPattern.exec(header('authorization'));
  if (!match) return failure('InvalidAuthorization', 'The Authorization header is not of the TC3-HMAC-SHA256 form.');
  const [, secretId = '', date = '', service = '', signedHeaders = '', signature = ''] = match;
  const timestamp = Number(header('x-tc-timestamp'));
  if (!Number.isInteger(timestamp) || Math.abs(clock.now().getTime() / 1000 - timestamp) > 300) {
    return failure('SignatureExpire', 'The signature has expired: the timestamp differs by more than 5 minutes.');
  }
  const account = accounts.find((one) => one.secretId === secretId);
  if (!account) return failure('SecretIdNotFound', 'The SecretId is not found, please ensure that it is correct.');

  const names = signedHeaders.split(';');
  const canonical = [
    call.method,
    '/',
    call.query.toString(),
    ...names.map((name) => `${name}:${header(name).trim().toLowerCase()}`),
    '',
    signedHeaders,
    createHash('sha256').update(call.body).digest('hex'),
  ].join('\n');
  const toSign = [
    'TC3-HMAC-SHA256',
    String(timestamp),
    `${date}/${service}/tc3_request`,
    createHash('sha256').update(canonical).digest('hex'),
  ].join('\n');
  const key = [date, service, 'tc3_request'].reduce<Buffer>(
    (previous, part) => createHmac('sha256', previous).update(part).digest(),
    Buffer.from(`TC3${account.secretKey}`),
  );
  const expected = createHmac('sha256', key).update(toSign).digest();
  const covered = names.includes('content-type') && names.includes('host');
  const onTheDay = date === new Date(timestamp * 1000).toISOString().slice(0, 10) && service === 'sms';
  if (!covered || !onTheDay || !timingSafeEqual(expected, Buffer.from(signature, 'hex'))) {
    return failure(
      'SignatureFailure',
      'The provided credentials could not be validated. Please check your signature is correct.',
    );
  }
  return { account };
}

const failure = (code: string, message: string): { error: SmsError } => ({
  error: { Code: `AuthFailure.${code}`, Message: message },
});
