import type { Voluntary } from '#functions/ports/voluntary.ts';

/** What somebody said of themselves, for themselves alone. */
export type OwnVoluntary = Pick<Voluntary, 'mine'>;
