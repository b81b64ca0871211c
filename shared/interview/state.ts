import * as z from 'zod';

export const interviewStatuses = [
  'invited',
  'scheduled',
  'in_progress',
  'no_show',
  'submitted',
  'incomplete',
  'evaluated',
  'cancelled',
] as const;
export const interviewStatusSchema = z.enum(interviewStatuses);
export type InterviewStatus = z.infer<typeof interviewStatusSchema>;

export const reportStatusSchema = z.enum(['none', 'generating', 'ready', 'failed']);
export type ReportStatus = z.infer<typeof reportStatusSchema>;

export const outcomeSchema = z.enum(['second_interview', 'onboarding', 'pool', 'reject']);
/** What a person decided. The first two are a pass. */
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
    version: z.number().int().nonnegative(),
    overall: z.number().nullable(),
  }),
  outcome: outcomeSchema.nullable(),
  /** Questions that counted at the last end. */
  answeredIds: z.array(z.string()),
  late: z.boolean(),
  invitedAt: instant,
  startedAt: instant.nullable(),
  activeAt: instant.nullable(),
  endedAt: instant.nullable(),
  reportAt: instant.nullable(),
  decidedAt: instant.nullable(),
});
export type InterviewState = z.infer<typeof interviewStateSchema>;
