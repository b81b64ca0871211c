import * as z from 'zod';
import { wallTimeSchema } from './interview/appointment.ts';
import { candidateChannels } from './messaging/messages.ts';
import { isPlainSentence, ownTextKinds, ownTextRoom } from './messaging/own-text.ts';
import { stageNames, stageOwners } from './organisation/stage-owners.ts';

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
  /** Whether a candidate picks a time before the interview. */
  booking: z.boolean(),
  /** Days ahead for which slots are shown. */
  bookingDays: z.number().int().positive(),
  /** Minutes before its slot from which an interview can be entered. */
  earlyMinutes: z.number().int().nonnegative(),
  /** How often a candidate may move the time; what failed on our side does not count. */
  rebookings: z.number().int().nonnegative(),
  /** Minutes before the time at which the candidate is reminded, the longest first. */
  reminders: z.array(z.number().int().positive()).max(5),
  /** In which nobody is disturbed, by the company's clock; null: never. */
  quiet: z.object({ from: wallTimeSchema, to: wallTimeSchema }).nullable(),
  /** The company's order of channels to candidates. */
  channels: z.array(z.enum(candidateChannels)).min(1),
  /** Whether who may rather not come is reminded once more, as far as the company's own past can tell. */
  foreseeNoShows: z.boolean(),
  /** Hours within which nobody is reminded once more by hand: after the last word, and before a reminder that comes by itself. */
  remindAgainHours: z.number().int().positive(),
  /** Minutes within which a no-show is to be dealt with before HR is alarmed. */
  handleMinutes: z.number().int().positive(),
  /** Sentences of the company's own beside what messages say. */
  texts: z.partialRecord(z.enum(ownTextKinds), z.string().max(ownTextRoom.most).refine(isPlainSentence)),
  /** Who has which stage in hand, where it is not who usually has. */
  owners: z.partialRecord(z.enum(stageNames), z.enum(stageOwners)),
  /** Hours a new try stays open where there are no slots to pick from. */
  againHours: z.number().int().positive(),
  /** Hours after the decision within which a second interview is to be arranged before HR is alarmed. */
  arrangeHours: z.number().int().positive(),
  /** Whether a candidate sees numbers of a scorer that is not calibrated for the position. */
  showScores: z.boolean(),
  /** What one leaver costs, CNY: with it the dashboard says what staying is worth. */
  leaverCost: z.number().int().nonnegative(),
  /** Whether a rule may turn a candidate down by itself. It also takes a language model that is calibrated for the position. */
  rulesTurnDown: z.boolean(),
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
  booking: false,
  bookingDays: 14,
  earlyMinutes: 15,
  rebookings: 2,
  reminders: [1440, 60],
  quiet: { from: '22:00', to: '08:00' },
  channels: ['wechat', 'sms', 'email'],
  foreseeNoShows: false,
  remindAgainHours: 12,
  handleMinutes: 120,
  texts: {},
  owners: {},
  againHours: 24,
  arrangeHours: 24,
  showScores: false,
  leaverCost: 20_000,
  rulesTurnDown: false,
};

type Layer = { [K in keyof Settings]?: Settings[K] | undefined } | undefined;

/** The narrowest setting wins: position over company over default; of texts and owners each one by itself. */
export function effectiveSettings(...layers: Layer[]): Settings {
  const given = layers.flatMap((layer) => Object.entries(layer ?? {}).filter(([, value]) => value !== undefined));
  const texts = Object.assign({}, ...layers.map((layer) => layer?.texts));
  const owners = Object.assign({}, ...layers.map((layer) => layer?.owners));
  return settingsSchema.parse({ ...defaultSettings, ...Object.fromEntries(given), texts, owners });
}
