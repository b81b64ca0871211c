import type { HrCopy } from '#shared/copy/zh/hr.ts';

/** Who did something, for people: an id becomes the role it belongs to, a name stays. */
export function actor(words: HrCopy['actor'], by: string): string {
  if (by === 'system') return words.system;
  if (by.startsWith('cand_')) return words.candidate;
  if (by.startsWith('usr_')) return words.staff;
  return by;
}
