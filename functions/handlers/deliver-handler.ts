import * as z from 'zod';
import { type DeliverDeps, deliver } from '#functions/delivery/deliver.ts';
import { type SendProofDeps, sendProof } from '#functions/session/send-proof.ts';
import { type SetBoardsDeps, setBoards } from '#functions/workbench/set-boards.ts';
import { limits } from '#shared/limits.ts';
import { deliveryKinds, isReminder } from '#shared/messaging/messages.ts';
import { logger } from './log.ts';
import { queueHandler } from './queue-handler.ts';

const messageSchema = z.object({
  company: z.string(),
  interviewId: z.string(),
  kind: z.enum(deliveryKinds),
  generation: z.number().int(),
});
const proofSchema = z.object({
  queue: z.literal('proof'),
  company: z.string(),
  candidateId: z.string(),
  n: z.number(),
});
const boardSchema = z.object({ queue: z.literal('board'), company: z.string() });

/** A message that no channel takes is an alarm; one whose provider is down goes back to the queue. */
export const deliverHandler = (deps: DeliverDeps & SetBoardsDeps & SendProofDeps) =>
  queueHandler(z.union([boardSchema, proofSchema, messageSchema]), async (job, delivery) => {
    if ('queue' in job && job.queue === 'proof') {
      const sent = await sendProof(deps, job);
      // Nobody calls again: by then the code is over, and whoever waits for it asks for another.
      if (sent === 'undelivered') logger.error('undelivered', { candidateId: job.candidateId, kind: 'proof' });
      return `code ${sent}`;
    }
    if ('queue' in job) {
      const set = await setBoards(deps, job.company);
      if (set === 'later') throw new Error('WeCom cannot be reached');
      return `board ${set}`;
    }
    const { interviewId, kind } = job;
    const delivered = await deliver(deps, job, isReminder(kind) && delivery >= limits.reminderTries);
    if (delivered === 'later') throw new Error('no provider can be reached');
    if (delivered === 'undelivered') logger.error('undelivered', { interviewId, kind });
    if (delivered === 'fewer') logger.warn('fewer channels than it should', { interviewId, kind });
    return delivered;
  });
