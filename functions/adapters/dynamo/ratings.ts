import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Ratings } from '#functions/ports/evaluation.ts';
import { keys } from './keys.ts';
import { list } from './read.ts';
import type { Table } from './table.ts';

const ratingSchema = z.object({
  interviewId: z.string(),
  questionId: z.string(),
  userId: z.string(),
  level: z.number(),
  score: z.number().nullable(),
  scorer: z.string(),
  report: z.number(),
  at: z.string(),
});

export const dynamoRatings = (table: Table): Ratings => ({
  async put(company, pos, rating) {
    const Key = keys.rating(company, pos, rating.interviewId, rating.questionId, rating.userId);
    await table.send(new PutCommand({ TableName: table.name, Item: { ...Key, ...rating } }));
  },
  ofPosition: (company, pos) => list(table, { ...keys.rating(company, pos, '', '', ''), sk: '' }, ratingSchema),
});
