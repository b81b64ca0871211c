import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type * as z from 'zod';
import { faultOf, logger } from './log.ts';

export type QueueHandler = (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>;

/** One job at a time is settled or handed back; a job of the wrong form fails until the dead-letter queue takes it. */
export function queueHandler<S extends z.ZodType>(
  schema: S,
  /** `delivery`: how often this job has been given out, this time included. */
  work: (job: z.infer<S>, delivery: number) => Promise<string>,
): QueueHandler {
  const handle = async ({ body, messageId, attributes }: SQSRecord): Promise<void> => {
    try {
      const outcome = await work(schema.parse(JSON.parse(body)), Number(attributes.ApproximateReceiveCount));
      logger.info('job', { messageId, outcome });
    } catch (error) {
      logger.error('job failed', { messageId, ...faultOf(error) });
      throw error;
    }
  };
  return (event, context) => {
    // It keeps one batch's failures in itself, so a batch has its own: two at once would take each other's.
    const processor = new BatchProcessor(EventType.SQS);
    return processPartialResponse(event, handle, processor, { context, throwOnFullBatchFailure: false });
  };
}
