import * as z from 'zod';
import { staffRoles } from '../access/roles.ts';
import { planSchema } from '../interview/plan.ts';
import { settingsSchema } from '../settings.ts';
import { priorities } from './priority.ts';

const id = (prefix: string) => z.string().regex(new RegExp(`^${prefix}_[a-z0-9]{4,40}$`));

const savedShape = { at: z.iso.datetime(), by: z.string() };

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
  /** The last time somebody saved the settings. */
  saved: z.object({ version: z.number().int().positive(), ...savedShape }).optional(),
  /** The times before, the newest first; as many as figures may be held against (`limits.changesNamed`). */
  savedBefore: z.array(z.object(savedShape)).optional(),
});
export type Company = z.infer<typeof companySchema>;

export const departmentSchema = z.object({
  departmentId: id('dep'),
  name: z.string(),
  /** Null at the top. */
  parentId: id('dep').nullable(),
  /** Who sees its people, and those of all below it. */
  headUserIds: z.array(id('usr')),
  order: z.number().int(),
  /** Its id in WeCom, where it came from there. */
  wecomId: z.number().int().nullable(),
  version: z.number().int().positive(),
});
export type Department = z.infer<typeof departmentSchema>;

/** A position in a department. */
export const postSchema = z.object({
  departmentId: id('dep'),
  positionId: id('pos'),
  headcount: z.number().int().nonnegative(),
  /**
   * In post but for those who joined through an interview: these are counted from the events. Below zero where some of
   * them have left since.
   */
  others: z.number().int(),
  version: z.number().int().positive(),
});
export type Post = z.infer<typeof postSchema>;

/** One thing a résumé should show, and the words by which it shows it. */
const criterionSchema = z.object({ name: z.string(), words: z.array(z.string()).min(1) });

export const positionSchema = z.object({
  positionId: id('pos'),
  title: z.string(),
  /** The name of its department: whoever reads a position with `departmentId` is given the name that one has now. */
  department: z.string(),
  departmentId: id('dep').optional(),
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
  /** As of a position: the name that `departmentId` has now. */
  department: z.string(),
  departmentId: id('dep').optional(),
  position: z.string(),
  headcount: z.number().int().positive(),
  inPost: z.number().int().nonnegative(),
  /**
   * How many people it looks for: headcount - inPost when it opened. The denominator of the progress: only a person who
   * edits the requisition changes it, never a hire.
   */
  vacancies: z.number().int().positive(),
  /** The recruiter who owns it and hears of its results. */
  ownerId: id('usr'),
  openedAt: z.iso.datetime(),
  /** Hears what the owner would hear while the owner is away. */
  deputyId: id('usr').optional(),
  interviewerIds: z.array(id('usr')).optional(),
  priority: z.enum(priorities).optional(),
  /** How often it was edited. */
  version: z.number().int().nonnegative().optional(),
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
  departmentIds: z.array(id('dep')).optional(),
  /** Away until the end of this day by the company's clock. */
  awayUntil: z.iso.date().optional(),
  /** Since when the company's directory does not name them any more. */
  goneAt: z.iso.datetime().optional(),
});
export type Staff = z.infer<typeof staffSchema>;
