import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

/** So many in a stretch of time, by anybody who sends. */
type Budget = { seconds: number; most: number };

/**
 * What may still be sent to somebody whose provider drops the excess without a word. Counted in stretches of the clock,
 * for all instances together: half of what is allowed in each keeps every sliding one within it.
 */
export type SendBudget = { take(whom: string): Promise<boolean> };

export const dynamoSendBudget = (table: Table, allowed: readonly Budget[]): SendBudget => ({
  async take(whom) {
    const now = Math.floor(table.clock.now().getTime() / 1000);
    // A place taken in one stretch where another is full is lost, which errs on the careful side.
    for (const { seconds, most } of allowed) {
      const stretch = Math.floor(now / seconds);
      if (!(await takeOne(table, { whom: `${whom}#${seconds}#${stretch}`, most, expires: now + 2 * seconds })))
        return false;
    }
    return true;
  },
});

async function takeOne(table: Table, { whom, most, expires }: { whom: string; most: number; expires: number }) {
  try {
    await table.send(
      new UpdateCommand({
        TableName: table.name,
        Key: keys.budget(whom),
        UpdateExpression: 'SET expires = :expires ADD sent :one',
        ConditionExpression: 'attribute_not_exists(sent) OR sent < :most',
        ExpressionAttributeValues: { ':one': 1, ':most': Math.floor(most / 2), ':expires': expires },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
