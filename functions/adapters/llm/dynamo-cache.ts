import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { get } from '../dynamo/read.ts';
import type { Table } from '../dynamo/table.ts';
import type { ScoreCache } from './score-cache.ts';

/**
 * No company in the key: the hash covers the question, the rubric and the answer word for word, so that only who knows
 * them all finds it, and what is found are numbers.
 */
const keyOf = (hash: string) => ({ pk: `llm#${hash}`, sk: 'RATING' });

export const dynamoScoreCache = (table: Table, { days = 30 }: { days?: number } = {}): ScoreCache => ({
  async get(hash) {
    const item = await get(table, keyOf(hash), z.object({ rating: z.unknown() }));
    return item?.rating;
  },
  async put(hash, rating) {
    const expires = Math.floor(table.clock.now().getTime() / 1000) + days * 24 * 3600;
    await table.send(new PutCommand({ TableName: table.name, Item: { ...keyOf(hash), rating, expires } }));
  },
});
