import * as z from 'zod';
import type { composeEvaluate } from '#functions/compose.ts';
import { evaluate } from '#functions/evaluation/evaluate.ts';
import { queueHandler } from './queue-handler.ts';

const jobSchema = z.object({
  company: z.string(),
  interviewId: z.string(),
  attempt: z.number().int(),
  request: z.number().int(),
});

export const evaluateHandler = (deps: ReturnType<typeof composeEvaluate>) =>
  queueHandler(jobSchema, (job) => evaluate(deps, job));
