import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { WorldClock } from '../clock.ts';
import { S3Error } from './s3-error.ts';
import { queryValue, type S3Request, sentHeader } from './s3-request.ts';

export type S3Credentials = { accessKeyId: string; secretAccessKey: string };

/** How the body was signed: its hash in hex, `UNSIGNED-PAYLOAD` or `STREAMING-UNSIGNED-PAYLOAD-TRAILER`. */
export type Verified = { payload: string };

type Signed = {
  scope: Scope;
  date: string;
  signedHeaders: string[];
  signature: string;
  payload: string;
  query: S3Request['query'];
};
type Scope = { accessKeyId: string; day: string; region: string };

const neverSigned = ['x-amz-content-sha256', 'x-amz-user-agent'];
const algorithm = 'AWS4-HMAC-SHA256';

/** Checks a header-signed or presigned request, or throws what S3 answers. Presigned ones expire by the world's clock. */
export function verifySignature(
  request: S3Request,
  credentials: readonly S3Credentials[],
  clock: WorldClock,
): Verified {
  const authorization = request.header('authorization');
  const signed = authorization === undefined ? presigned(request, clock) : headerSigned(request, authorization, clock);
  if (!signed.signedHeaders.includes('host')) throw new S3Error('AccessDenied', 'The host header must be signed');
  const unsigned = Object.keys(request.incoming.headers).find(
    (name) => name.startsWith('x-amz-') && !signed.signedHeaders.includes(name) && !neverSigned.includes(name),
  );
  if (unsigned !== undefined) {
    throw new S3Error('AccessDenied', 'There were headers present in the request which were not signed', {
      details: { HeadersNotSigned: unsigned },
    });
  }
  const canonical = canonicalRequest(request, signed);
  const stringToSign = [algorithm, signed.date, scopeText(signed.scope), sha256(canonical)].join('\n');
  assertSignature({ credentials, scope: signed.scope, stringToSign, signature: signed.signature, canonical });
  return { payload: signed.payload };
}

/** Shared with POST policies, whose string to sign is the policy itself. */
export function assertSignature(given: {
  credentials: readonly S3Credentials[];
  scope: Scope;
  stringToSign: string;
  signature: string;
  canonical?: string;
}) {
  const { credentials, scope, stringToSign, signature } = given;
  const secret = credentials.find(({ accessKeyId }) => accessKeyId === scope.accessKeyId)?.secretAccessKey;
  if (secret === undefined) {
    throw new S3Error('InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.');
  }
  const key = [scope.region, 's3', 'aws4_request'].reduce(hmac, hmac(`AWS4${secret}`, scope.day));
  const expected = hmac(key, stringToSign);
  const received = Buffer.from(signature, 'hex');
  if (received.length === expected.length && timingSafeEqual(received, expected)) return;
  throw new S3Error(
    'SignatureDoesNotMatch',
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
    { details: { StringToSign: stringToSign, ...(given.canonical && { CanonicalRequest: given.canonical }) } },
  );
}

/** `AKID/20260301/us-east-1/s3/aws4_request` */
export function readScope(credential: string, date: string, malformed: () => S3Error): Scope {
  const [accessKeyId, day, region, service, terminator, ...more] = credential.split('/');
  if (!accessKeyId || !day || !region || service !== 's3' || terminator !== 'aws4_request' || more.length > 0)
    throw malformed();
  if (!date.startsWith(day)) throw malformed();
  return { accessKeyId, day, region };
}

/** `20260301T080000Z` → milliseconds. */
function readDate(date: string): number {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date);
  if (!parts) return Number.NaN;
  return Date.parse(`${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}:${parts[5]}:${parts[6]}Z`);
}

function headerSigned(request: S3Request, authorization: string, clock: WorldClock): Signed {
  const malformed = () => new S3Error('AuthorizationHeaderMalformed', 'The authorization header is malformed.');
  const parts = /^AWS4-HMAC-SHA256 +Credential=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]{64})$/.exec(
    authorization,
  );
  const date = sentHeader(request.incoming, 'x-amz-date') ?? '';
  const [, credential, headers, signature] = parts ?? [];
  if (!credential || !headers || !signature) throw malformed();
  const payload = sentHeader(request.incoming, 'x-amz-content-sha256');
  if (!payload) throw new S3Error('InvalidRequest', 'Missing required header for this request: x-amz-content-sha256');
  // The SDK signs with the machine's time, whatever the world's clock says; either may be the one that is meant.
  const at = readDate(date);
  const skew = Math.min(Math.abs(at - Date.now()), Math.abs(at - clock.now().getTime()));
  if (!(skew <= 15 * 60_000)) {
    throw new S3Error(
      'RequestTimeTooSkewed',
      'The difference between the request time and the current time is too large.',
    );
  }
  const scope = readScope(credential, date, malformed);
  return { scope, date, signedHeaders: headers.split(';'), signature, payload, query: request.query };
}

function presigned(request: S3Request, clock: WorldClock): Signed {
  const value = (name: string) => queryValue(request, name) ?? '';
  if (value('X-Amz-Signature') === '') throw new S3Error('AccessDenied', 'Access Denied');
  const malformed = () =>
    new S3Error(
      'AuthorizationQueryParametersError',
      'Query-string authentication version 4 requires valid parameters.',
    );
  const date = value('X-Amz-Date');
  const issued = readDate(date);
  const seconds = Number(value('X-Amz-Expires'));
  if (value('X-Amz-Algorithm') !== algorithm || Number.isNaN(issued)) throw malformed();
  if (!(seconds >= 1 && seconds <= 604_800)) throw malformed();
  const scope = readScope(value('X-Amz-Credential'), date, malformed);
  const now = clock.now().getTime();
  if (now > issued + seconds * 1_000) {
    throw new S3Error('AccessDenied', 'Request has expired', {
      details: { Expires: new Date(issued + seconds * 1_000).toISOString(), ServerTime: new Date(now).toISOString() },
    });
  }
  if (issued > now + 15 * 60_000) throw new S3Error('AccessDenied', 'Request is not valid yet');
  return {
    scope,
    date,
    signedHeaders: value('X-Amz-SignedHeaders').split(';'),
    signature: value('X-Amz-Signature'),
    payload:
      queryValue(request, 'X-Amz-Content-Sha256') ?? request.header('x-amz-content-sha256') ?? 'UNSIGNED-PAYLOAD',
    query: request.query.filter(([name]) => name !== 'X-Amz-Signature'),
  };
}

function canonicalRequest(request: S3Request, { signedHeaders, payload, query }: Signed): string {
  const headers = signedHeaders.map(
    (name) => `${name}:${(sentHeader(request.incoming, name) ?? '').trim().replace(/ +/g, ' ')}\n`,
  );
  const pairs = query.map(([name, value]) => `${encode(name)}=${encode(value)}`).sort();
  const path = request.rawPath
    .split('/')
    .map((part) => encode(decodeURIComponent(part)))
    .join('/');
  return [request.method, path, pairs.join('&'), headers.join(''), signedHeaders.join(';'), payload].join('\n');
}

const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
const scopeText = ({ day, region }: Scope) => `${day}/${region}/s3/aws4_request`;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
