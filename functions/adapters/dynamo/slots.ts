import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Slots } from '#functions/ports.ts';
import { limits } from '#shared/limits.ts';
import { type Slot, slotIdAt, slotSchema } from '#shared/schedule/slots.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

/** A set with nothing in it is no attribute. */
const stored = slotSchema.extend({
  holders: z.preprocess((set) => [...((set ?? []) as Iterable<string>)], z.array(z.string())),
});

/** Written side by side. */
const atOnce = 20;

export const dynamoSlots = (table: Table): Slots => ({
  async from(company, positionId, instant, limit = limits.slotsShown) {
    const { pk, sk } = keys.slot(company, positionId, slotIdAt(new Date(instant)));
    const page = await table.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk AND sk >= :from',
        ExpressionAttributeValues: { ':pk': pk, ':from': sk },
        ConsistentRead: true,
        Limit: limit,
      }),
    );
    return (page.Items ?? []).map((item) => stored.parse(item));
  },
  async offer(company, slots) {
    const put = async ({ holders: _, ...slot }: Slot) => {
      const Item = { ...keys.slot(company, slot.positionId, slot.slotId), ...slot };
      await table
        .send(new PutCommand({ TableName: table.name, Item, ConditionExpression: 'attribute_not_exists(pk)' }))
        .catch(isThere);
    };
    for (let from = 0; from < slots.length; from += atOnce) {
      await Promise.all(slots.slice(from, from + atOnce).map(put));
    }
  },
  async change(company, { positionId, slotId }, { capacity, open }) {
    try {
      await table.send(
        new UpdateCommand({
          TableName: table.name,
          Key: keys.slot(company, positionId, slotId),
          UpdateExpression: 'SET #capacity = :capacity, #open = :open',
          ConditionExpression: 'attribute_exists(pk) AND (attribute_not_exists(holders) OR size(holders) <= :capacity)',
          ExpressionAttributeNames: { '#capacity': 'capacity', '#open': 'open' },
          ExpressionAttributeValues: { ':capacity': capacity, ':open': open },
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      return 'changed';
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      return error.Item === undefined ? 'absent' : 'too_few';
    }
  },
});

function isThere(error: unknown): void {
  if (!(error instanceof ConditionalCheckFailedException)) throw error;
}
