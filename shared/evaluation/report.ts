import * as z from 'zod';
import { evaluationReasonSchema, reportModeSchema } from '../interview/state.ts';
import { aspects } from './aspects.ts';

/**
 * What a guard or the evidence has to say about an answer. A flag is shown to HR; where it withholds words or a number
 * it says so, and none of them lowers a score in silence.
 */
export const flagSchema = z.enum([
  'too_short',
  'echo',
  'repetition',
  'instructs_grader',
  'hidden_text',
  'keyword_list',
  'number_stuffing',
  'empty_prose',
  'off_topic',
  'near_duplicate',
  'not_transcribed',
  'unsure_transcript',
  'recording_incomplete',
  'recording_unreadable',
  'overtime',
  'scorer_unavailable',
  'scorer_disagreed',
  'scorer_dropped',
]);

/** A verbatim piece of an answer: `text.slice(start, end) === quote`, counted in UTF-16 units of the answer's text. */
export const evidenceSchema = z.object({
  keyPoint: z.string(),
  quote: z.string().min(1),
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
  /** The phrase HR accepted as saying the same, where that is why it counts. */
  paraphrase: z.string().optional(),
});

const spanSchema = z.object({ start: z.number().int().nonnegative(), end: z.number().int().positive() });

/** How an answer is built, each part by where it is said; context for the reader and a small part of a score. */
export const structureSchema = z.object({
  claim: spanSchema.nullable(),
  cause: spanSchema.nullable(),
  example: spanSchema.nullable(),
  result: spanSchema.nullable(),
  numbers: z.array(spanSchema),
  ownActions: z.array(spanSchema),
});

const reasonSchema = z.object({
  kind: z.enum(['shown', 'missing', 'deducted']),
  questionId: z.string(),
  /** What the rubric asked for; for a deduction, why (a key point or an anchor's text). */
  keyPoint: z.string(),
  quote: z.string().optional(),
  start: z.number().int().nonnegative().optional(),
  end: z.number().int().positive().optional(),
  /** What it adds to or takes from the dimension, 0-100. */
  points: z.number().optional(),
  /** How fully it is shown (a deduction: how much of it there is), 0-1; 「8/10」 on the page. */
  worth: z.number().min(0).max(1).optional(),
  /** Set where it is not a point of the rubric but how the answer was given; `keyPoint` then names it in words. */
  aspect: z.enum(aspects).optional(),
});

export const reportItemSchema = z.object({
  questionId: z.string(),
  /** 0-100; null when there was too little to judge. */
  score: z.number().min(0).max(100).nullable(),
  evidence: z.array(evidenceSchema),
  missing: z.array(z.string()),
  flags: z.array(flagSchema),
  /** Words that gave no evidence because of a flag. */
  withheld: z.array(spanSchema.extend({ flag: flagSchema })).optional(),
  structure: structureSchema.optional(),
});

export const reportDimensionSchema = z.object({
  name: z.string(),
  weight: z.number(),
  score: z.number().min(0).max(100).nullable(),
  /** 1-5 by the model's anchors; 0 where the dimension is a culture fit and nothing speaks for it. */
  level: z.number().int().min(0).max(5).nullable().optional(),
  /** 0-1, from the spread of several samples; absent for a scorer that gives the same answer every time. */
  confidence: z.number().min(0).max(1).optional(),
  reasons: z.array(reasonSchema),
});

const suggestionSchema = z.object({ questionId: z.string(), keyPoint: z.string() });

/** What a model behind an endpoint took. `cost` in millionths of `currency`, by the configured prices. */
export const usageSchema = z.object({
  calls: z.number().int(),
  cached: z.number().int(),
  inputTokens: z.number().int(),
  outputTokens: z.number().int(),
  cost: z.number().nullable(),
  currency: z.string(),
});

export const reportSchema = z.object({
  report: z.number().int().positive(),
  attempt: z.number().int().positive(),
  planVersion: z.number().int().positive(),
  scorer: z.object({ name: z.string(), version: z.string(), calibrated: z.boolean() }),
  createdAt: z.iso.datetime(),
  /** Why this version was made. */
  because: evaluationReasonSchema.optional(),
  /** 'evidence_only': what was said and where, no number; a person judges. */
  mode: reportModeSchema.optional(),
  /** 0-100, from the dimensions that could be judged; null when `insufficient`. */
  overall: z.number().min(0).max(100).nullable(),
  insufficient: z.boolean(),
  dimensions: z.array(reportDimensionSchema),
  items: z.array(reportItemSchema),
  /** What to ask next time: key points nobody heard, the heaviest first. */
  nextQuestions: z.array(suggestionSchema).optional(),
  usage: usageSchema.optional(),
});
export type Report = z.infer<typeof reportSchema>;
export type ReportDimension = z.infer<typeof reportDimensionSchema>;
export type ReportItem = z.infer<typeof reportItemSchema>;
export type Evidence = z.infer<typeof evidenceSchema>;
export type Structure = z.infer<typeof structureSchema>;
export type Flag = z.infer<typeof flagSchema>;
export type Usage = z.infer<typeof usageSchema>;
