import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Due, DueRef } from '#functions/ports.ts';
import { dueKinds } from '#shared/schedule/due-items.ts';
import { dueIndex, keys } from './keys.ts';
import type { Table } from './table.ts';

const dueSchema = z.object({
  company: z.string(),
  interviewId: z.string(),
  kind: z.enum(dueKinds),
  dueAt: z.string(),
});

export const dynamoDue = (table: Table): Due => ({
  async before(now, limit) {
    const shards = Array.from({ length: dueIndex.shards }, (_, shard) => dueInShard(table, String(shard), now, limit));
    const due = (await Promise.all(shards)).flat();
    return due.sort((a, b) => a.at.localeCompare(b.at)).slice(0, limit);
  },
  async settle(ref, moveTo) {
    const stands = {
      TableName: table.name,
      Key: keys.due(ref.company, ref.interviewId, ref.kind),
      ConditionExpression: 'dueAt = :read',
    };
    const settled =
      moveTo === undefined
        ? table.send(new DeleteCommand({ ...stands, ExpressionAttributeValues: { ':read': ref.at } }))
        : table.send(
            new UpdateCommand({
              ...stands,
              UpdateExpression: 'SET dueAt = :to',
              ExpressionAttributeValues: { ':read': ref.at, ':to': moveTo },
            }),
          );
    await Promise.resolve(settled).catch((error: unknown) => {
      // Someone else has moved or settled it: then it is theirs.
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    });
  },
});

async function dueInShard(table: Table, shard: string, now: Date, limit: number): Promise<DueRef[]> {
  const page = await table.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: dueIndex.name,
      KeyConditionExpression: 'dueShard = :shard AND dueAt <= :now',
      ExpressionAttributeValues: { ':shard': shard, ':now': now.toISOString() },
      Limit: limit,
    }),
  );
  return (page.Items ?? []).flatMap((item) => {
    // A kind that only a newer version knows stays due for that one, and holds up nothing here.
    const { success, data } = dueSchema.safeParse(item);
    return success ? [{ company: data.company, interviewId: data.interviewId, kind: data.kind, at: data.dueAt }] : [];
  });
}
