import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Lessons } from '#functions/ports/training.ts';
import { courseIds } from '#shared/training/courses.ts';
import { keys } from './keys.ts';
import { list } from './read.ts';
import type { Table } from './table.ts';

const prefix = 'COURSE#';
const progressSchema = z.object({
  course: z.enum(courseIds),
  step: z.number().int().nonnegative().default(0),
  completedAt: z.string().nullable().default(null),
});

export const dynamoLessons = (table: Table): Lessons => ({
  of: (company, userId) => list(table, keys.learned(company, userId, prefix), progressSchema),
  async reach(company, userId, course, step) {
    try {
      await table.send(
        new UpdateCommand({
          TableName: table.name,
          Key: keys.learned(company, userId, `${prefix}${course}`),
          UpdateExpression: 'SET course = :course, step = :step',
          ConditionExpression: 'attribute_not_exists(step) OR step < :step',
          ExpressionAttributeValues: { ':course': course, ':step': step },
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  },
  async complete(company, userId, course, at) {
    const { Attributes } = await table.send(
      new UpdateCommand({
        TableName: table.name,
        Key: keys.learned(company, userId, `${prefix}${course}`),
        UpdateExpression: 'SET course = :course, completedAt = if_not_exists(completedAt, :at)',
        ExpressionAttributeValues: { ':course': course, ':at': at },
        ReturnValues: 'ALL_NEW',
      }),
    );
    return z.object({ completedAt: z.string() }).parse(Attributes).completedAt;
  },
});
