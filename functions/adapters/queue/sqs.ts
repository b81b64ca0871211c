import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Job, Queue } from '#functions/ports.ts';

export type SqsOptions = {
  region: string;
  urls: Record<Job['queue'], string>;
  endpoint?: string | undefined;
  credentials?: { accessKeyId: string; secretAccessKey: string } | undefined;
};

const batchSize = 10;

export function sqsQueue({ region, urls, endpoint, credentials }: SqsOptions): Queue {
  const client = new SQSClient({
    region,
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(credentials === undefined ? {} : { credentials }),
  });
  return {
    async send(jobs) {
      for (const [queue, url] of Object.entries(urls)) {
        const mine = jobs.filter((job) => job.queue === queue);
        for (let from = 0; from < mine.length; from += batchSize) {
          const Entries = mine
            .slice(from, from + batchSize)
            .map((job, i) => ({ Id: String(i), MessageBody: JSON.stringify(job) }));
          const { Failed } = await client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries }));
          if (Failed !== undefined && Failed.length > 0) throw new Error(`queue refused ${Failed[0]?.Code}`);
        }
      }
    },
  };
}
