import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSEvent } from 'aws-lambda';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createClock, type WorldClock } from '../clock.ts';
import { type QueueServer, startQueue } from './server.ts';
import { type QueueHandler, type QueueSource, type QueueSourceOptions, startQueueSource } from './source.ts';

let clock: WorldClock;
let queue: QueueServer;
const sources: QueueSource[] = [];

beforeEach(async () => {
  clock = createClock({ start: new Date('2026-03-01T08:00:00Z'), frozen: true });
  queue = await startQueue({ clock });
  queue.declare('dead');
  queue.declare('jobs', { deadLetterQueue: 'dead', maxReceiveCount: 3 });
});
afterEach(async () => {
  for (const source of sources.splice(0)) await source.stop();
  await queue.stop();
});

function startSource(handler: QueueHandler, more: Partial<QueueSourceOptions> = {}) {
  const source = startQueueSource({ store: queue.store, queueName: 'jobs', handler, retryDelay: () => 10, ...more });
  sources.push(source);
  return source;
}
const send = (...bodies: string[]) => {
  for (const body of bodies) queue.store.send('jobs', { body, attributes: {} });
};
const empty = { visible: 0, inFlight: 0, delayed: 0 };

test('the handler gets the event as Lambda builds it', async () => {
  const events: SQSEvent[] = [];
  const source = startSource(async (event) => void events.push(event));
  const client = new SQSClient({
    endpoint: queue.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const { MessageId } = await client.send(
    new SendMessageCommand({
      QueueUrl: queue.urlOf('jobs'),
      MessageBody: '{"interview":"itv_1"}',
      MessageAttributes: { kind: { DataType: 'String', StringValue: 'evaluate' } },
    }),
  );
  client.destroy();
  await source.idle();
  expect(events).toEqual([
    {
      Records: [
        {
          messageId: MessageId,
          receiptHandle: expect.any(String),
          body: '{"interview":"itv_1"}',
          attributes: {
            ApproximateReceiveCount: '1',
            SentTimestamp: String(clock.now().getTime()),
            SenderId: expect.any(String),
            ApproximateFirstReceiveTimestamp: String(clock.now().getTime()),
          },
          messageAttributes: {
            kind: { stringValue: 'evaluate', stringListValues: [], binaryListValues: [], dataType: 'String' },
          },
          md5OfBody: expect.stringMatching(/^[0-9a-f]{32}$/),
          md5OfMessageAttributes: expect.stringMatching(/^[0-9a-f]{32}$/),
          eventSource: 'aws:sqs',
          eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:jobs',
          awsRegion: 'us-east-1',
        },
      ],
    },
  ]);
  expect(queue.store.counts('jobs')).toEqual(empty);
});

test('of a batch only the reported messages come again', async () => {
  const handled: string[] = [];
  let first = true;
  send('a', 'b', 'c');
  const source = startSource(async ({ Records }) => {
    handled.push(Records.map(({ body }) => body).join(''));
    if (!first) return { batchItemFailures: [] };
    first = false;
    return {
      batchItemFailures: Records.filter(({ body }) => body === 'b').map((r) => ({ itemIdentifier: r.messageId })),
    };
  });
  await source.idle();
  expect(handled).toEqual(['abc', 'b']);
});

test('a message that can never be handled ends in the dead-letter queue after maxReceiveCount, and idle is not held up', async () => {
  let attempts = 0;
  const good: string[] = [];
  send('poison', 'good');
  const source = startSource(
    async ({ Records }) => {
      if (Records[0]?.body !== 'poison') return void good.push(...Records.map(({ body }) => body));
      attempts += 1;
      throw new Error('poison');
    },
    { batchSize: 1 },
  );
  await source.idle();
  expect([attempts, good]).toEqual([3, ['good']]);
  expect(queue.store.counts('dead')).toEqual({ ...empty, visible: 1 });
  expect(queue.store.counts('jobs')).toEqual(empty);
});

test('an identifier that is not in the batch fails all of it', async () => {
  let attempts = 0;
  send('a', 'b');
  await startSource(async () => {
    attempts += 1;
    return { batchItemFailures: [{ itemIdentifier: '' }] };
  }).idle();
  expect(attempts).toBe(3);
  expect(queue.store.counts('dead').visible).toBe(2);
});

test('a delayed message is handled when the clock is turned; until then the queue is idle', async () => {
  const handled: string[] = [];
  const source = startSource(async ({ Records }) => void handled.push(...Records.map(({ body }) => body)));
  queue.store.send('jobs', { body: 'later', attributes: {}, delaySeconds: 600 });
  await source.idle();
  expect(handled).toEqual([]);
  clock.advance('PT10M');
  await source.idle();
  expect(handled).toEqual(['later']);
});

test('no more handlers at work than allowed, and idle waits for all of them and for what they send', async () => {
  let working = 0;
  let most = 0;
  let handled = 0;
  send(...Array.from({ length: 12 }, (_, at) => String(at)));
  const source = startSource(
    async ({ Records }) => {
      working += 1;
      most = Math.max(most, working);
      await new Promise((tick) => setImmediate(tick));
      for (const { body } of Records) {
        handled += 1;
        if (body === '11') send('one more');
      }
      working -= 1;
    },
    { batchSize: 2, maximumConcurrency: 3 },
  );
  await source.idle();
  expect([handled, most]).toEqual([13, 3]);
});

test('a duplicate delivery reaches the handler twice', async () => {
  const handled: string[] = [];
  queue.faults.duplicate(1);
  send('twice');
  await startSource(async ({ Records }) => void handled.push(...Records.map(({ messageId }) => messageId))).idle();
  expect(handled).toHaveLength(2);
  expect(new Set(handled).size).toBe(1);
});
