import * as z from 'zod';
import { appointmentSchema, appointmentTermsSchema, noShowSchema, remindedSchema } from './appointment.ts';
import { hiringSchema, noHiring } from './hiring.ts';
import { interviewStatuses } from './statuses.ts';
import { ticketSchema } from './ticket.ts';

export const interviewStatusSchema = z.enum(interviewStatuses);
export type InterviewStatus = z.infer<typeof interviewStatusSchema>;

export const reportStatusSchema = z.enum(['none', 'generating', 'ready', 'failed']);
export type ReportStatus = z.infer<typeof reportStatusSchema>;

/** 'evidence_only': what was said and where, no number; a person judges. */
export const reportModeSchema = z.enum(['scored', 'evidence_only']);
export type ReportMode = z.infer<typeof reportModeSchema>;
export const evaluationReasonSchema = z.enum(['ended', 'transcript_corrected', 'asked', 'rescored']);

const rating = z.number().int().min(1).max(5);
/** What the candidate said of the interview, in numbers; their words lie elsewhere. */
export const questionnaireSchema = z.object({
  flow: rating,
  realism: z.record(z.string(), rating),
  /** 提醒方式是否合适? 技术支持是否及时? */
  reminders: rating.optional(),
  support: rating.optional(),
  /** Ids of questions that were unclear to them, or should not have been asked. */
  unfit: z.array(z.string().max(20)).max(40).optional(),
});
/** HR's own judgement beside a report: an overall, or single dimensions by name. */
export const judgementSchema = z.object({
  report: z.number().int().positive(),
  overall: z.number().min(0).max(100).nullable(),
  dimensions: z.record(z.string(), z.number().min(0).max(100)),
});
export const precheckNames = ['microphone', 'camera', 'network', 'storage', 'version', 'permission'] as const;

export const outcomeSchema = z.enum(['second_interview', 'offer', 'onboarding', 'pool', 'reject']);
/** What a person decided. The first three are a pass. */
export type Outcome = z.infer<typeof outcomeSchema>;

export const consentSchema = z.object({
  purpose: z.enum(['ai_evaluation', 'recording', 'behaviour']),
  /** Of the text that was agreed to. It goes into an event, so it has no room for words. */
  version: z.string().regex(/^[a-z0-9.-]{1,20}$/),
  granted: z.boolean(),
});
export type Consent = z.infer<typeof consentSchema>;

const instant = z.iso.datetime();

/** The part of the settings and the plan that the interview's own rules read. */
export const termsSchema = z.object({
  questionIds: z.array(z.string()),
  requiredIds: z.array(z.string()),
  answersNeeded: z.number().int().positive(),
  attempts: z.number().int().positive(),
  resumeWindowHours: z.number().positive(),
  graceMinutes: z.number().nonnegative(),
  undoMinutes: z.number().nonnegative(),
  reportMinutes: z.number().positive(),
  deadlineAt: instant,
  /** Share of time given for every timed answer: 1.5 is half as much again. An accommodation. */
  extraTime: z.number().min(1).max(4).optional(),
  /** Hours within which a second interview is to be arranged; absent in interviews of a time before that. */
  arrangeHours: z.number().positive().optional(),
  /** Absent in interviews of a time before booking and reminders. */
  appointment: appointmentTermsSchema.optional(),
});
export type Terms = z.infer<typeof termsSchema>;

export const interviewStateSchema = z.object({
  interviewId: z.string(),
  applicationId: z.string(),
  candidateId: z.string(),
  requisitionId: z.string(),
  positionId: z.string(),
  status: interviewStatusSchema,
  /** Number of events so far. */
  version: z.number().int().nonnegative(),
  /** 0 before the first start. */
  attempt: z.number().int().nonnegative(),
  /** Grows with every opening of the interview on any device. */
  epoch: z.number().int().nonnegative(),
  terms: termsSchema,
  report: z.object({
    status: reportStatusSchema,
    /** Of the newest report there is. */
    version: z.number().int().nonnegative(),
    overall: z.number().nullable(),
    mode: reportModeSchema.nullable().default(null),
    /** The event that last asked for a report; a judgement that answers an older one is not attached. */
    request: z.number().int().nonnegative().default(0),
    /** When it was asked for, until it is answered. */
    requestedAt: instant.nullable().default(null),
    /** How often a report without numbers has been asked for again. */
    rescored: z.number().int().nonnegative().default(0),
  }),
  outcome: outcomeSchema.nullable(),
  /** What follows the decision: second interview, offer, joining; and whether the requisition closed meanwhile. */
  hiring: hiringSchema.default(noHiring),
  /** Questions that counted at the last end. */
  answeredIds: z.array(z.string()),
  late: z.boolean(),
  tickets: z.array(ticketSchema).default([]),
  /** Until when HR granted time beyond the usual windows. */
  openUntil: instant.nullable().default(null),
  appointment: appointmentSchema.nullable().default(null),
  /** How often the candidate moved it, as far as it counts. */
  rebookings: z.number().int().nonnegative().default(0),
  /** Of the present appointment, or of the deadline where there is none. */
  reminded: z.array(remindedSchema).default([]),
  confirmedAt: instant.nullable().default(null),
  noShow: noShowSchema.nullable().default(null),
  /** What failed in the newest pre-check. */
  precheckFailed: z.array(z.enum(precheckNames)).default([]),
  questionnaire: questionnaireSchema.nullable().default(null),
  judgement: judgementSchema.nullable().default(null),
  invitedAt: instant,
  startedAt: instant.nullable(),
  activeAt: instant.nullable(),
  endedAt: instant.nullable(),
  reportAt: instant.nullable(),
  /** Since when the rules have something to go by that they have not had; null while they have nothing to do here. */
  factsAt: instant.nullable().default(null),
  decidedAt: instant.nullable(),
});
export type InterviewState = z.infer<typeof interviewStateSchema>;
