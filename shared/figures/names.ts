import type { NoShowReason } from '../interview/appointment.ts';
import type { TicketCategory } from '../interview/ticket.ts';
import type { TicketKind } from '../interview/ticket-kinds.ts';
import type { CandidateChannel } from '../messaging/messages.ts';

/**
 * Everything a figure can be broken down by, each with all its values. Closed lists: a company's items of a day stay small
 * and hold nothing that a person wrote. Free of zod: the mini-program reads them too. How old somebody is is none of them:
 * that is said for the fairness report alone, which counts it (`ageGroups`).
 */
export const dimensionValues = {
  source: ['referral', 'campus', 'job_board', 'other', 'unknown'],
  candidate_kind: ['graduate', 'experienced', 'unknown'],
  /** The first that reached them of those by which they were reminded. */
  channel: ['wechat', 'sms', 'email', 'none'],
  /** From the booking, or the invitation, to the time. */
  lead_time: ['same_day', 'days_1', 'days_2_3', 'days_4_7', 'over_7'],
  weekday: ['1', '2', '3', '4', '5', '6', '7'],
  hour: ['morning', 'noon', 'afternoon', 'evening'],
  device: ['ios', 'android', 'desktop', 'other', 'unknown'],
  network: ['wifi', 'cellular', 'good', 'slow', 'offline', 'unknown'],
  version: ['current', 'old', 'unknown'],
  score_band: ['under_70', '70_79', '80_84', '85_up', 'unscored'],
} as const;
export type Dimension = keyof typeof dimensionValues;
export type DimensionValue<D extends Dimension = Dimension> = (typeof dimensionValues)[D][number];
export const dimensions = Object.keys(dimensionValues) as [Dimension, ...Dimension[]];

/** The lists behind the figures: one row an invitation, one an appointment that is over, one an interview that was handed in. */
export const factLists = ['invitations', 'appointments', 'endings'] as const;
export type FactList = (typeof factLists)[number];

/** Groups of numbers that are kept together, and what a day of each is: of the invitation, the appointment, the end, … */
export const families = ['invitations', 'stages', 'appointments', 'endings', 'voices', 'reminders'] as const;
export type Family = (typeof families)[number];

export const noShowReasons = ['forgot', 'technical', 'conflict', 'other', 'unsaid'] as const satisfies readonly (
  | NoShowReason
  | 'unsaid'
)[];
export type SaidReason = (typeof noShowReasons)[number];

/** From the invitation to the first day at work; each is reached by some of those who reached the one before. */
export const funnelSteps = [
  'invited',
  'started',
  'ended',
  'decided',
  'passed',
  'offered',
  'accepted',
  'joined',
] as const;
export type FunnelStep = (typeof funnelSteps)[number];

/** Stretches of the way in which somebody waits, is lost or moves on. */
export const funnelStages = ['to_start', 'interview', 'review', 'second', 'offer', 'onboarding'] as const;
export type FunnelStage = (typeof funnelStages)[number];

/** Where the way ended, as far as it did. */
export const losses = [
  'withdrawn',
  'no_show',
  'incomplete',
  'rejected',
  'pool',
  'offer_declined',
  'offer_lapsed',
  'closed',
] as const;
export type Loss = (typeof losses)[number];

export const complaintKinds = [
  'help',
  'reopen',
  'extend',
  'extra_time',
  'human_review',
  'transcript',
  'no_show',
] as const satisfies readonly TicketKind[];
export const complaintCategories = [
  'technical',
  'question',
  'mistaken_end',
  'other',
] as const satisfies readonly TicketCategory[];

export const reminderChannels = ['wechat', 'sms', 'email'] as const satisfies readonly CandidateChannel[];

/** What the questionnaire asks, in stars. */
export const ratedThings = ['flow', 'realism', 'reminders', 'support'] as const;
export type RatedThing = (typeof ratedThings)[number];

export const trendSteps = ['day', 'week', 'month'] as const;
export type TrendStep = (typeof trendSteps)[number];

/** What can be held against itself before and after a day. Handling is a median of minutes, the others are shares. */
export const comparedMeasures = ['no_show', 'handling', 'satisfaction', 'pass', 'start', 'delivery'] as const;
export type ComparedMeasure = (typeof comparedMeasures)[number];

/** A breakdown of a company's own: values of a dimension put together and called by its words. */
export type Report = {
  reportId: string;
  name: string;
  dimension: Dimension;
  groups: { name: string; values: string[] }[];
};
