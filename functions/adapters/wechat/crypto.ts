import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { ok, type Result, refuse } from '#shared/result.ts';

/** The callback settings of a WeChat app (`receiver` = appid) or a WeCom app (`receiver` = corpid). */
export type CallbackKeys = {
  token: string;
  /** 43 characters: base64 of the AES key without its `=`. */
  encodingAesKey: string;
  receiver: string;
};

/** PKCS#7 counts in blocks of 32 here, not in AES's 16. */
const padBlock = 32;
const randomLength = 16;
const headLength = randomLength + 4;

/** SHA-1 over the sorted parts; with `encrypted` it is `msg_signature`, without it the `signature` of plain mode. */
export function callbackSignature(parts: {
  token: string;
  timestamp: string;
  nonce: string;
  encrypted?: string;
}): string {
  const { token, timestamp, nonce, encrypted } = parts;
  const sorted = [token, timestamp, nonce, ...(encrypted === undefined ? [] : [encrypted])].sort();
  return createHash('sha1').update(sorted.join('')).digest('hex');
}

/** Compares in constant time. */
export function isCallbackSignature(signature: string, parts: Parameters<typeof callbackSignature>[0]): boolean {
  const given = createHash('sha256').update(signature).digest();
  const expected = createHash('sha256').update(callbackSignature(parts)).digest();
  return timingSafeEqual(given, expected);
}

/**
 * The message inside `Encrypt` (or inside WeCom's `echostr`), its signature to be checked before.
 * `undecipherable`: another key, or a damaged text. `foreign_receiver`: meant for another app or company.
 */
export function decryptCallback(
  { encodingAesKey, receiver }: CallbackKeys,
  encrypted: string,
): Result<string, 'undecipherable' | 'foreign_receiver'> {
  try {
    const decipher = createDecipheriv('aes-256-cbc', ...keyAndIv(encodingAesKey));
    decipher.setAutoPadding(false);
    const padded = Buffer.concat([decipher.update(encrypted, 'base64'), decipher.final()]);
    const pad = padded.at(-1) ?? 0;
    const plain = padded.subarray(0, padded.length - pad);
    const end = headLength + plain.readUInt32BE(randomLength);
    if (pad < 1 || pad > padBlock || end > plain.length) return refuse('undecipherable');
    if (plain.subarray(end).toString('utf8') !== receiver) return refuse('foreign_receiver');
    return ok(plain.subarray(headLength, end).toString('utf8'));
  } catch {
    return refuse('undecipherable');
  }
}

/** The `Encrypt` value for a message; `random` is 16 bytes, given only to reproduce a known text. */
export function encryptCallback(
  { encodingAesKey, receiver }: CallbackKeys,
  message: string,
  random: Buffer = randomBytes(randomLength),
): string {
  const body = Buffer.from(message);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const plain = Buffer.concat([random, length, body, Buffer.from(receiver)]);
  const pad = padBlock - (plain.length % padBlock);
  const cipher = createCipheriv('aes-256-cbc', ...keyAndIv(encodingAesKey));
  cipher.setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), cipher.update(Buffer.alloc(pad, pad)), cipher.final()]).toString(
    'base64',
  );
}

function keyAndIv(encodingAesKey: string): [key: Buffer, iv: Buffer] {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64');
  return [key, key.subarray(0, 16)];
}
