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

/** A reminder is worth few tries: HR has to hear of it before the interview. */
export const reminderTries = 3;

/** A message that no channel takes is an alarm; one whose provider is down goes back to the queue. */
export const deliverHandler = (deps: DeliverDeps) =>
  queueHandler(jobSchema, async (job, delivery) => {
    const { interviewId, kind } = job;
    const delivered = await deliver(deps, job, kind === 'reminder' && delivery >= reminderTries);
    if (delivered === 'later') throw new Error('no provider can be reached');
    if (delivered === 'undelivered') logger.error('undelivered', { interviewId, kind });
    if (delivered === 'fewer') logger.warn('fewer channels than it should', { interviewId, kind });
    return delivered;
  });
