import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Requests } from '#functions/ports.ts';
import { keys } from './keys.ts';
import { get } from './read.ts';
import type { Table } from './table.ts';

export const dynamoRequests = (table: Table): Requests => ({
  async upTo(company, itv) {
    return (await get(table, keys.requests(company, itv), z.object({ version: z.number() })))?.version ?? 0;
  },
  async advance(company, itv, version) {
    const put = new PutCommand({
      TableName: table.name,
      Item: { ...keys.requests(company, itv), version },
      ConditionExpression: 'attribute_not_exists(pk) OR #version < :version',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':version': version },
    });
    await table.send(put).catch((error: unknown) => {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    });
  },
});
