import * as z from 'zod';

const instant = z.iso.datetime();

/** HH:mm in the company's zone. */
export const wallTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** What was agreed about time when the interview was invited. */
export const appointmentTermsSchema = z.object({
  /** Whether a slot is picked before the start. */
  asked: z.boolean(),
  /** Minutes before its slot from which the interview can be entered. */
  earlyMinutes: z.number().nonnegative(),
  /** How often the candidate may move it. What failed on our side does not count. */
  rebookings: z.number().int().nonnegative(),
  /** Minutes before the appointment at which the candidate is reminded, the longest first. */
  reminders: z.array(z.number().int().positive()),
  /** In which nobody is disturbed, from one wall time to another; null: never. */
  quiet: z.object({ from: wallTimeSchema, to: wallTimeSchema }).nullable(),
  timeZone: z.string(),
  /** Minutes within which a no-show is to be dealt with before HR is alarmed. */
  handleMinutes: z.number().positive(),
  /** Hours between two words by hand; absent in interviews of a time before that. */
  remindAgainHours: z.number().positive().optional(),
  /** Hours a new try stays open where there are no slots to pick from. */
  againHours: z.number().positive(),
  /** Whether it is looked ahead to who may rather not come, to help them; absent: not. */
  foresee: z.boolean().optional(),
});
export type AppointmentTerms = z.infer<typeof appointmentTermsSchema>;

/** With a slot: to be entered at its start. Without: any time from its start to its end. */
export const appointmentSchema = z.object({
  slotId: z.string().nullable(),
  startsAt: instant,
  endsAt: instant,
  /** The event that made it; what was due for an older one is not sent. */
  since: z.number().int().positive(),
  bookedAt: instant,
});

/** What became of a reminder. 'failed': no channel took it. 'dropped': so late that it would have been no reminder. */
const reminderOutcomeSchema = z.enum(['due', 'dropped', 'failed']);
export const remindedSchema = z.object({ minutes: z.number(), at: instant, outcome: reminderOutcomeSchema });
export type Reminded = z.infer<typeof remindedSchema>;

/** 忘记 · 技术问题 · 临时有事 · 其他 */
export const noShowReasonSchema = z.enum(['forgot', 'technical', 'conflict', 'other']);
export type NoShowReason = z.infer<typeof noShowReasonSchema>;

/** Why a no-show is laid at our door: nobody reminded, trouble that waited for us, a device check that had failed, HR's word. */
export const excuseSchema = z.enum(['not_reminded', 'help_waiting', 'precheck_failed', 'upheld']);
export type Excuse = z.infer<typeof excuseSchema>;

export const noShowSchema = z.object({
  at: instant,
  /** When it should have been. */
  missed: instant,
  excuse: excuseSchema.nullable(),
  reason: noShowReasonSchema.nullable(),
  explainedAt: instant.nullable(),
  /** When HR was told that nobody deals with it. */
  alarmedAt: instant.nullable(),
  /** Who of HR said that they deal with it. */
  takenBy: z.string().nullable().default(null),
});
