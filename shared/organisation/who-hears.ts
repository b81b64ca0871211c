import type { Staff } from './records.ts';

/** `today`: the day it is by the company's clock. Somebody who has left is away for good. */
export const isAway = ({ awayUntil, goneAt }: Pick<Staff, 'awayUntil' | 'goneAt'>, today: string): boolean =>
  goneAt !== undefined || (awayUntil !== undefined && today <= awayUntil);

/** Who hears of a requisition's interviews: its owner, and the deputy as well while the owner is away. */
export const hearersOf = (owner: Staff, deputy: Staff | undefined, today: string): [Staff, ...Staff[]] =>
  deputy !== undefined && deputy.goneAt === undefined && isAway(owner, today) ? [owner, deputy] : [owner];
