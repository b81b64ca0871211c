import { randomUUID } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import type { Deliveries, Delivery } from '#functions/ports.ts';
import { deliveryKinds } from '#shared/messaging/messages.ts';
import { unlessRefused } from './erased.ts';
import { type Key, keys } from './keys.ts';
import { list } from './read.ts';
import type { Table } from './table.ts';

const deliverySchema = z.object({
  kind: z.enum(deliveryKinds),
  generation: z.number(),
  channel: z.enum(['wechat', 'sms', 'wecom', 'email']),
  state: z.enum(['claimed', 'sent', 'refused', 'unknown', 'unavailable']),
  at: z.string(),
  code: z.string().exactOptional(),
  msgid: z.string().exactOptional(),
  receipt: z.string().exactOptional(),
});

/** Where a receipt and its delivery meet: the delivery's key, and the receipt. Receipts come within minutes. */
const meetingSchema = z.object({
  at: z.object({ pk: z.string(), sk: z.string() }).exactOptional(),
  receipt: z.string().exactOptional(),
});
type Meeting = z.infer<typeof meetingSchema>;
const meetingDays = 7;

const keyOf = (company: string, itv: string, one: Delivery) =>
  keys.delivery(company, itv, one.kind, one.generation, one.channel);

export const dynamoDeliveries = (table: Table): Deliveries => ({
  async claim(company, itv, delivery) {
    const claim = randomUUID();
    const Item = { ...keyOf(company, itv, delivery), ...delivery, claim };
    try {
      await table.send(
        new PutCommand({
          TableName: table.name,
          Item,
          ConditionExpression: 'attribute_not_exists(pk) OR #state = :unavailable',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: { ':unavailable': 'unavailable' },
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
  async settle(company, itv, delivery) {
    const key = keyOf(company, itv, delivery);
    await table.send(new PutCommand({ TableName: table.name, Item: { ...key, ...delivery } }));
    if (delivery.msgid === undefined) return;
    // After the delivery itself: a receipt that comes from here on finds it, one that came before is found here.
    const { receipt } = await meet(table, keys.receipt(delivery.channel, delivery.msgid), { at: key });
    if (receipt !== undefined) await note(table, key, receipt);
  },
  async receipt(channel, msgid, receipt) {
    const { at } = await meet(table, keys.receipt(channel, msgid), { receipt });
    if (at !== undefined) await note(table, at, receipt);
  },
  ofInterview: (company, itv) => list(table, { ...keys.state(company, itv), sk: 'DELIVERY#' }, deliverySchema),
});

async function meet(table: Table, Key: Key, said: Meeting): Promise<Meeting> {
  const expires = Math.floor(table.clock.now().getTime() / 1000) + meetingDays * 86_400;
  const [[name, value] = []] = Object.entries(said);
  const { Attributes } = await table.send(
    new UpdateCommand({
      TableName: table.name,
      Key,
      UpdateExpression: 'SET #said = :said, #expires = :expires',
      ExpressionAttributeNames: { '#said': name ?? '', '#expires': 'expires' },
      ExpressionAttributeValues: { ':said': value, ':expires': expires },
      ReturnValues: 'ALL_NEW',
    }),
  );
  return meetingSchema.parse(Attributes);
}

async function note(table: Table, Key: Key, receipt: string): Promise<void> {
  const settled = table.send(
    new UpdateCommand({
      TableName: table.name,
      Key,
      UpdateExpression: 'SET #receipt = :receipt',
      // A receipt may come days later, to somebody who is deleted by then.
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeNames: { '#receipt': 'receipt' },
      ExpressionAttributeValues: { ':receipt': receipt },
    }),
  );
  await Promise.resolve(settled).catch(unlessRefused);
}
