import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Rules } from '#functions/ports/rules.ts';
import { interviewStatusSchema } from '#shared/interview/state.ts';
import { ruleSetSchema } from '#shared/rules/rule.ts';
import { keys } from './keys.ts';
import { get, list } from './read.ts';
import type { Table } from './table.ts';

const savedSchema = ruleSetSchema.extend({
  savedBy: z.string().nullable().default(null),
  savedAt: z.string().nullable().default(null),
});
const contributionSchema = z.object({ sk: z.string(), status: interviewStatusSchema });

export const dynamoRules = (table: Table): Rules => {
  const newestFirst = (company: string, positionId: string, limit: number) =>
    list(table, keys.rules(company, positionId), savedSchema, { backwards: true, limit });
  return {
    newest: async (company, positionId) => (await newestFirst(company, positionId, 1))[0],
    version: (company, positionId, version) => get(table, keys.rules(company, positionId, version), savedSchema),
    versions: newestFirst,
    async save(company, positionId, rules) {
      try {
        const Item = { ...keys.rules(company, positionId, rules.version), ...rules };
        await table.send(
          new PutCommand({ TableName: table.name, Item, ConditionExpression: 'attribute_not_exists(pk)' }),
        );
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },
    past: (company, requisitionId, at) => pastOf(table, company, requisitionId, at),
  };
};

/** An interview's id begins with the time it was made at, and so an opening's interviews stand in the order of time. */
async function pastOf(
  table: Table,
  company: string,
  requisitionId: string,
  { limit, before }: { limit: number; before?: string | undefined },
) {
  const { pk, sk: prefix } = keys.contribution(company, requisitionId, '');
  const page = await table.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
      ScanIndexForward: false,
      Limit: limit,
      ...(before === undefined ? {} : { ExclusiveStartKey: { pk, sk: `${prefix}${before}` } }),
    }),
  );
  return (page.Items ?? []).map((item) => {
    const { sk, status } = contributionSchema.parse(item);
    return { interviewId: sk.slice(prefix.length), status };
  });
}
