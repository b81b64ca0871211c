import * as z from 'zod';
import { conclusionSchema } from './conclusion.ts';

/** What a decision was made on, for good: which report by which scorer, which rules, what they proposed, the figures. */
export const groundsSchema = z.object({
  report: z.number().int().positive(),
  scorer: z.string(),
  rules: z.number().int().positive(),
  /** The rule that concluded; null where none did. */
  ruleId: z.string().nullable(),
  proposed: conclusionSchema,
  overall: z.number().nullable(),
  culture: z.number().nullable(),
  satisfaction: z.number().nullable(),
  flags: z.number().int().nullable(),
});
export type Grounds = z.infer<typeof groundsSchema>;
