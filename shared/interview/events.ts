import * as z from 'zod';
import { excuseSchema, noShowReasonSchema } from './appointment.ts';
import { correctionTargets } from './correct.ts';
import { groundsSchema } from './grounds.ts';
import { roundSchema } from './hiring.ts';
import {
  consentSchema,
  evaluationReasonSchema,
  judgementSchema,
  outcomeSchema,
  precheckNames,
  questionnaireSchema,
  reportModeSchema,
  termsSchema,
} from './state.ts';
import { interviewStatuses } from './statuses.ts';
import { resolutionSchema, ticketCategorySchema, ticketKindSchema } from './ticket.ts';

/**
 * What happened to an interview. Kept for ever, so: a schema version on each, and no personal text: answers, names and
 * notes live in items of their own that can be deleted.
 */
const event = <T extends string, S extends z.ZodRawShape>(type: T, data: S) =>
  z.object({
    v: z.literal(1),
    type: z.literal(type),
    at: z.iso.datetime(),
    /** Who caused it: an id of a person, or 'system'. */
    by: z.string(),
    data: z.object(data),
  });

/** Absent where it is the AI interview that is ahead. */
const ofMeeting = z.literal('meeting').optional();

export const interviewEventSchema = z.discriminatedUnion('type', [
  event('invited', {
    interviewId: z.string(),
    applicationId: z.string(),
    candidateId: z.string(),
    requisitionId: z.string(),
    positionId: z.string(),
    terms: termsSchema,
  }),
  event('started', { attempt: z.number(), epoch: z.number(), consents: z.array(consentSchema) }),
  event('resumed', { epoch: z.number() }),
  event('restarted', { attempt: z.number(), epoch: z.number() }),
  event('ended', {
    outcome: z.enum(['submitted', 'incomplete']),
    answeredIds: z.array(z.string()),
    /** Ended within the grace after the deadline. */
    late: z.boolean(),
  }),
  event('lapsed', { to: z.enum(['no_show', 'incomplete']), excuse: excuseSchema.nullable().optional() }),
  /** `counts`: it uses up one of the candidate's rebookings. */
  event('booked', {
    slotId: z.string().nullable(),
    startsAt: z.iso.datetime(),
    endsAt: z.iso.datetime(),
    counts: z.boolean(),
  }),
  event('confirmed', {}),
  /** `minutes`: which one, by how long it comes before the appointment. */
  event('reminder_due', { minutes: z.number(), of: ofMeeting }),
  event('reminder_dropped', { minutes: z.number(), of: ofMeeting }),
  event('reminder_failed', { minutes: z.number(), of: ofMeeting }),
  /** It was about to leave late and would have disturbed: it is due again after the quiet time. */
  event('reminder_put_off', { minutes: z.number(), of: ofMeeting }),
  event('no_show_explained', { reason: noShowReasonSchema }),
  /** HR upheld what the candidate said against the mark. */
  event('excused', { startsAt: z.iso.datetime(), endsAt: z.iso.datetime() }),
  /** Nobody dealt with a no-show in time; HR is told once. */
  event('no_show_waiting', {}),
  /** One of HR said that they deal with it. */
  event('no_show_taken', {}),
  event('report_ready', {
    report: z.number(),
    overall: z.number().nullable(),
    scorer: z.string(),
    mode: reportModeSchema.optional(),
  }),
  event('report_failed', { reason: z.enum(['timeout', 'scorer']) }),
  /** `on`: what it was decided on; absent where there was no report, and in old events. */
  event('decided', { outcome: outcomeSchema, on: groundsSchema.optional() }),
  event('decision_undone', {}),
  /** A meeting of the next round; where and with what is a note. */
  event('arranged', { round: roundSchema, startsAt: z.iso.datetime(), endsAt: z.iso.datetime() }),
  event('arrangement_called_off', {}),
  event('arrangement_answered', { answer: z.enum(['confirmed', 'cannot']) }),
  /** Nothing was arranged in time; HR is told once. */
  event('arrange_overdue', {}),
  event('round_entered', { round: roundSchema, score: z.number().min(0).max(100).nullable(), passed: z.boolean() }),
  /** `until`: by when it is to be answered; its terms are a note. */
  event('offer_made', { until: z.iso.datetime() }),
  event('offer_answered', { answer: z.enum(['accepted', 'declined']) }),
  event('offer_lapsed', {}),
  event('joined', {}),
  /** 已入职 was said by mistake. */
  event('joining_undone', {}),
  event('requisition_closed', {}),
  event('requisition_reopened', {}),
  event('closure_answered', { choice: z.enum(['pool', 'wait']) }),
  /** A new version of the report was asked for; the one there is stays. */
  event('evaluation_asked', { because: evaluationReasonSchema }),
  event('judged', judgementSchema.shape),
  event('questionnaire_answered', questionnaireSchema.shape),
  event('prechecked', { failed: z.array(z.enum(precheckNames)) }),
  event('ticket_opened', { ticketId: z.string(), kind: ticketKindSchema, category: ticketCategorySchema }),
  event('ticket_closed', { ticketId: z.string(), resolution: resolutionSchema, fault: z.enum(['ours', 'none']) }),
  event('reopened', {
    epoch: z.number(),
    deadlineAt: z.iso.datetime(),
    reason: z.enum(['mistaken_end', 'technical', 'other']),
  }),
  event('extended', { deadlineAt: z.iso.datetime(), reason: z.enum(['technical', 'asked', 'other']) }),
  event('accommodated', { extraTime: z.number() }),
  /**
   * A person put the status right; their words are a note. The step itself is the event after it, but for a no-show that
   * becomes an invitation again: that one is open until `openUntil`.
   */
  event('corrected', {
    from: z.enum(interviewStatuses),
    to: z.enum(correctionTargets),
    openUntil: z.iso.datetime().nullable(),
  }),
  event('declined', { reason: z.enum(['human_route', 'withdrawn']) }),
]);
export type InterviewEvent = z.infer<typeof interviewEventSchema>;
export type EventOf<T extends InterviewEvent['type']> = Extract<InterviewEvent, { type: T }>;

/** An event with its place in the interview's history; the first one is version 1. */
export type Recorded = { version: number; event: InterviewEvent };
