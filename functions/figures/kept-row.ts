import { createHash } from 'node:crypto';
import type { KeptRow } from '#functions/ports/figures.ts';
import type { FactRow } from '#shared/figures/rows.ts';

/** What is kept of a row beside the contribution. */
export const keptRow = (row: FactRow): KeptRow => {
  const { list, day, at, n } = row;
  const digest = createHash('sha256').update(JSON.stringify(row)).digest('base64url').slice(0, 10);
  return { list, day, at, n, digest };
};
