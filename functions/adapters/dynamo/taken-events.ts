import { randomUUID } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { TakenEvents } from '#functions/ports/callbacks.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

/** Much longer than a callback stays fresh. */
const keptSeconds = 24 * 3600;

export const dynamoTakenEvents = (table: Table): TakenEvents => ({
  async take(id) {
    const claim = randomUUID();
    const expires = Math.floor(table.clock.now().getTime() / 1000) + keptSeconds;
    try {
      await table.send(
        new PutCommand({
          TableName: table.name,
          Item: { ...keys.callback(id), claim, expires },
          ConditionExpression: 'attribute_not_exists(pk)',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      return true;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      // The client asks again when a reply is lost: then it is this claim that stands in its way.
      return error.Item !== undefined && unmarshall(error.Item).claim === claim;
    }
  },
  async giveBack(id) {
    await table.send(new DeleteCommand({ TableName: table.name, Key: keys.callback(id) }));
  },
});
