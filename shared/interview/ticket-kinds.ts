import type { InterviewStatus } from './state.ts';
import { allowedFrom } from './transitions.ts';

/**
 * What a candidate may ask of HR. One mechanism for all: asked by the candidate, answered by a named person. Free of zod:
 * the mini-program reads it too.
 */
export const ticketKinds = ['help', 'reopen', 'extend', 'extra_time', 'human_review', 'transcript', 'no_show'] as const;
export type TicketKind = (typeof ticketKinds)[number];

/** In which status each may be asked: where HR could give it, and help wherever anything may be asked. */
const ticketFrom = {
  help: allowedFrom.openTicket,
  reopen: allowedFrom.reopen,
  extend: allowedFrom.extend,
  extra_time: allowedFrom.accommodate,
  human_review: ['submitted', 'evaluated'],
  transcript: allowedFrom.askEvaluation,
  no_show: allowedFrom.explainNoShow,
} as const satisfies Record<TicketKind, readonly InterviewStatus[]>;

export const mayAsk = (kind: TicketKind, status: InterviewStatus): boolean =>
  (ticketFrom[kind] as readonly InterviewStatus[]).includes(status);

/** What granting it does to the interview; a help is resolved, there is nothing to grant. */
export const isGrantable = (kind: TicketKind): boolean => kind !== 'help';
