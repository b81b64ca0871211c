import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Shares } from '#functions/ports/access.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

/** One small item a stretch, which goes away by itself: one conditional addition, whoever else adds meanwhile. */
export const dynamoShares = (table: Table): Shares => ({
  async take({ company, whom, n, seconds }, { lease, most }) {
    try {
      await table.send(
        new UpdateCommand({
          TableName: table.name,
          Key: company === undefined ? keys.strangerRate(whom, n) : keys.rate(company, whom, n),
          UpdateExpression: 'ADD #times :lease SET expires = :expires',
          ConditionExpression: 'attribute_not_exists(pk) OR #times <= :before',
          ExpressionAttributeNames: { '#times': 'times' },
          ExpressionAttributeValues: { ':lease': lease, ':before': most - lease, ':expires': (n + 2) * seconds },
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  },
});
