import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Rules } from '#functions/ports/rules.ts';
import { ruleSetSchema } from '#shared/rules/rule.ts';
import { keys } from './keys.ts';
import { list } from './read.ts';
import type { Table } from './table.ts';

export const dynamoRules = (table: Table): Rules => ({
  async newest(company, positionId) {
    const [found] = await list(table, keys.rules(company, positionId), ruleSetSchema, { backwards: true, limit: 1 });
    return found;
  },
  async save(company, positionId, ruleSet) {
    try {
      const Item = { ...keys.rules(company, positionId, ruleSet.version), ...ruleSet };
      await table.send(
        new PutCommand({ TableName: table.name, Item, ConditionExpression: 'attribute_not_exists(pk)' }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  },
});
