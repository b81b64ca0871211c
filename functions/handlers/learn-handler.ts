import * as z from 'zod';
import { type LearnDeps, learn } from '#functions/learning/learn.ts';
import type { Pulled } from '#functions/learning/pull-outcomes.ts';
import { logger } from './log.ts';
import { queueHandler } from './queue-handler.ts';

const jobSchema = z.object({ company: z.string() });

export const learnHandler = (deps: LearnDeps) =>
  queueHandler(jobSchema, ({ company }) => learn(deps, company, (pulled) => tell(company, pulled)));

function tell(company: string, pulled: Pulled) {
  if (pulled.cause !== undefined) logger.error('outcomes not pulled', { company, ...pulled });
  else if (pulled.where.length > 0) logger.warn('outcome rows left out', { company, ...pulled });
  else logger.info('outcomes pulled', { company, ...pulled });
}
