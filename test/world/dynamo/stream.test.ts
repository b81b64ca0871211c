import { join } from 'node:path';
import { BatchWriteCommand, DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type StreamSource, type StreamSourceOptions, startStreamSource } from './stream.ts';
import type { DiscardedBatch } from './stream-batch.ts';
import { startTestStore } from './test-store.ts';

let store: Awaited<ReturnType<typeof startTestStore>>;
const sources: StreamSource[] = [];

beforeEach(async () => {
  store = await startTestStore();
});
afterEach(async () => {
  for (const source of sources.splice(0)) await source.stop();
  await store.stop();
});

function startSource(options: Pick<StreamSourceOptions, 'handler'> & Partial<StreamSourceOptions>): StreamSource {
  const source = startStreamSource({
    endpoint: store.dynamo.endpoint,
    tableName: 'notes',
    wake: store.proxy.onWrite,
    ...options,
  });
  sources.push(source);
  return source;
}

const write = async (...sks: string[]) => {
  const client = store.client();
  for (const sk of sks) await client.send(new PutCommand({ TableName: 'notes', Item: { pk: 'p', sk } }));
};
const skOf = (record: DynamoDBRecord) => record.dynamodb?.Keys?.['sk']?.S ?? '';
const names = (count: number) => Array.from({ length: count }, (_, at) => `EVENT#${String(at).padStart(3, '0')}`);

test('records come in the order of the writes, in the shape Lambda hands over', async () => {
  const client = store.client();
  const seen: DynamoDBRecord[] = [];
  const source = startSource({ handler: async ({ Records }) => void seen.push(...Records) });
  const key = { pk: 'p', sk: 's' };
  await client.send(
    new PutCommand({ TableName: 'notes', Item: { ...key, n: 1, tags: new Set(['a']), deep: { list: [true, null] } } }),
  );
  await client.send(
    new UpdateCommand({
      TableName: 'notes',
      Key: key,
      UpdateExpression: 'SET n = :n',
      ExpressionAttributeValues: { ':n': 2 },
    }),
  );
  await client.send(new DeleteCommand({ TableName: 'notes', Key: key }));
  await source.idle();
  expect(seen.map(({ eventName }) => eventName)).toEqual(['INSERT', 'MODIFY', 'REMOVE']);
  expect(seen[0]).toMatchObject({
    eventSource: 'aws:dynamodb',
    awsRegion: 'us-east-1',
    eventSourceARN: expect.stringMatching(/^arn:aws:dynamodb:us-east-1:\d{12}:table\/notes\/stream\//),
    dynamodb: {
      Keys: { pk: { S: 'p' }, sk: { S: 's' } },
      NewImage: { n: { N: '1' }, tags: { SS: ['a'] }, deep: { M: { list: { L: [{ BOOL: true }, { NULL: true }] } } } },
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    },
  });
  expect(seen[1]?.dynamodb).toMatchObject({ OldImage: { n: { N: '1' } }, NewImage: { n: { N: '2' } } });
  const numbers = seen.map((record) => Number(record.dynamodb?.SequenceNumber));
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
});

test('only what the filter lets through is handed over, in batches of at most batchSize', async () => {
  const batches: string[][] = [];
  const source = startSource({
    filter: [{ eventName: ['INSERT'], dynamodb: { Keys: { sk: { S: [{ prefix: 'EVENT#' }] } } } }],
    batchSize: 2,
    handler: async ({ Records }) => void batches.push(Records.map(skOf)),
  });
  await write('DRAFT#1', ...names(5), 'EVENT#000');
  await source.idle();
  expect(batches.flat()).toEqual(names(5));
  expect(Math.max(...batches.map((batch) => batch.length))).toBeLessThanOrEqual(2);
});

test('a reported failure is tried again from the first failed record on, in order', async () => {
  const calls: string[][] = [];
  let fail = true;
  await write(...names(4));
  const source = startSource({
    bisectBatchOnFunctionError: false,
    handler: async ({ Records }) => {
      calls.push(Records.map(skOf));
      if (!fail) return;
      fail = false;
      // Reported out of order: the lowest one counts.
      return {
        batchItemFailures: [3, 1].map((at) => ({ itemIdentifier: Records[at]?.dynamodb?.SequenceNumber ?? '' })),
      };
    },
  });
  await source.idle();
  expect(calls).toEqual([names(4), names(4).slice(1)]);
});

test('a record that can never be handled is discarded alone, after its retries, and the rest goes on', async () => {
  const handled: string[] = [];
  const discards: DiscardedBatch[] = [];
  let attempts = 0;
  await write(...names(7));
  const source = startSource({
    maximumRetryAttempts: 2,
    onDiscard: (discarded) => void discards.push(discarded),
    handler: async ({ Records }) => {
      if (Records.some((record) => skOf(record) === 'EVENT#003')) {
        if (Records.length === 1) attempts += 1;
        throw new Error('poison');
      }
      handled.push(...Records.map(skOf));
    },
  });
  await source.idle();
  expect(handled).toEqual(names(7).filter((name) => name !== 'EVENT#003'));
  expect(attempts).toBe(3);
  expect(discards).toHaveLength(1);
  expect(discards[0]?.records.map(skOf)).toEqual(['EVENT#003']);
  expect(discards[0]?.document).toMatchObject({
    requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 3 },
    DDBStreamBatchInfo: { batchSize: 1 },
  });
});

test('an identifier that is not in the batch fails all of it', async () => {
  const calls: number[] = [];
  await write(...names(2));
  const source = startSource({
    maximumRetryAttempts: 1,
    bisectBatchOnFunctionError: false,
    handler: async ({ Records }) => {
      calls.push(Records.length);
      return { batchItemFailures: [{ itemIdentifier: 'elsewhere' }] };
    },
  });
  await source.idle();
  expect(calls).toEqual([2, 2]);
});

test('idle waits for what the handling itself writes, also with a slow handler', async () => {
  const client = store.client();
  const seen: string[] = [];
  const source = startSource({
    handler: async ({ Records }) => {
      for (const record of Records) {
        seen.push(skOf(record));
        const next = Number(skOf(record)) + 1;
        if (next <= 5) await client.send(new PutCommand({ TableName: 'notes', Item: { pk: 'p', sk: String(next) } }));
      }
    },
  });
  await write('1');
  await source.idle();
  expect(seen).toEqual(['1', '2', '3', '4', '5']);
});

test('with a checkpoint file a new source goes on where the last one stopped', async () => {
  const checkpointFile = join(store.folder, 'checkpoint.json');
  const seen: string[] = [];
  const handler: StreamSourceOptions['handler'] = async ({ Records }) => void seen.push(...Records.map(skOf));
  await write('1', '2');
  const first = startSource({ handler, checkpointFile });
  await first.idle();
  await first.stop();
  await write('3');
  expect(seen).toEqual(['1', '2']);
  await startSource({ handler, checkpointFile }).idle();
  expect(seen).toEqual(['1', '2', '3']);
});

test('more records than one page holds pass in pages, none twice', async () => {
  const client = store.client();
  for (let at = 0; at < 1_200; at += 25) {
    const puts = Array.from({ length: 25 }, (_, n) => ({ PutRequest: { Item: { pk: 'bulk', sk: String(at + n) } } }));
    await client.send(new BatchWriteCommand({ RequestItems: { notes: puts } }));
  }
  const seen = new Set<string>();
  let handed = 0;
  const source = startSource({
    handler: async ({ Records }) => {
      handed += Records.length;
      for (const record of Records) seen.add(skOf(record));
    },
  });
  await source.idle();
  expect([handed, seen.size]).toEqual([1_200, 1_200]);
});
