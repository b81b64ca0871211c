import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, expect, test, vi } from 'vitest';
import { DynamoUnavailable, startDynamo } from './dynoxide.ts';
import { createTable, TableMismatch } from './table.ts';
import { noteTable, startTestStore } from './test-store.ts';

const open: { stop(): Promise<void> }[] = [];
const opened = <T extends { stop(): Promise<void> }>(thing: T): T => {
  open.push(thing);
  return thing;
};

afterEach(async () => {
  vi.unstubAllEnvs();
  for (const thing of open.splice(0).reverse()) await thing.stop();
});

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

test('data outlives a restart on the same file, and stop ends the process', async () => {
  const store = opened(await startTestStore());
  await store.client().send(new PutCommand({ TableName: 'notes', Item: { pk: 'a', sk: '1', text: '你好' } }));
  await store.dynamo.stop();
  expect(isAlive(store.dynamo.pid ?? 0)).toBe(false);
  expect(existsSync(join(store.folder, 'dynamo.db.pid'))).toBe(false);

  const again = opened(await startDynamo({ dataFile: join(store.folder, 'dynamo.db') }));
  await createTable(again.endpoint, noteTable);
  const client = store.client({ endpoint: again.endpoint });
  const { Item } = await client.send(new GetCommand({ TableName: 'notes', Key: { pk: 'a', sk: '1' } }));
  expect(Item).toEqual({ pk: 'a', sk: '1', text: '你好' });
});

test('a table that was made from another definition is refused', async () => {
  const store = opened(await startTestStore());
  const { GlobalSecondaryIndexes: _, ...other } = noteTable;
  await expect(
    createTable(store.dynamo.endpoint, {
      ...other,
      AttributeDefinitions: noteTable.AttributeDefinitions.slice(0, 2),
    } as typeof noteTable),
  ).rejects.toThrow(TableMismatch);
});

test('the declared index answers', async () => {
  const store = opened(await startTestStore());
  const client = store.client();
  await client.send(new PutCommand({ TableName: 'notes', Item: { pk: 'a', sk: '1', due: 'shard-1' } }));
  await client.send(new PutCommand({ TableName: 'notes', Item: { pk: 'a', sk: '2' } }));
  const { Items } = await client.send(
    new QueryCommand({
      TableName: 'notes',
      IndexName: 'due',
      KeyConditionExpression: 'due = :due',
      ExpressionAttributeValues: { ':due': 'shard-1' },
    }),
  );
  expect(Items).toEqual([{ pk: 'a', sk: '1', due: 'shard-1' }]);
});

test('the lookups that each write and each poll do go through our indexes, not a scan', async () => {
  const store = opened(await startTestStore());
  const database = new DatabaseSync(join(store.folder, 'dynamo.db'), { readOnly: true });
  const plan = (sql: string) => JSON.stringify(database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all());
  const nextNumber = plan(
    "SELECT COALESCE(MAX(CAST(sequence_number AS INTEGER)), 0) + 1 FROM _stream_records WHERE table_name = 'notes'",
  );
  const page = plan(
    `SELECT event_name FROM _stream_records WHERE table_name = 'notes' AND shard_id = 's'
     AND CAST(sequence_number AS INTEGER) > 5 ORDER BY CAST(sequence_number AS INTEGER) ASC LIMIT 10`,
  );
  database.close();
  expect(nextNumber).toContain('world_stream_sequence');
  expect(page).toContain('world_stream_shard');
  expect(page).not.toContain('TEMP B-TREE');
});

test('DYNAMODB_ENDPOINT wins, and nothing is started', async () => {
  vi.stubEnv('DYNAMODB_ENDPOINT', 'http://127.0.0.1:1');
  const dynamo = await startDynamo({ dataFile: '/nowhere/at/all.db' });
  expect(dynamo).toMatchObject({ endpoint: 'http://127.0.0.1:1', pid: undefined });
  await dynamo.stop();
});

test('without a binary the error names all three ways', async () => {
  vi.stubEnv('PATH', '/nowhere');
  const platform = Object.getOwnPropertyDescriptor(process, 'platform');
  Object.defineProperty(process, 'platform', { value: 'plan9', configurable: true });
  try {
    const refusal: unknown = await startDynamo({ dataFile: '/nowhere/at/all.db' }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(DynamoUnavailable);
    expect(String(refusal)).toMatch(/DYNAMODB_ENDPOINT.*@dynoxide\/plan9-.*PATH/s);
  } finally {
    if (platform) Object.defineProperty(process, 'platform', platform);
  }
});

test('a server that a killed run left on the file is ended by its id; a stranger with that id is not', async () => {
  const store = opened(await startTestStore([]));
  const file = join(store.folder, 'dynamo.db');
  const left = store.dynamo.pid ?? 0;
  const next = opened(await startDynamo({ dataFile: file }));
  await expect.poll(() => isAlive(left)).toBe(false);
  await next.stop();

  const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  await once(stranger, 'spawn');
  try {
    writeFileSync(`${file}.pid`, String(stranger.pid));
    opened(await startDynamo({ dataFile: file }));
    expect(isAlive(stranger.pid ?? 0)).toBe(true);
  } finally {
    stranger.kill();
  }
});
