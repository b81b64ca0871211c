import * as z from 'zod';
import { type DeliverDeps, deliver } from '#functions/delivery/deliver.ts';
import { deliveryKinds } from '#shared/messaging/messages.ts';
import { logger } from './log.ts';
import { queueHandler } from './queue-handler.ts';

const jobSchema = z.object({
  company: z.string(),
  interviewId: z.string(),
  kind: z.enum(deliveryKinds),
  generation: z.number().int(),
});

/** A message that no channel takes is an alarm; one whose provider is down goes back to the queue. */
export const deliverHandler = (deps: DeliverDeps) =>
  queueHandler(jobSchema, async (job) => {
    const delivered = await deliver(deps, job);
    if (delivered === 'later') throw new Error('no provider can be reached');
    if (delivered === 'undelivered') logger.error('undelivered', { interviewId: job.interviewId, kind: job.kind });
    return delivered;
  });
