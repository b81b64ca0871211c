import { errors, jwtVerify, SignJWT } from 'jose';
import * as z from 'zod';
import type { Clock, Tokens } from '#functions/ports.ts';
import { staffRoles } from '#shared/access/roles.ts';
import { limits } from '#shared/limits.ts';
import { ok, refuse } from '#shared/result.ts';

const algorithm = 'HS256';
const hourMs = 3_600_000;

const actorSchema = z.union([
  z.object({ role: z.literal('candidate'), company: z.string(), candidateId: z.string() }),
  z.object({ role: z.enum(staffRoles), company: z.string(), userId: z.string() }),
]);
const linkSchema = z.object({ company: z.string(), interviewId: z.string(), candidateId: z.string() });

/** Our own short tokens and the signed links of invitations. Two audiences, so that one can never pass for the other. */
export function joseTokens({ key, clock }: { key: string; clock: Clock }): Tokens {
  const secret = new TextEncoder().encode(key);
  const sign = (claims: Record<string, unknown>, audience: string, expires: Date): Promise<string> =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: algorithm })
      .setAudience(audience)
      .setIssuedAt(Math.floor(clock.now().getTime() / 1000))
      .setExpirationTime(Math.floor(expires.getTime() / 1000))
      .sign(secret);
  const open = async (token: string, audience: string) => {
    const options = { audience, algorithms: [algorithm], currentDate: clock.now() };
    return (await jwtVerify(token, secret, options)).payload;
  };
  return {
    async issue(actor) {
      const hours = actor.role === 'candidate' ? limits.candidateTokenHours : limits.staffTokenHours;
      const expires = new Date(clock.now().getTime() + hours * hourMs);
      return { token: await sign(actor, 'session', expires), expiresAt: expires.toISOString() };
    },
    async verify(token) {
      try {
        return ok(actorSchema.parse(await open(token, 'session')));
      } catch (error) {
        return refuse(error instanceof errors.JWTExpired ? 'token_expired' : 'unauthenticated');
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
