import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { SecondFactors } from '#functions/ports/access.ts';
import { keys } from './keys.ts';
import { get } from './read.ts';
import type { Table } from './table.ts';

const factorSchema = z.object({
  secret: z.string(),
  enabledAt: z.string().nullable().default(null),
  usedStep: z.number().default(0),
  recovery: z.array(z.string()).default([]),
});

export function dynamoSecondFactors(table: Table): SecondFactors {
  async function changed(company: string, userId: string, change: Omit<UpdateCommandInput, 'TableName' | 'Key'>) {
    try {
      await table.send(
        new UpdateCommand({ TableName: table.name, Key: keys.secondFactor(company, userId), ...change }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }
  return {
    read: (company, userId) => get(table, keys.secondFactor(company, userId), factorSchema),
    begin: (company, userId, secret) =>
      changed(company, userId, {
        UpdateExpression: 'SET secret = :secret',
        ConditionExpression: 'attribute_not_exists(enabledAt)',
        ExpressionAttributeValues: { ':secret': secret },
      }),
    takeStep: (company, userId, step, enable) =>
      changed(company, userId, {
        UpdateExpression:
          enable === undefined ? 'SET usedStep = :step' : 'SET usedStep = :step, enabledAt = :at, recovery = :recovery',
        ConditionExpression:
          enable === undefined
            ? 'attribute_exists(enabledAt) AND usedStep < :step'
            : 'attribute_not_exists(enabledAt) AND secret = :secret',
        ExpressionAttributeValues: {
          ':step': step,
          ...(enable && { ':at': enable.at, ':secret': enable.secret, ':recovery': enable.recovery }),
        },
      }),
    takeRecovery: (company, userId, before, left) =>
      changed(company, userId, {
        UpdateExpression: 'SET recovery = :left',
        ConditionExpression: 'recovery = :before',
        ExpressionAttributeValues: { ':left': left, ':before': before },
      }),
    async setRecovery(company, userId, recovery) {
      await changed(company, userId, {
        UpdateExpression: 'SET recovery = :recovery',
        ConditionExpression: 'attribute_exists(enabledAt)',
        ExpressionAttributeValues: { ':recovery': recovery },
      });
    },
    async remove(company, userId) {
      await table.send(new DeleteCommand({ TableName: table.name, Key: keys.secondFactor(company, userId) }));
    },
  };
}
