import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { ProofCodes } from '#functions/ports/proof.ts';

/**
 * The code is worked out, never kept: six digits have so few values that whatever is stored of them gives them away, unless
 * it takes a key that is not there. `key` as in `jose/tokens.ts`: the first makes codes, each of them is taken.
 */
export function proofCodes(key: string): ProofCodes {
  const keys = key.split(/\s+/).filter((one) => one !== '');
  const codeBy = (by: string, company: string, candidateId: string, nonce: string): string => {
    // A key of its own, so that nothing said by one use of the key helps with another.
    const own = createHmac('sha256', by).update('phone-proof').digest();
    const digest = createHmac('sha256', own).update([company, candidateId, nonce].join('\n')).digest();
    return String(digest.readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
  };
  return {
    newNonce: () => randomBytes(16).toString('base64url'),
    codeOf: (company, candidateId, nonce) => codeBy(keys[0] ?? '', company, candidateId, nonce),
    matches(company, candidateId, nonce, code) {
      const given = Buffer.from(code.padEnd(6).slice(0, 6));
      // Every key is tried, whichever it was.
      return keys
        .map((by) => timingSafeEqual(given, Buffer.from(codeBy(by, company, candidateId, nonce))))
        .some((same) => same);
    },
  };
}
