import type { Recorded } from '../interview/events.ts';

/** What a candidate is told, and what the recruiter who owns the opening is told. */
export const candidateKinds = ['invitation', 'booked', 'reminder', 'no_show', 'result', 'decision'] as const;
export const ownerKinds = [
  'report_for_hr',
  'report_missing',
  'human_route',
  'no_show_for_hr',
  'no_show_waiting',
  'reminder_failed',
] as const;
export const deliveryKinds = [...candidateKinds, ...ownerKinds] as const;
export type CandidateKind = (typeof candidateKinds)[number];
export type OwnerKind = (typeof ownerKinds)[number];
export type DeliveryKind = CandidateKind | OwnerKind;

export const isForCandidate = (kind: DeliveryKind): kind is CandidateKind =>
  (candidateKinds as readonly string[]).includes(kind);

/** The ways a message reaches a candidate. The first invitation cannot go by WeChat: nobody subscribed yet. */
export const candidateChannels = ['wechat', 'sms', 'email'] as const;
export type CandidateChannel = (typeof candidateChannels)[number];

/** WeChat's subscriptions: one that was accepted is one message that may be sent. */
export const creditKinds = ['reminder', 'no_show', 'change', 'result'] as const;
export type CreditKind = (typeof creditKinds)[number];

/** Which subscription a message spends; what is not here cannot go by WeChat. */
const creditOf = {
  booked: 'change',
  reminder: 'reminder',
  no_show: 'no_show',
  result: 'result',
} as const satisfies Partial<Record<CandidateKind, CreditKind>>;

export const creditFor = (kind: CandidateKind): CreditKind | undefined =>
  (creditOf as Partial<Record<CandidateKind, CreditKind>>)[kind];

/** By how many channels a message goes at least, where so many can be used. */
export const atLeast = (kind: DeliveryKind): number => (kind === 'reminder' ? 2 : 1);

/**
 * The channels of a message to a candidate in the order they are tried: the company's, as far as they can carry it. A
 * confirmed booking goes by mail first, because that brings the calendar entry.
 */
export function channelsFor(kind: CandidateKind, order: readonly CandidateChannel[]): CandidateChannel[] {
  const possible = order.filter((channel) => channel !== 'wechat' || creditFor(kind) !== undefined);
  if (kind !== 'booked') return possible;
  return [...possible].sort((a, b) => Number(b === 'email') - Number(a === 'email'));
}

/** The messages an event sets off at once. What is owed later is a due item. */
export function messagesFor({ event }: Recorded): DeliveryKind[] {
  switch (event.type) {
    case 'invited':
      return ['invitation'];
    case 'booked':
    case 'excused':
      return ['booked'];
    case 'reminder_due':
      return ['reminder'];
    case 'reminder_dropped':
    case 'reminder_failed':
      return ['reminder_failed'];
    case 'lapsed':
      return event.data.to === 'no_show' ? ['no_show', 'no_show_for_hr'] : [];
    case 'no_show_waiting':
      return ['no_show_waiting'];
    case 'report_ready':
      return ['result', 'report_for_hr'];
    case 'report_failed':
      return ['report_missing'];
    case 'declined':
      return event.data.reason === 'human_route' ? ['human_route'] : [];
    default:
      return [];
  }
}
