import type { Anchor, Anchors, Audit, AuditHead } from '#functions/ports/audit.ts';
import { privacyLimits } from '#shared/privacy/limits.ts';
import { hashOf, noHash } from './block-hash.ts';

/** Where a walk along the chain stands: the last block that was found right. */
export type Walk = { n: number; hash: string; day: string };
export type Broken = 'missing' | 'changed' | 'unlinked' | 'cut_off' | 'replaced';
/** `anchors`: how many notes from outside were compared. */
export type Verified = {
  blocks: number;
  records: number;
  anchors: number;
  broken: { block: number; how: Broken } | null;
  walk: Walk | null;
};
type Deps = { audit: Pick<Audit, 'head' | 'blocks'>; anchors: Pick<Anchors, 'all'> };

const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/**
 * Walks along the chain from where it was left. A record that was changed, put elsewhere or taken away changes the hash of
 * its block; a block that is changed, or is gone, no longer fits the one after it; one at the end no longer fits the head;
 * and a chain that was made anew no longer fits what was noted of it outside: the first block that does not is named.
 */
export async function verify({ audit, anchors }: Deps, company: string, from: Walk | null): Promise<Verified> {
  const head = (await audit.head(company)) ?? { n: 0, hash: '', firstDay: '', day: '' };
  const walked = await walkOn(audit, company, head, from);
  const { last, seen, broken } = walked;
  const over = broken !== null || last.n >= head.n;
  // All, whatever days this chain gives its blocks; those of a later block are for the next call.
  const noted = await anchors.all(company);
  const comparable = noted.filter(({ n }) => n > (from?.n ?? 0) && (over || n <= last.n));
  const misfit = firstMisfit(comparable, walked, head);
  const worst = misfit !== null && (broken === null || misfit.block <= broken.block) ? misfit : broken;
  return { ...seen, anchors: comparable.length, broken: worst, walk: worst === null && !over ? last : null };
}

type Walked = {
  seen: { blocks: number; records: number };
  last: Walk;
  /** By number. */
  hashes: Map<number, string>;
  broken: Verified['broken'];
};

async function walkOn(audit: Deps['audit'], company: string, head: AuditHead, from: Walk | null): Promise<Walked> {
  const seen = { blocks: 0, records: 0 };
  // Nothing stands before the first day, whatever was handed in.
  const day = from === null || from.day < head.firstDay ? head.firstDay : from.day;
  let last: Walk = { ...(from ?? { n: 0, hash: noHash }), day };
  const hashes = new Map<number, string>();
  const broken = (how: Broken): Walked => ({ seen, last, hashes, broken: { block: last.n + 1, how } });
  while (last.n < head.n) {
    const left = privacyLimits.verifyBlocks - seen.blocks;
    if (left <= 0) return { seen, last, hashes, broken: null };
    const blocks = await audit.blocks(company, last.day, last.n + 1, left);
    for (const block of blocks) {
      if (block.n > head.n) break;
      if (block.n !== last.n + 1) return broken('missing');
      if (block.prev !== last.hash) return broken('unlinked');
      if (hashOf(block) !== block.hash) return broken('changed');
      seen.blocks += 1;
      seen.records += block.records.length;
      last = { n: block.n, hash: block.hash, day: block.day };
      hashes.set(block.n, block.hash);
    }
    if (blocks.length === 0) {
      if (last.day >= head.day) return broken('missing');
      last = { ...last, day: nextDay(last.day) };
    }
  }
  const whole = head.n === 0 || (last.n === head.n && last.hash === head.hash);
  return whole ? { seen, last, hashes, broken: null } : broken('cut_off');
}

/** A note of a block behind the end says that there were more. */
function firstMisfit(noted: Anchor[], { hashes, last, broken }: Walked, head: AuditHead): Verified['broken'] {
  const misfits = noted.flatMap(({ n, hash }): { block: number; how: Broken }[] => {
    const found = hashes.get(n);
    if (found !== undefined) return found === hash ? [] : [{ block: n, how: 'replaced' }];
    return broken === null && n > head.n ? [{ block: last.n + 1, how: 'cut_off' }] : [];
  });
  return misfits.sort((one, other) => one.block - other.block)[0] ?? null;
}
