import type { Recorded } from '../interview/events.ts';

/** What a candidate is told, and what the recruiter who owns the opening is told. */
export const candidateKinds = [
  'invitation',
  'booked',
  'cancelled',
  'reminder',
  'no_show',
  'result',
  'decision',
  'second_interview',
  'meeting_reminder',
  'meeting_called_off',
  'offer',
  'requisition_closed',
  'requisition_reopened',
] as const;
export const ownerKinds = [
  'report_for_hr',
  'rule_for_hr',
  'report_missing',
  'human_route',
  'no_show_for_hr',
  'no_show_waiting',
  'reminder_failed',
  'meeting_answered',
  'offer_answered',
  'arrange_overdue',
  'vacancies_left',
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
  second_interview: 'change',
  meeting_called_off: 'change',
  meeting_reminder: 'reminder',
} as const satisfies Partial<Record<CandidateKind, CreditKind>>;

export const creditFor = (kind: CandidateKind): CreditKind | undefined =>
  (creditOf as Partial<Record<CandidateKind, CreditKind>>)[kind];

/** What is said before a time that has to be kept. */
export const isReminder = (kind: DeliveryKind): boolean => kind === 'reminder' || kind === 'meeting_reminder';

/** By how many channels a message goes at least, where so many can be used. */
export const atLeast = (kind: DeliveryKind): number => (isReminder(kind) ? 2 : 1);

/**
 * The channels of a message to a candidate in the order they are tried: the company's, as far as they can carry it. A
 * confirmed booking goes by mail first, because that brings the calendar entry; a cancelled one by mail alone, because
 * that takes it away.
 */
export function channelsFor(kind: CandidateKind, order: readonly CandidateChannel[]): CandidateChannel[] {
  if (kind === 'cancelled') return order.filter((channel) => channel === 'email');
  const possible = order.filter((channel) => channel !== 'wechat' || creditFor(kind) !== undefined);
  if (!entryFirst.includes(kind)) return possible;
  return [...possible].sort((a, b) => Number(b === 'email') - Number(a === 'email'));
}

/** Whose mail puts something into the candidate's calendar, or takes it out. */
const entryFirst: readonly CandidateKind[] = ['booked', 'second_interview', 'meeting_called_off'];

/** The messages an event sets off at once. What is owed later is a due item. */
export function messagesFor({ event }: Recorded): DeliveryKind[] {
  switch (event.type) {
    case 'invited':
      return ['invitation'];
    case 'booked':
    case 'excused':
      return ['booked'];
    case 'reminder_due':
      return event.data.of === 'meeting' ? ['meeting_reminder'] : ['reminder'];
    case 'reminder_dropped':
    case 'reminder_failed':
      return ['reminder_failed'];
    case 'lapsed':
      return event.data.to === 'no_show' ? ['no_show', 'no_show_for_hr'] : [];
    case 'no_show_waiting':
      return ['no_show_waiting'];
    case 'arranged':
      return ['second_interview'];
    case 'arrangement_called_off':
      return ['meeting_called_off'];
    case 'arrangement_answered':
      return ['meeting_answered'];
    case 'arrange_overdue':
      return ['arrange_overdue'];
    case 'offer_made':
      return ['offer'];
    case 'offer_answered':
    case 'offer_lapsed':
      return ['offer_answered'];
    case 'requisition_closed':
      return ['requisition_closed'];
    case 'requisition_reopened':
      return ['requisition_reopened'];
    case 'report_ready':
      return ['result', 'report_for_hr'];
    case 'report_failed':
      return ['report_missing'];
    case 'declined':
      return ['cancelled', ...(event.data.reason === 'human_route' ? (['human_route'] as const) : [])];
    default:
      return [];
  }
}
