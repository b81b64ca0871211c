import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Due, DueRef } from '#functions/ports.ts';
import { dueKinds } from '#shared/schedule/due-items.ts';
import { dueIndex, dueShard, keys } from './keys.ts';
import type { Table } from './table.ts';

const dueSchema = z.object({
  company: z.string(),
  interviewId: z.string(),
  kind: z.enum(dueKinds),
  dueAt: z.string(),
});

export const dynamoDue = (table: Table): Due => ({
  async before(now, limit, after = []) {
    const lasts = new Map(after.map((ref) => [dueShard(ref.interviewId), ref]));
    const each = Math.ceil(limit / dueIndex.shards);
    const shards = Array.from({ length: dueIndex.shards }, (_, shard) =>
      dueInShard(table, String(shard), { now, limit: each, after: lasts.get(String(shard)) }),
    );
    const due = (await Promise.all(shards)).flat();
    return due.sort((a, b) => a.at.localeCompare(b.at));
  },
  async fail(ref) {
    const { Attributes } = await table.send(
      new UpdateCommand({
        TableName: table.name,
        Key: keys.due(ref.company, ref.interviewId, ref.kind),
        UpdateExpression: 'ADD failures :one',
        ConditionExpression: 'dueAt = :read',
        ExpressionAttributeValues: { ':one': 1, ':read': ref.at },
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    return z.object({ failures: z.number() }).parse(Attributes).failures;
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

type Part = { now: Date; limit: number; after: DueRef | undefined };

async function dueInShard(table: Table, shard: string, { now, limit, after }: Part): Promise<DueRef[]> {
  const found: DueRef[] = [];
  let start: Record<string, unknown> | undefined = after && {
    ...keys.due(after.company, after.interviewId, after.kind),
    dueShard: shard,
    dueAt: after.at,
  };
  do {
    const page = await table.send(
      new QueryCommand({
        TableName: table.name,
        IndexName: dueIndex.name,
        KeyConditionExpression: 'dueShard = :shard AND dueAt <= :now',
        ExpressionAttributeValues: { ':shard': shard, ':now': now.toISOString() },
        Limit: limit,
        ...(start && { ExclusiveStartKey: start }),
      }),
    );
    for (const item of page.Items ?? []) {
      // A kind that only a newer version knows stays due for that one, and holds up nothing here.
      const { success, data } = dueSchema.safeParse(item);
      if (success)
        found.push({ company: data.company, interviewId: data.interviewId, kind: data.kind, at: data.dueAt });
    }
    start = page.LastEvaluatedKey;
  } while (start !== undefined && found.length < limit);
  return found;
}
