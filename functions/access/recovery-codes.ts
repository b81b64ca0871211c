import { createHash, randomBytes } from 'node:crypto';

const howMany = 10;
/** Without those that are read for one another. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
const length = 12;

/** Codes to be written down, each good for one time that the authenticator is not at hand; 59 bits each. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: howMany }, () => {
    const code = Array.from({ length }, () => letterOf()).join('');
    return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
  });

/** What is kept of one. They are random and long, so nothing is won by a slow hash; the person salts it. */
export const hashOf = (company: string, userId: string, code: string): string =>
  createHash('sha256')
    .update(`${company}#${userId}#${code.toLowerCase().replace(/[^a-z0-9]/g, '')}`)
    .digest('base64url');

/** Bytes beyond the last whole alphabet are thrown away: each letter is as likely as another. */
function letterOf(): string {
  const whole = 256 - (256 % letters.length);
  for (;;) {
    const [byte = 0] = randomBytes(1);
    if (byte < whole) return letters[byte % letters.length] ?? '';
  }
}
