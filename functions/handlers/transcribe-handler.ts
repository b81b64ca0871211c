import * as z from 'zod';
import { type TranscribeDeps, transcribe } from '#functions/clip/transcribe.ts';
import { judgeLate } from '#functions/evaluation/judge-late.ts';
import { clipIdSchema } from '#shared/interview/draft.ts';
import { queueHandler } from './queue-handler.ts';

const jobSchema = z.object({ company: z.string(), interviewId: z.string(), clipId: clipIdSchema });

/** Also on a delivery that finds the clip settled: the one before may have died in between. */
export const transcribeHandler = (deps: TranscribeDeps & Parameters<typeof judgeLate>[0]) =>
  queueHandler(jobSchema, async (job, delivery) => {
    const outcome = await transcribe(deps, job, delivery);
    await judgeLate(deps, job);
    return outcome;
  });
