import type { Anchors, Audit } from '#functions/ports/audit.ts';
import type { Clock } from '#functions/ports.ts';

export type AnchorDeps = { audit: Pick<Audit, 'head'>; anchors: Pick<Anchors, 'keep'>; clock: Clock };

/** The day for which a warm function has noted a company's end already; a cold one is told by the bucket. */
const noted = new WeakMap<AnchorDeps['anchors'], Map<string, string>>();

/**
 * Notes the end of a company's chain where nobody who may write the table can change it, once a day. A chain that was made
 * anew as a whole holds in itself, and does not fit this.
 */
export async function anchor({ audit, anchors, clock }: AnchorDeps, company: string): Promise<void> {
  const at = clock.now().toISOString();
  const day = at.slice(0, 10);
  const known = noted.get(anchors) ?? new Map<string, string>();
  noted.set(anchors, known);
  if (known.get(company) === day) return;
  const head = await audit.head(company);
  if (head === undefined || head.n === 0) return;
  await anchors.keep(company, { day, n: head.n, hash: head.hash, at });
  known.set(company, day);
}
