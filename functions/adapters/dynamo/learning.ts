import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Learned, Learning, LearningTurns } from '#functions/ports/learning.ts';
import { type LearnedValue, learnedSchemas, type Topic } from '#shared/contract/learned.ts';
import { dueIndex, type Key, keys } from './keys.ts';
import { get, list } from './read.ts';
import type { Table } from './table.ts';
import { transact } from './transact.ts';

const storedSchema = z.object({
  subject: z.string(),
  version: z.number().int().positive(),
  at: z.string(),
  value: z.unknown(),
});

/** The value's own schema is the topic's. */
function learnedOf<T extends Topic>(topic: T, { value, ...stored }: z.infer<typeof storedSchema>): Learned<T> {
  return { ...stored, value: learnedSchemas[topic].parse(value) as LearnedValue<T> };
}

const tries = 5;

export const dynamoLearning = (table: Table): Learning => {
  const newest = async (company: string, topic: Topic, subject: string) =>
    get(table, keys.learnedNewest(company, topic, subject), storedSchema);
  return {
    async newest(company, topic, subject = '') {
      const found = await newest(company, topic, subject);
      return found && learnedOf(topic, found);
    },
    async all(company, topic) {
      const found = await list(table, keys.learnedNewest(company, topic, ''), storedSchema);
      return found.map((one) => learnedOf(topic, one));
    },
    async past(company, topic, limit, subject = '') {
      const key = keys.learnedPast(company, topic, subject, '');
      const found = await list(table, key, storedSchema, { backwards: true, limit });
      return found.map((one) => learnedOf(topic, one));
    },
    async keep(company, topic, { subject, at, value }) {
      for (let attempt = 1; attempt <= tries; attempt += 1) {
        const version = ((await newest(company, topic, subject))?.version ?? 0) + 1;
        const item = { subject, version, at, value };
        const unless = { ConditionExpression: 'attribute_not_exists(pk)' };
        const { committed } = await transact(table, [
          { on: 'newest', Put: { Item: { ...keys.learnedNewest(company, topic, subject), ...item } } },
          { on: 'past', Put: { Item: { ...keys.learnedPast(company, topic, subject, version), ...item }, ...unless } },
        ]);
        if (committed) return version;
      }
      throw new Error(`what was learned of ${topic} stayed contended`);
    },
  };
};

/** A shard of its own in the index of what is due, as the boards have one. */
const shard = 'learning';

export const dynamoLearningTurns = (table: Table): LearningTurns => {
  const put = (Key: Key, company: string, at: string, condition?: string) =>
    table.send(
      new PutCommand({
        TableName: table.name,
        Item: { ...Key, company, dueShard: shard, dueAt: at },
        ...(condition !== undefined && { ConditionExpression: condition }),
      }),
    );
  return {
    async due(now) {
      const page = await table.send(
        new QueryCommand({
          TableName: table.name,
          IndexName: dueIndex.name,
          KeyConditionExpression: 'dueShard = :shard AND dueAt <= :now',
          ExpressionAttributeValues: { ':shard': shard, ':now': now.toISOString() },
        }),
      );
      return (page.Items ?? []).map((item) => z.object({ company: z.string() }).parse(item).company);
    },
    async next(company, at) {
      await put(keys.learningTurn(company), company, at);
    },
    async begin(company, at) {
      if ((await get(table, keys.learningTurn(company), z.object({ dueAt: z.string() }))) !== undefined) return;
      await put(keys.learningTurn(company), company, at, 'attribute_not_exists(pk)').catch((error: unknown) => {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      });
    },
  };
};
