import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { expect, test } from 'vitest';
import { expireItems } from './expiry.ts';
import { startTestStore } from './test-store.ts';

test("items go when their time has passed by the world's clock, others stay", async () => {
  const store = await startTestStore();
  try {
    const client = store.client();
    const now = new Date('2030-01-01T00:00:00Z');
    const seconds = now.getTime() / 1_000;
    for (const [sk, ttl] of [
      ['past', seconds - 1],
      ['present', seconds],
      ['never', undefined],
    ] as const) {
      await client.send(new PutCommand({ TableName: 'notes', Item: { pk: 'p', sk, ...(ttl && { ttl }) } }));
    }
    expect(await expireItems({ client, tableName: 'notes', keys: ['pk', 'sk'], attribute: 'ttl', now })).toBe(1);
    const { Items } = await client.send(new ScanCommand({ TableName: 'notes' }));
    expect(Items?.map(({ sk }) => sk).sort()).toEqual(['never', 'present']);
  } finally {
    await store.stop();
  }
});
