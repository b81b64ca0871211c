import type { DynamoDBRecord, SQSEvent, SQSRecord } from 'aws-lambda';
import type { QueueHandler } from '#functions/handlers/queue-handler.ts';
import type { Job } from '#functions/ports.ts';
import { type FilterPattern, matchesAny } from '#test/world/dynamo/filter-pattern.ts';
import { lambdaContext } from '#test/world/lambda-context.ts';
import type { EventDefinitions } from '#test/world/table-definition.ts';
import type { Random } from '../random.ts';
import { effect } from './run.ts';

const queueNames = ['evaluate', 'deliver', 'transcribe'] as const;
export type QueueName = (typeof queueNames)[number];
export type Message = { id: number; queue: QueueName; body: string; received: number; visibleAt: number };

/** Told of each message's fate; a worker that died has told nobody. */
export type Worker = (messages: Message[], work: () => Promise<string[]>) => Promise<string[] | 'died'>;

/** The queues and the stream of one life, with what may become of messages on the way. */
export function createMailroom(given: {
  random: Random;
  now: () => number;
  events: EventDefinitions;
  seen: Set<string>;
  isStormy: () => boolean;
}) {
  const { random, now, events, seen, isStormy } = given;
  const queued: Message[] = [];
  const dead: Message[] = [];
  const records: DynamoDBRecord[] = [];
  let at = 0;
  let ids = 0;

  const everPut = new Set<string>();

  const put = (queue: QueueName, body: string, visibleAt = now()): void => {
    ids += 1;
    everPut.add(body);
    queued.push({ id: ids, queue, body, received: 0, visibleAt });
  };
  const queueOf = ({ queue }: Job): QueueName | undefined =>
    queue === 'board' ? 'deliver' : queueNames.find((name) => name === queue);

  function shuffled<T>(all: T[]): T[] {
    for (let i = all.length - 1; i > 0; i -= 1) {
      const j = random.below(i + 1);
      [all[i], all[j]] = [all[j] as T, all[i] as T];
    }
    return all;
  }

  return {
    queued,
    dead,
    /** Whether such a job was handed over at any time. */
    hadJob: (job: Job) => everPut.has(JSON.stringify(job)),
    put,
    queue: {
      async send(jobs: Job[]): Promise<void> {
        effect();
        for (const job of jobs) {
          const queue = queueOf(job);
          // The board follows the counts: one in a few shows how it is set.
          if (queue === undefined || (job.queue === 'board' && !random.chance(0.15))) continue;
          const late = isStormy() && random.chance(0.08);
          if (late) seen.add('a job comes late');
          put(queue, JSON.stringify(job), late ? now() + random.pick([60, 400, 4_000]) * 1_000 : now());
          if (!isStormy() || !random.chance(0.1)) continue;
          seen.add('13 a job comes twice');
          put(queue, JSON.stringify(job), now() + random.pick([0, 30, 900]) * 1_000);
        }
      },
    },
    nextVisible: () => Math.min(...queued.map(({ visibleAt }) => visibleAt)),
    /** Everything that may be given out now, once. How many there were. */
    async giveOut(handlers: Record<QueueName, QueueHandler>, worker: Worker, only?: QueueName): Promise<number> {
      const ready = shuffled(queued.filter(({ visibleAt, queue }) => visibleAt <= now() && queue === (only ?? queue)));
      for (const one of ready) queued.splice(queued.indexOf(one), 1);
      const back = (one: Message) => {
        const { visibilityTimeout, maxReceiveCount } = events[one.queue];
        if (one.received >= maxReceiveCount) return void dead.push(one);
        queued.push({ ...one, visibleAt: now() + visibilityTimeout * 1_000 });
      };
      const count = ready.length;
      while (ready.length > 0) {
        const { queue } = ready[0] as Message;
        const most = isStormy() && random.chance(0.3) ? events[queue].batchSize : 1;
        const batch = ready.filter((one) => one.queue === queue).slice(0, most);
        for (const one of batch) {
          ready.splice(ready.indexOf(one), 1);
          one.received += 1;
        }
        if (isStormy() && random.chance(0.04)) {
          // Given out, and whoever took it was gone before it began.
          seen.add('a job is lost once');
          for (const one of batch) back(one);
          continue;
        }
        const event: SQSEvent = { Records: batch.map(recordOf) };
        const failed = await worker(batch, async () => {
          const { batchItemFailures } = await handlers[queue](event, lambdaContext(queue));
          return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
        });
        const again = batch.filter(({ id }) => failed === 'died' || failed.includes(String(id)));
        if (batch.length > 1 && again.length > 0 && again.length < batch.length) seen.add('10 part of a batch fails');
        for (const one of again) back(one);
      }
      return count;
    },

    /** What was put, as the stream tells of it. */
    onPut(keys: { pk: string; sk: string }[]): void {
      for (const { pk, sk } of keys) {
        const record: DynamoDBRecord = {
          eventName: 'INSERT',
          dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } }, SequenceNumber: String(records.length + 1) },
        };
        if (matchesAny(events.stream.filterPatterns as FilterPattern[], record)) records.push(record);
      }
    },
    hasRecords: () => at < records.length,
    /** The next batch; what fails stays the next one. `again`: from before where it stands. */
    async read(
      handler: (records: DynamoDBRecord[]) => Promise<string | undefined | 'died'>,
      again = false,
    ): Promise<void> {
      const from = again ? Math.max(0, at - 1 - random.below(4)) : at;
      if (again && from < at) seen.add('the stream tells again');
      const batch = records.slice(from, from + events.stream.batchSize);
      if (batch.length === 0) return;
      const failed = await handler(batch);
      if (failed === 'died') return;
      if (failed !== undefined) {
        const first = batch.findIndex(({ dynamodb }) => dynamodb?.SequenceNumber === failed);
        if (first > 0) seen.add('10 the stream goes on from the first failure');
        at = Math.max(at, from + Math.max(0, first));
        return;
      }
      at = Math.max(at, from + batch.length);
    },
  };
}

const recordOf = ({ id, body, received, queue }: Message): SQSRecord => ({
  messageId: String(id),
  receiptHandle: String(id),
  body,
  attributes: {
    ApproximateReceiveCount: String(received),
    SentTimestamp: '0',
    SenderId: 'life',
    ApproximateFirstReceiveTimestamp: '0',
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: `arn:aws:sqs:us-east-1:000000000000:${queue}`,
  awsRegion: 'us-east-1',
});
