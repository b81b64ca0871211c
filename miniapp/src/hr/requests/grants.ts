import { isGrantable } from '#shared/interview/ticket-kinds.ts';
import { isAllowed } from '#shared/interview/transitions.ts';
import type { Dossier } from '../review/dossier.ts';
import type { Closing, Ticket } from './ticket.ts';

type Status = Dossier['status'];
const gifts = ['reopen', 'extend', 'accommodate'] as const;
export type Gift = (typeof gifts)[number];

/** What HR can give of its own accord in a status; the server has the last word. */
export const giftsIn = (status: Status): Gift[] => gifts.filter((gift) => isAllowed(gift, status));

/** The hours and shares offered; the first is what a tap gives. */
export const hoursOffered = [24, 48, 72, 168] as const;
export const sharesOffered = [1.5, 1.25, 2] as const;

/** Trouble a candidate calls technical is ours until somebody says otherwise. */
export const usualFault = ({ category }: Pick<Ticket, 'category'>): Closing['fault'] =>
  category === 'technical' ? 'ours' : 'none';

/** One tap may grant it: nothing that was decided is taken back by it, and no hours are to be chosen first. */
export const isOneTap = (ticket: Pick<Ticket, 'kind'>, status: Status): boolean =>
  isGrantable(ticket.kind) && ticket.kind !== 'no_show' && !(ticket.kind === 'human_review' && status === 'evaluated');
