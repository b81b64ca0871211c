import * as z from 'zod';
import { limits } from '../limits.ts';

export const questionKindSchema = z.enum(['structured', 'scenario', 'skill']);
export type QuestionKind = z.infer<typeof questionKindSchema>;

export const answerWaySchema = z.enum(['text', 'voice', 'video', 'code', 'file']);
export type AnswerWay = z.infer<typeof answerWaySchema>;

export const questionSchema = z.object({
  id: z.string().regex(/^q[a-z0-9]{1,12}$/),
  kind: questionKindSchema,
  prompt: z.string().min(1).max(500),
  /** What the candidate should know before answering, e.g. the setting of a role-play. */
  briefing: z.string().max(1000).optional(),
  required: z.boolean(),
  /** What a good answer contains, one thought each. A candidate sees some of it in the report, never before. */
  keyPoints: z.array(z.string().min(1).max(120)).min(1).max(12),
  /** Names of the dimensions this question gives evidence for. */
  competencies: z.array(z.string()).min(1),
  minutes: z.number().positive(),
  /** How it may be answered; words and voice where it says nothing. */
  ways: z.array(answerWaySchema).min(1).optional(),
  /** Seconds to think before the answer's clock starts. */
  prepareSeconds: z.number().int().nonnegative().optional(),
  /** Seconds for the answer; no limit where it says nothing. */
  answerSeconds: z.number().int().positive().optional(),
  /** How often a recording may be made again. */
  retakes: z.number().int().nonnegative().optional(),
  /** What the interviewer asks when an answer leaves a key point out. Neutral: it must not give the point away. */
  followUps: z.array(z.object({ keyPoint: z.string(), ask: z.string().min(1).max(200) })).optional(),
  /** The version of the question bank's question that it was taken from. */
  bank: z.object({ bankId: z.string(), version: z.number().int().positive() }).optional(),
});
export type Question = z.infer<typeof questionSchema>;

export const competencySchema = z.object({
  name: z.string().min(1),
  /** Share of the overall score; the weights of a model add up to 1. */
  weight: z.number().min(0).max(1),
  description: z.string(),
  /** What a level looks like, so that two people mean the same by it. */
  anchors: z.array(z.object({ level: z.number().int().min(1).max(5), text: z.string() })).optional(),
  /** Culture fit is shown from 0 to 5 and stands beside the others as its own fact. */
  kind: z.enum(['skill', 'culture']).optional(),
});
export type Competency = z.infer<typeof competencySchema>;

export const planSchema = z.object({
  version: z.number().int().positive(),
  introduction: z.string(),
  /** At least one is required: otherwise no end could ever count. */
  questions: z
    .array(questionSchema)
    .max(limits.questions)
    .refine((all) => all.some((question) => question.required), 'at least one question must be required'),
  competencies: z
    .array(competencySchema)
    .min(1)
    .refine((all) => Math.abs(all.reduce((sum, one) => sum + one.weight, 0) - 1) < 1e-9, 'weights must add up to 1'),
});
/** The questions and the competency model of one interview; frozen at invitation. */
export type Plan = z.infer<typeof planSchema>;

export const estimatedMinutes = (plan: Plan): number =>
  Math.round(plan.questions.reduce((sum, question) => sum + question.minutes, 0));
