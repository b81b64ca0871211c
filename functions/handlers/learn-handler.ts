import * as z from 'zod';
import { type LearnDeps, learn } from '#functions/learning/learn.ts';
import { queueHandler } from './queue-handler.ts';

const jobSchema = z.object({ company: z.string() });

export const learnHandler = (deps: LearnDeps) => queueHandler(jobSchema, ({ company }) => learn(deps, company));
