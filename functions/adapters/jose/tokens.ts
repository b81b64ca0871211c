import { createHash } from 'node:crypto';
import { decodeProtectedHeader, errors, jwtVerify, SignJWT } from 'jose';
import * as z from 'zod';
import type { Clock, Tokens } from '#functions/ports.ts';
import { staffRoles } from '#shared/access/roles.ts';
import { limits } from '#shared/limits.ts';
import { ok, refuse } from '#shared/result.ts';

const algorithm = 'HS256';
const minuteMs = 60_000;
const hour = 3600;

const sessionId = z.string().optional();
const actorSchema = z.union([
  z.object({ role: z.literal('candidate'), company: z.string(), candidateId: z.string(), sessionId }),
  z.object({ role: z.enum(staffRoles), company: z.string(), userId: z.string(), sessionId }),
]);
const linkSchema = z.object({ company: z.string(), interviewId: z.string(), candidateId: z.string() });

type Key = { kid: string; secret: Uint8Array };

/** Says which key signed, and nothing of the key. */
const kidOf = (key: string): string => createHash('sha256').update(key).digest('base64url').slice(0, 8);

/**
 * Our own short tokens and the signed links of invitations. Two audiences, so that one can never pass for the other. `key`:
 * one or more keys with spaces between; the first one signs, all of them verify, so that a key is changed by putting a new
 * one in front and taking the old one away when the last link it signed has lapsed.
 */
export function joseTokens({ key, clock }: { key: string; clock: Clock }): Tokens {
  const keys = key
    .split(/\s+/)
    .filter((one) => one !== '')
    .map((one): Key => ({ kid: kidOf(one), secret: new TextEncoder().encode(one) }));
  const [signing] = keys;
  if (signing === undefined) throw new Error('no key to sign with');

  const sign = (claims: Record<string, unknown>, audience: string, expires: Date): Promise<string> =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: algorithm, kid: signing.kid })
      .setAudience(audience)
      .setIssuedAt(Math.floor(clock.now().getTime() / 1000))
      .setExpirationTime(Math.floor(expires.getTime() / 1000))
      .sign(signing.secret);

  /** `late`: seconds after its end in which it is still read. */
  async function open(token: string, audience: string, late = 0) {
    const { kid } = decodeProtectedHeader(token);
    // A token of before there were names for keys was signed by the oldest.
    const found = kid === undefined ? keys.at(-1) : keys.find((one) => one.kid === kid);
    if (found === undefined) throw new errors.JWSSignatureVerificationFailed();
    const options = { audience, algorithms: [algorithm], currentDate: clock.now(), clockTolerance: late };
    return (await jwtVerify(token, found.secret, options)).payload;
  }

  return {
    async issue(actor) {
      const minutes = actor.role === 'candidate' ? limits.sessions.candidateMinutes : limits.sessions.staffMinutes;
      const expires = new Date(clock.now().getTime() + minutes * minuteMs);
      return { token: await sign(actor, 'session', expires), expiresAt: expires.toISOString() };
    },
    async verify(token) {
      try {
        return ok(actorSchema.parse(await open(token, 'session')));
      } catch (error) {
        return refuse(error instanceof errors.JWTExpired ? 'token_expired' : 'unauthenticated');
      }
    },
    async renewable(token) {
      try {
        return ok(actorSchema.parse(await open(token, 'session', limits.sessions.candidateHours * hour)));
      } catch {
        return refuse('unauthenticated');
      }
    },
    issueLink: (claims, expiresAt) => sign(claims, 'link', expiresAt),
    async verifyLink(link) {
      try {
        return ok(linkSchema.parse(await open(link, 'link')));
      } catch (error) {
        return refuse(error instanceof errors.JWTExpired ? 'link_expired' : 'link_invalid');
      }
    },
  };
}
