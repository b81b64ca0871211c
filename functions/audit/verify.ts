import type { Audit, AuditHead } from '#functions/ports/audit.ts';
import { privacyLimits } from '#shared/privacy/limits.ts';
import { hashOf, noHash } from './block-hash.ts';

/** Where a walk along the chain stands: the last block that was found right. */
export type Walk = { n: number; hash: string; day: string };
export type Broken = 'missing' | 'changed' | 'unlinked' | 'cut_off';
export type Verified = {
  blocks: number;
  records: number;
  broken: { block: number; how: Broken } | null;
  walk: Walk | null;
};

const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/**
 * Walks along the chain from where it was left. A record that was changed, put elsewhere or taken away changes the hash of
 * its block; a block that is changed, or is gone, no longer fits the one after it; one at the end no longer fits the head.
 */
export async function verify(
  audit: Pick<Audit, 'head' | 'blocks'>,
  company: string,
  from: Walk | null,
): Promise<Verified> {
  const head = await audit.head(company);
  const seen = { blocks: 0, records: 0 };
  if (head === undefined || head.n === 0) return { ...seen, broken: null, walk: null };
  // Nothing stands before the first day, whatever was handed in.
  const day = from === null || from.day < head.firstDay ? head.firstDay : from.day;
  let walk: Walk = { ...(from ?? { n: 0, hash: noHash }), day };
  const broken = (how: Broken) => ({ ...seen, broken: { block: walk.n + 1, how }, walk: null });
  while (walk.n < head.n) {
    const left = privacyLimits.verifyBlocks - seen.blocks;
    if (left <= 0) return { ...seen, broken: null, walk };
    const blocks = await audit.blocks(company, walk.day, walk.n + 1, left);
    for (const block of blocks) {
      if (block.n > head.n) break;
      if (block.n !== walk.n + 1) return broken('missing');
      if (block.prev !== walk.hash) return broken('unlinked');
      if (hashOf(block) !== block.hash) return broken('changed');
      seen.blocks += 1;
      seen.records += block.records.length;
      walk = { n: block.n, hash: block.hash, day: block.day };
    }
    if (blocks.length === 0) {
      if (walk.day >= head.day) return broken('missing');
      walk = { ...walk, day: nextDay(walk.day) };
    }
  }
  return endsAt(head, walk) ? { ...seen, broken: null, walk: null } : broken('cut_off');
}

const endsAt = (head: AuditHead, walk: Walk): boolean => walk.n === head.n && walk.hash === head.hash;
