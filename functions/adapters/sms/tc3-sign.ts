import { createHash, createHmac } from 'node:crypto';

/**
 * The Authorization header of Tencent Cloud's signature v3 (TC3-HMAC-SHA256) for a JSON POST.
 * The canonical path is always `/`, whatever the endpoint's own. `body` is signed byte for byte as sent.
 */
export function tc3Authorization({
  secretId,
  secretKey,
  service,
  host,
  action,
  timestamp,
  contentType,
  body,
}: {
  secretId: string;
  secretKey: string;
  service: string;
  /** As the Host header carries it, with the port where it has one. */
  host: string;
  action: string;
  /** Unix time in seconds; the same as in X-TC-Timestamp. */
  timestamp: number;
  contentType: string;
  body: string;
}): string {
  const date = new Date(timestamp * 1000).toISOString().slice(0, 10);
  const scope = `${date}/${service}/tc3_request`;
  const signedHeaders = 'content-type;host;x-tc-action';
  const headers = `content-type:${contentType}\nhost:${host}\nx-tc-action:${action.toLowerCase()}\n`;
  const canonical = ['POST', '/', '', headers, signedHeaders, sha256(body)].join('\n');
  const toSign = ['TC3-HMAC-SHA256', timestamp, scope, sha256(canonical)].join('\n');
  const key = hmac(hmac(hmac(`TC3${secretKey}`, date), service), 'tc3_request');
  const signature = hmac(key, toSign).toString('hex');
  return `TC3-HMAC-SHA256 Credential=${secretId}/${scope}, SignedHeaders=${signedHeaders}, Signature=${signature}`;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
