import type { Dossier } from '../review/dossier.ts';
import type { Closing, Ticket } from './ticket.ts';

type Status = Dossier['status'];
export type Gift = 'reopen' | 'extend' | 'accommodate';

const from = {
  reopen: ['submitted', 'incomplete'],
  extend: ['invited', 'scheduled', 'in_progress'],
  accommodate: ['invited', 'scheduled', 'in_progress'],
} as const satisfies Record<Gift, readonly Status[]>;

/** What HR can give of its own accord in a status; the server has the last word. */
export const giftsIn = (status: Status): Gift[] =>
  (['reopen', 'extend', 'accommodate'] as const).filter((gift) => (from[gift] as readonly Status[]).includes(status));

/** The hours and shares offered; the first is what a tap gives. */
export const hoursOffered = [24, 48, 72, 168] as const;
export const sharesOffered = [1.5, 1.25, 2] as const;

/** Trouble a candidate calls technical is ours until somebody says otherwise. */
export const usualFault = ({ category }: Pick<Ticket, 'category'>): Closing['fault'] =>
  category === 'technical' ? 'ours' : 'none';

/** One tap may grant it: nothing that was decided is taken back by it. */
export const isOneTap = (ticket: Pick<Ticket, 'kind'>, status: Status): boolean =>
  ticket.kind !== 'help' && !(ticket.kind === 'human_review' && status === 'evaluated');
