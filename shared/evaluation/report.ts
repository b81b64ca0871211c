import * as z from 'zod';

export const flagSchema = z.enum(['too_short', 'echo', 'repetition', 'instructs_grader']);

/** A verbatim piece of an answer: `text.slice(start, end) === quote`, counted in UTF-16 units of the answer's text. */
export const evidenceSchema = z.object({
  keyPoint: z.string(),
  quote: z.string().min(1),
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
});

const reasonSchema = z.object({
  kind: z.enum(['shown', 'missing']),
  questionId: z.string(),
  keyPoint: z.string(),
  quote: z.string().optional(),
});

export const reportItemSchema = z.object({
  questionId: z.string(),
  /** 0-100; null when there was too little to judge. */
  score: z.number().min(0).max(100).nullable(),
  evidence: z.array(evidenceSchema),
  missing: z.array(z.string()),
  flags: z.array(flagSchema),
});

export const reportDimensionSchema = z.object({
  name: z.string(),
  weight: z.number(),
  score: z.number().min(0).max(100).nullable(),
  reasons: z.array(reasonSchema),
});

export const reportSchema = z.object({
  report: z.number().int().positive(),
  attempt: z.number().int().positive(),
  planVersion: z.number().int().positive(),
  scorer: z.object({ name: z.string(), version: z.string(), calibrated: z.boolean() }),
  createdAt: z.iso.datetime(),
  /** 0-100, from the dimensions that could be judged; null when `insufficient`. */
  overall: z.number().min(0).max(100).nullable(),
  insufficient: z.boolean(),
  dimensions: z.array(reportDimensionSchema),
  items: z.array(reportItemSchema),
});
export type Report = z.infer<typeof reportSchema>;
export type ReportDimension = z.infer<typeof reportDimensionSchema>;
export type ReportItem = z.infer<typeof reportItemSchema>;
export type Evidence = z.infer<typeof evidenceSchema>;
export type Flag = z.infer<typeof flagSchema>;
