import * as z from 'zod';

/**
 * The business numbers of a company or a position. They freeze into an interview when it is invited, so that a later
 * change never moves the goal for a person who is already on the way.
 */
export const settingsSchema = z.object({
  /** Hours after the invitation within which the interview can be started. */
  deadlineHours: z.number().int().positive(),
  /** Hours after the last activity within which a started interview can be continued. */
  resumeWindowHours: z.number().int().positive(),
  /** Minutes after a deadline in which what was under way still counts, flagged as late. */
  graceMinutes: z.number().int().nonnegative(),
  /** Attempts in all; the first one is attempt 1. */
  attempts: z.number().int().positive(),
  /** Minutes in which a decision can be taken back before the candidate is told. */
  undoMinutes: z.number().int().nonnegative(),
  /** Required answers that make an interview assessable; null: all required ones. */
  answersNeeded: z.number().int().positive().nullable(),
  /** Share of a position's criteria, 0-1, a résumé must meet to be invited. */
  matchThreshold: z.number().min(0).max(1),
  /** Minutes after the end by which the report is promised. */
  reportMinutes: z.number().int().positive(),
  /** Whether candidates are asked to let what happens around their answers be noted (left the app, camera off). */
  behaviourEvidence: z.boolean(),
  /** IANA zone in which this company's people read times. */
  timeZone: z.string(),
  /** Whether a candidate sees numbers of a scorer that is not calibrated for the position. */
  showScores: z.boolean(),
});
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = {
  deadlineHours: 72,
  resumeWindowHours: 24,
  graceMinutes: 15,
  attempts: 2,
  undoMinutes: 10,
  answersNeeded: null,
  matchThreshold: 0.6,
  reportMinutes: 5,
  behaviourEvidence: false,
  timeZone: 'Asia/Shanghai',
  showScores: false,
};

type Layer = { [K in keyof Settings]?: Settings[K] | undefined } | undefined;

/** The narrowest setting wins: position over company over default. */
export function effectiveSettings(...layers: Layer[]): Settings {
  const given = layers.flatMap((layer) => Object.entries(layer ?? {}).filter(([, value]) => value !== undefined));
  return settingsSchema.parse({ ...defaultSettings, ...Object.fromEntries(given) });
}
