import { createHash, createHmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import type { Media } from '#functions/ports/clip.ts';
import type { Clock } from '#functions/ports.ts';

export type MediaOptions = {
  region: string;
  bucket: string;
  /** Where people reach the bucket when not under its own name, without a slash at the end; '' otherwise. */
  baseUrl: string;
  endpoint?: string | undefined;
  credentials?: { accessKeyId: string; secretAccessKey: string; sessionToken?: string } | undefined;
  clock: Clock;
};

/** Marks what phones wrote: the bucket's lifecycle takes the parts away, the whole carries no mark. */
const tagging = '<Tagging><TagSet><Tag><Key>piece</Key><Value>part</Value></Tag></TagSet></Tagging>';
const algorithm = 'AWS4-HMAC-SHA256';

/**
 * Signed addresses of a bucket, by our clock and without a request. Signed here and not by the S3 client, which adds 215 KB
 * to a function and cannot be told the time of a form.
 */
export function s3Media({ region, bucket, baseUrl, endpoint, credentials, clock }: MediaOptions): Media {
  const own = new URL(endpoint === undefined ? ownAddress(bucket, region) : `${endpoint}/${bucket}`);
  const reached = baseUrl === '' ? own.href.replace(/\/$/, '') : baseUrl;
  const signing = () => {
    if (credentials === undefined) throw new Error('no credentials to sign with');
    return credentials;
  };
  const signer = new SignatureV4({
    service: 's3',
    region,
    credentials: async () => signing(),
    sha256: Sha256,
    uriEscapePath: false,
    applyChecksum: false,
  });

  return {
    form({ key, mime, maxBytes, minutes }) {
      const { accessKeyId, secretAccessKey, sessionToken } = signing();
      const now = clock.now();
      const date = now.toISOString().replace(/[-:]|\.\d{3}/g, '');
      const scope = [date.slice(0, 8), region, 's3', 'aws4_request'];
      const fields = {
        key,
        'Content-Type': mime,
        tagging,
        'x-amz-algorithm': algorithm,
        'x-amz-credential': [accessKeyId, ...scope].join('/'),
        'x-amz-date': date,
        ...(sessionToken !== undefined && { 'x-amz-security-token': sessionToken }),
      };
      const conditions = [
        { bucket },
        ['content-length-range', 1, maxBytes],
        ...Object.entries(fields).map(([name, value]) => ({ [name]: value })),
      ];
      const expiration = new Date(now.getTime() + minutes * 60_000).toISOString();
      const policy = Buffer.from(JSON.stringify({ expiration, conditions })).toString('base64');
      const signature = hmac(scope.reduce<string | Buffer>(hmac, `AWS4${secretAccessKey}`), policy).toString('hex');
      return { url: `${reached}/`, fields: { ...fields, policy, 'x-amz-signature': signature }, maxBytes };
    },

    async url(key, minutes) {
      const path = `${own.pathname.replace(/\/$/, '')}/${key}`;
      const request = {
        method: 'GET',
        protocol: own.protocol,
        hostname: own.hostname,
        path,
        query: {},
        // The bucket's own name, whatever stands before it: that is what S3 sees.
        headers: { host: own.host, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' },
      };
      const signed = await signer.presign(request, { signingDate: clock.now(), expiresIn: minutes * 60 });
      const query = new URLSearchParams(signed.query as Record<string, string>);
      return `${reached}/${key}?${query}`;
    },
  };
}

const ownAddress = (bucket: string, region: string): string =>
  `https://${bucket}.s3.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** Node's own hashing in the form that the signer asks for. */
class Sha256 {
  readonly #hash;
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(secret));
  }
  update(data: string | ArrayBuffer | ArrayBufferView): void {
    this.#hash.update(bytesOf(data));
  }
  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }
  reset(): void {
    throw new Error('one hash, one use');
  }
}

const bytesOf = (data: string | ArrayBuffer | ArrayBufferView): string | Uint8Array => {
  if (typeof data === 'string') return data;
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
};
