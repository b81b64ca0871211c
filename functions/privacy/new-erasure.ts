import type { Erasure } from '#functions/ports/privacy.ts';
import type { Clock, Ids } from '#functions/ports.ts';

export const newErasure = (
  { clock, ids }: { clock: Clock; ids: Ids },
  wanted: Pick<Erasure, 'candidateId' | 'because' | 'dueAt'>,
): Erasure => ({
  ...wanted,
  erasureId: ids.make('ers'),
  state: 'asked',
  askedAt: clock.now().toISOString(),
  by: null,
  begunAt: null,
  doneAt: null,
  counts: null,
  links: null,
  hash: null,
});
