import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { SealBroken, type SealedFor, type Sealer } from '#functions/ports/sealer.ts';

/** What of ours begins so; a secret of an authenticator is base 32 and a provider's token has no dot at its third place. */
const mark = 's1.';
const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

type Key = { id: string; master: string };

/**
 * AES-256-GCM. The key of each company and purpose is derived from a master key (HKDF, SHA-256); whose the secret is goes in
 * as additional authenticated data, so that it opens for nobody else, wherever it is put. `masters`: one or more with spaces
 * between; the first one seals, all of them open, so that a key is changed by putting a new one in front. Kept as
 * `s1.<key>.<iv, text and tag, base 64>`.
 */
export function aesSealer(masters: string): Sealer {
  const keys = masters
    .split(/\s+/)
    .filter((one) => one !== '')
    .map((master): Key => ({ id: idOf(master), master }));
  const [sealing] = keys;
  if (sealing === undefined) throw new Error('no key to seal with');

  return {
    seal(whose, secret) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv(algorithm, derived(sealing, whose), iv).setAAD(dataOf(whose));
      const text = Buffer.concat([iv, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `${mark}${sealing.id}.${text.toString('base64url')}`;
    },
    open(whose, kept) {
      if (!kept.startsWith(mark)) return { secret: kept, stale: true };
      const [, id, text = ''] = kept.split('.');
      const key = keys.find((one) => one.id === id);
      if (key === undefined) throw new SealBroken();
      const bytes = Buffer.from(text, 'base64url');
      try {
        const decipher = createDecipheriv(algorithm, derived(key, whose), bytes.subarray(0, ivBytes), {
          authTagLength: tagBytes,
        })
          .setAAD(dataOf(whose))
          .setAuthTag(bytes.subarray(-tagBytes));
        const opened = Buffer.concat([decipher.update(bytes.subarray(ivBytes, -tagBytes)), decipher.final()]);
        return { secret: opened.toString('utf8'), stale: key !== sealing };
      } catch (cause) {
        throw new SealBroken({ cause });
      }
    },
  };
}

/** Says which key sealed, and nothing of the key. */
const idOf = (master: string): string =>
  createHash('sha256').update(`sealer ${master}`).digest('base64url').slice(0, 8);

const derived = ({ master }: Key, { company, purpose }: SealedFor): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', master, company, `mianliao ${purpose}`, 32));

const dataOf = ({ company, person, purpose }: SealedFor): Buffer =>
  Buffer.from(JSON.stringify([company, person, purpose]), 'utf8');
