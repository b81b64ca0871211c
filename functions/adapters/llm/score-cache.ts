import { createHash } from 'node:crypto';
import { type Rating, ratingSchema } from './rating.ts';

/** Checked ratings by the hash of everything that was asked. They hold positions in an answer, none of its words. */
export type ScoreCache = { get(hash: string): Promise<unknown>; put(hash: string, reply: Rating): Promise<void> };

export const noCache: ScoreCache = { get: async () => undefined, put: async () => {} };

/** The same question to the same model, word for word; each sample has its own. */
export const hashOf = (asked: {
  model: string;
  promptVersion: string;
  system: string;
  user: string;
  temperature: number;
  sample: number;
}): string =>
  createHash('sha256')
    .update(
      JSON.stringify([asked.model, asked.promptVersion, asked.temperature, asked.sample, asked.system, asked.user]),
    )
    .digest('hex');

/** A cache only saves money: one that fails, or holds what does not fit the answer, holds nothing. */
export async function cachedRating(cache: ScoreCache, hash: string, visible: string): Promise<Rating | undefined> {
  const stored = await cache.get(hash).catch(() => undefined);
  const parsed = ratingSchema.safeParse(stored);
  if (!parsed.success) return undefined;
  const fits = parsed.data.quotes.every(({ start, end }) => start >= 0 && start < end && end <= visible.length);
  return fits ? parsed.data : undefined;
}
