import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Reports } from '#functions/ports/figures.ts';
import { dimensions } from '#shared/figures/names.ts';
import { keys } from './keys.ts';
import { get } from './read.ts';
import type { Table } from './table.ts';

const storedSchema = z.object({
  version: z.number(),
  reports: z.array(
    z.object({
      reportId: z.string(),
      name: z.string(),
      dimension: z.enum(dimensions),
      groups: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
    }),
  ),
});

export const dynamoReports = (table: Table): Reports => ({
  read: async (company) => (await get(table, keys.reports(company), storedSchema)) ?? { version: 0, reports: [] },
  async write(company, made) {
    const before = made.version - 1;
    try {
      await table.send(
        new PutCommand({
          TableName: table.name,
          Item: { ...keys.reports(company), ...made },
          ...(before === 0
            ? { ConditionExpression: 'attribute_not_exists(pk)' }
            : {
                ConditionExpression: '#version = :before',
                ExpressionAttributeNames: { '#version': 'version' },
                ExpressionAttributeValues: { ':before': before },
              }),
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  },
});
