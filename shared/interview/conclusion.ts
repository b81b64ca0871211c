import * as z from 'zod';
import { outcomeSchema } from './state.ts';

/** What a rule leads to: a decision, or a person who makes one. */
export const conclusionSchema = z.enum([...outcomeSchema.options, 'person']);
export type Conclusion = z.infer<typeof conclusionSchema>;
