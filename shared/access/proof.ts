import { limits } from '../limits.ts';
import { ok, type Result, refuse } from '../result.ts';

/**
 * A code that was asked for, to show that whoever opens a link has the phone it was sent to. The code itself is kept
 * nowhere: it follows from `nonce` and a key. `failed`: no SMS left, so it counts for nothing.
 */
export type Proof = {
  n: number;
  nonce: string;
  askedAt: string;
  expiresAt: string;
  tries: number;
  usedAt?: string | undefined;
  failed?: boolean | undefined;
};

const { minutes, againSeconds, aDay } = limits.proof;
const dayMs = 86_400_000;

/** The next one of those that were asked for, newest first, or the seconds until there may be one. */
export function nextProof(
  asked: readonly Proof[],
  now: Date,
): Result<Omit<Proof, 'nonce' | 'tries'> & { againAt: string; left: number }, { seconds: number }> {
  const at = now.getTime();
  const went = asked.filter(({ askedAt, failed }) => !failed && Date.parse(askedAt) > at - dayMs);
  const againAt = Math.max(0, ...went.map(({ askedAt }) => Date.parse(askedAt) + againSeconds * 1000));
  const oldest = Math.min(...went.map(({ askedAt }) => Date.parse(askedAt)));
  const dayOver = went.length >= aDay ? oldest + dayMs : 0;
  const from = Math.max(againAt, dayOver);
  if (from > at) return refuse({ seconds: Math.ceil((from - at) / 1000) });
  return ok({
    n: Math.max(0, ...asked.map(({ n }) => n)) + 1,
    askedAt: now.toISOString(),
    expiresAt: new Date(at + minutes * 60_000).toISOString(),
    againAt: new Date(at + againSeconds * 1000).toISOString(),
    left: aDay - went.length - 1,
  });
}

/** The one that a code may still be given for: the newest, in time, not used, with a try left. */
export function standingProof(asked: readonly Proof[], now: Date): Proof | undefined {
  const newest = asked.reduce<Proof | undefined>((last, one) => (last && last.n > one.n ? last : one), undefined);
  if (newest === undefined || newest.usedAt !== undefined || newest.tries >= limits.proof.tries) return undefined;
  return Date.parse(newest.expiresAt) > now.getTime() ? newest : undefined;
}

/** 「138****1234」: enough for its owner to know it, too little for anybody else. */
export function maskedPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, '');
  return `${digits.slice(0, 3)}${'*'.repeat(Math.max(0, digits.length - 7))}${digits.slice(-4)}`;
}
