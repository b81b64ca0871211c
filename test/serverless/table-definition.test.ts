import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dynamoDue } from '#functions/adapters/dynamo/due.ts';
import { dueIndex, dueShard, keys } from '#functions/adapters/dynamo/keys.ts';
import { openTable } from '#functions/adapters/dynamo/table.ts';
import { matchesAny } from '#test/world/dynamo/filter-pattern.ts';
import { startTestStore } from '#test/world/dynamo/test-store.ts';
import { everyMs, readEventDefinitions, readTableDefinition } from '#test/world/table-definition.ts';

describe('the declared table', () => {
  let store: Awaited<ReturnType<typeof startTestStore>>;
  beforeAll(async () => {
    store = await startTestStore([await readTableDefinition('declared')]);
  });
  afterAll(() => store.stop());

  test('serves the sweep: its index gives everything that the sweep reads, in order of time', async () => {
    const client = store.client();
    for (const [interviewId, dueAt] of [
      ['itv_b', '2026-03-01T09:00:00.000Z'],
      ['itv_a', '2026-03-01T08:00:00.000Z'],
      ['itv_c', '2026-03-01T11:00:00.000Z'],
    ] as const) {
      const Item = {
        ...keys.due('co_1', interviewId, 'lapse'),
        ...{
          dueShard: dueShard(interviewId),
          dueAt,
          company: 'co_1',
          interviewId,
          kind: 'lapse',
          more: 'not projected',
        },
      };
      await client.send(new PutCommand({ TableName: 'declared', Item }));
    }
    const now = new Date('2026-03-01T10:00:00.000Z');
    const table = openTable({
      name: 'declared',
      region: 'us-east-1',
      clock: { now: () => now },
      endpoint: store.proxy.endpoint,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
    expect(await dynamoDue(table).before(now, 10)).toEqual([
      { company: 'co_1', interviewId: 'itv_a', kind: 'lapse', at: '2026-03-01T08:00:00.000Z' },
      { company: 'co_1', interviewId: 'itv_b', kind: 'lapse', at: '2026-03-01T09:00:00.000Z' },
    ]);
  });

  test('keeps two items of one partition apart', async () => {
    const client = store.client();
    await client.send(new PutCommand({ TableName: 'declared', Item: { ...keys.state('co_1', 'itv_1'), version: 1 } }));
    await client.send(new PutCommand({ TableName: 'declared', Item: { ...keys.plan('co_1', 'itv_1'), plan: {} } }));
    const { Item } = await client.send(new GetCommand({ TableName: 'declared', Key: keys.state('co_1', 'itv_1') }));
    expect(Item).toMatchObject({ version: 1 });
  });
});

test('the index has the name that the code asks for', async () => {
  const { GlobalSecondaryIndexes } = await readTableDefinition();
  expect(GlobalSecondaryIndexes?.map((index) => index.IndexName)).toEqual([dueIndex.name]);
});

describe('the stream wakes for new events of an interview and for nothing else', async () => {
  const { filterPatterns } = (await readEventDefinitions()).stream;
  const record = (eventName: string, { pk, sk }: { pk: string; sk: string }) => ({
    eventName,
    dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } } },
  });
  test.each([
    ['a new event', true, record('INSERT', keys.event('co_1', 'itv_1', 1))],
    ['a draft', false, record('MODIFY', keys.draft('co_1', 'itv_1', 1, 'q1'))],
    ['a new draft', false, record('INSERT', keys.draft('co_1', 'itv_1', 1, 'q1'))],
    ['the state', false, record('MODIFY', keys.state('co_1', 'itv_1'))],
    ['an event that is deleted', false, record('REMOVE', keys.event('co_1', 'itv_1', 1))],
    ['a copy', false, record('INSERT', keys.dossier('co_1', 'app_1'))],
  ])('%s: %s', (_, expected, one) => {
    expect(matchesAny(filterPatterns, one)).toBe(expected);
  });
});

test('the schedule in milliseconds', async () => {
  expect(everyMs((await readEventDefinitions()).sweep.rate)).toBe(60_000);
  expect(everyMs('rate(2 hours)')).toBe(7_200_000);
  expect(() => everyMs('cron(0 8 * * ? *)')).toThrow('cron');
});
