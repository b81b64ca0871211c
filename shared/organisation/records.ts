import * as z from 'zod';
import { staffRoles } from '../access/roles.ts';
import { planSchema } from '../interview/plan.ts';
import { settingsSchema } from '../settings.ts';

const id = (prefix: string) => z.string().regex(new RegExp(`^${prefix}_[a-z0-9]{4,40}$`));

export const companySchema = z.object({
  companyId: id('co'),
  name: z.string(),
  settings: settingsSchema.partial(),
  wecom: z.object({ corpid: z.string(), agentid: z.number().int() }),
  wechat: z.object({ appid: z.string() }),
  /** Who helps a candidate in trouble. */
  contact: z.object({
    name: z.string(),
    phone: z.string(),
    hours: z.string(),
    /** Minutes within which somebody answers, in those hours. */
    responseMinutes: z.number().int().positive().optional(),
  }),
});
export type Company = z.infer<typeof companySchema>;

/** One thing a résumé should show, and the words by which it shows it. */
const criterionSchema = z.object({ name: z.string(), words: z.array(z.string()).min(1) });

export const positionSchema = z.object({
  positionId: id('pos'),
  title: z.string(),
  department: z.string(),
  /** Whether a pass leads to a second interview or straight to onboarding. */
  secondInterview: z.boolean(),
  criteria: z.array(criterionSchema).min(1),
  /** What everybody should know before the first question, e.g. 「编程题说明」 or 「情景模拟要求」. */
  briefing: z.object({ title: z.string(), text: z.string() }).optional(),
  /** Its version is the position's: every save makes the next one. */
  plan: planSchema,
  settings: settingsSchema.partial(),
  archivedAt: z.iso.datetime().optional(),
});
export type Position = z.infer<typeof positionSchema>;

export const requisitionSchema = z.object({
  requisitionId: id('req'),
  positionId: id('pos'),
  department: z.string(),
  position: z.string(),
  headcount: z.number().int().positive(),
  inPost: z.number().int().nonnegative(),
  /** headcount - inPost when the requisition opened; the denominator of the progress, for good. */
  vacancies: z.number().int().positive(),
  /** The recruiter who owns it and hears of its results. */
  ownerId: id('usr'),
  openedAt: z.iso.datetime(),
});
export type Requisition = z.infer<typeof requisitionSchema>;

/** How a candidate came to us. Rules keep a source by its place in this list: it only grows, at its end. */
export const sources = ['referral', 'campus', 'job_board', 'other'] as const;

export const candidateSchema = z.object({
  candidateId: id('cand'),
  name: z.string(),
  phone: z.string(),
  email: z.email().optional(),
  headline: z.string(),
  resume: z.string(),
  source: z.enum(sources).optional(),
});
export type Candidate = z.infer<typeof candidateSchema>;

export const staffSchema = z.object({
  userId: id('usr'),
  name: z.string(),
  role: z.enum(staffRoles),
  wecomUserId: z.string(),
});
export type Staff = z.infer<typeof staffSchema>;
