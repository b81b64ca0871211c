import {
  ConditionalCheckFailedException,
  ProvisionedThroughputExceededException,
  ThrottlingException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import {
  BatchWriteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startTestStore } from './test-store.ts';

let store: Awaited<ReturnType<typeof startTestStore>>;
beforeAll(async () => {
  store = await startTestStore();
});
afterEach(() => store.proxy.faults.clear());
afterAll(() => store.stop());

const TableName = 'notes';
const once = { maxAttempts: 1 };
const put = (pk: string, more: object = {}) => new PutCommand({ TableName, Item: { pk, sk: '1', ...more } });
const get = (pk: string) => new GetCommand({ TableName, Key: { pk, sk: '1' } });
const increase = (pk: string) =>
  new UpdateCommand({
    TableName,
    Key: { pk, sk: '1' },
    UpdateExpression: 'ADD n :one',
    ExpressionAttributeValues: { ':one': 1 },
  });
const failure = async (act: Promise<unknown>): Promise<unknown> =>
  act.then(
    () => 'no failure',
    (error: unknown) => error,
  );

test('a failed condition comes back with its reasons and the item that was in the way', async () => {
  const client = store.client();
  await client.send(put('held', { version: 7 }));
  const taken = { TableName, Item: { pk: 'held', sk: '1' }, ConditionExpression: 'attribute_not_exists(pk)' };
  const cancelled = await failure(
    client.send(
      new TransactWriteCommand({
        TransactItems: [
          { Put: { TableName, Item: { pk: 'beside', sk: '1' } } },
          { Put: { ...taken, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } },
        ],
      }),
    ),
  );
  expect(cancelled).toBeInstanceOf(TransactionCanceledException);
  expect((cancelled as TransactionCanceledException).CancellationReasons).toMatchObject([
    { Code: 'None' },
    { Code: 'ConditionalCheckFailed', Item: { pk: { S: 'held' }, version: { N: '7' } } },
  ]);
  expect((await client.send(get('beside'))).Item).toBeUndefined();

  const refused = await failure(
    client.send(new PutCommand({ ...taken, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' })),
  );
  expect(refused).toBeInstanceOf(ConditionalCheckFailedException);
  expect((refused as ConditionalCheckFailedException).Item).toMatchObject({ version: { N: '7' } });
});

test('throttle: refused with nothing written; the SDK retries it by itself', async () => {
  store.proxy.faults.add({ kind: 'throttle', next: 1 });
  const refused = await failure(store.client(once).send(put('throttled')));
  expect(refused).toBeInstanceOf(ProvisionedThroughputExceededException);
  expect((await store.client().send(get('throttled'))).Item).toBeUndefined();

  store.proxy.faults.add({ kind: 'throttle', next: 1 });
  await store.client().send(put('throttled'));
  expect((await store.client().send(get('throttled'))).Item).toBeDefined();

  store.proxy.faults.add({ kind: 'throttle', next: 1, operations: ['TransactWriteItems'] });
  const transaction = new TransactWriteCommand({ TransactItems: [{ Put: { TableName, Item: { pk: 't', sk: '1' } } }] });
  expect(await failure(store.client(once).send(transaction))).toBeInstanceOf(ThrottlingException);
  expect(store.proxy.faults.counts()).toEqual({ throttle: 3, conflict: 0, lostReply: 0, delay: 0 });
});

test('conflict: the transaction names the item, a plain write has its own exception, reads pass', async () => {
  store.proxy.faults.add({ kind: 'conflict', next: 1, operations: ['TransactWriteItems'], position: 1 });
  const cancelled = await failure(
    store.client().send(
      new TransactWriteCommand({
        TransactItems: ['x', 'y', 'z'].map((pk) => ({ Put: { TableName, Item: { pk, sk: '1' } } })),
      }),
    ),
  );
  expect(cancelled).toBeInstanceOf(TransactionCanceledException);
  expect((cancelled as TransactionCanceledException).CancellationReasons?.map(({ Code }) => Code)).toEqual([
    'None',
    'TransactionConflict',
    'None',
  ]);
  expect((cancelled as Error).message).toContain('[None, TransactionConflict, None]');
  expect((await store.client().send(get('x'))).Item).toBeUndefined();

  store.proxy.faults.add({ kind: 'conflict', next: 1 });
  expect((await store.client().send(get('x'))).Item).toBeUndefined();
  expect(await failure(store.client().send(put('x')))).toBeInstanceOf(TransactionConflictException);
});

test('lost reply: the write is there although the client saw a broken connection; a blind retry counts twice', async () => {
  store.proxy.faults.add({ kind: 'lostReply', next: 1 });
  expect(await failure(store.client(once).send(increase('lost')))).toMatchObject({ code: 'ECONNRESET' });
  expect((await store.client().send(get('lost'))).Item).toMatchObject({ n: 1 });

  store.proxy.faults.add({ kind: 'lostReply', next: 1 });
  await store.client().send(increase('lost'));
  expect((await store.client().send(get('lost'))).Item).toMatchObject({ n: 3 });
});

test('lost reply of a transaction with a client token: the repeat of the same request is the same write', async () => {
  store.proxy.faults.add({ kind: 'lostReply', next: 1 });
  const { TableName: _, ...update } = increase('token').input;
  await store.client().send(
    new TransactWriteCommand({
      ClientRequestToken: 'one-token',
      TransactItems: [{ Update: { TableName, ...update, UpdateExpression: 'ADD n :one' } }],
    }),
  );
  expect((await store.client().send(get('token'))).Item).toMatchObject({ n: 1 });
});

test('delay holds the request back, after lets some pass, remove takes the rule away', async () => {
  const client = store.client();
  const remove = store.proxy.faults.add({ kind: 'delay', delayMs: 60, operations: ['GetItem'], after: 1 });
  const timed = async () => {
    const from = performance.now();
    await client.send(get('any'));
    return performance.now() - from;
  };
  await timed();
  expect(store.proxy.faults.counts().delay).toBe(0);
  expect(await timed()).toBeGreaterThanOrEqual(59);
  remove();
  await timed();
  expect(store.proxy.faults.counts().delay).toBe(1);
});

test('a probability gives the same run for the same seed', async () => {
  const client = store.client(once);
  const run = async (seed: number) => {
    store.proxy.faults.clear();
    store.proxy.faults.seed(seed);
    store.proxy.faults.add({ kind: 'throttle', probability: 0.4 });
    let outcome = '';
    for (let at = 0; at < 30; at += 1)
      outcome += (await failure(client.send(put(`p${at}`)))) instanceof Error ? 'x' : '.';
    return outcome;
  };
  const first = await run(7);
  expect(first).toMatch(/x.*\.|\..*x/);
  expect(await run(7)).toBe(first);
  expect(await run(8)).not.toBe(first);
});

test('onWrite hears committed writes only, those with a lost reply too', async () => {
  let heard = 0;
  const leave = store.proxy.onWrite(() => {
    heard += 1;
  });
  const client = store.client(once);
  await client.send(put('heard'));
  await client.send(get('heard'));
  store.proxy.faults.add({ kind: 'throttle', next: 1 });
  await failure(client.send(put('heard')));
  expect(heard).toBe(1);
  store.proxy.faults.add({ kind: 'lostReply', next: 1 });
  await failure(client.send(put('heard')));
  expect(heard).toBe(2);
  leave();
  await client.send(put('heard'));
  expect(heard).toBe(2);
});

test('a meter sums what DynamoDB says it consumed, asking for it where the client did not', async () => {
  const client = store.client();
  const meter = store.proxy.meter();
  meter.start();
  await client.send(put('m'));
  await client.send(put('n', { text: 'x'.repeat(2_000), due: 'd' }));
  await client.send(get('m'));
  await client.send(new TransactWriteCommand({ TransactItems: [{ Put: { TableName, Item: { pk: 'o', sk: '1' } } }] }));
  await client.send(
    new BatchWriteCommand({ RequestItems: { notes: [{ PutRequest: { Item: { pk: 'q', sk: '1' } } }] } }),
  );
  await client.send(
    new QueryCommand({ TableName, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': 'm' } }),
  );
  const counted = meter.stop();
  await client.send(put('after'));
  expect(counted).toEqual(meter.stop());
  expect(counted.byOperation).toEqual({
    PutItem: { requests: 2, units: 4 },
    GetItem: { requests: 1, units: 0.5 },
    TransactWriteItems: { requests: 1, units: 2 },
    BatchWriteItem: { requests: 1, units: 1 },
    Query: { requests: 1, units: 0.5 },
  });
  expect(counted).toMatchObject({ read: 1, write: 7 });
});
