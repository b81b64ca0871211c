import { randomUUID } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import type { Credits, Deliveries, Delivery } from '#functions/ports.ts';
import { limits } from '#shared/limits.ts';
import { deliveryKinds } from '#shared/messaging/messages.ts';
import { keys } from './keys.ts';
import { get, list } from './read.ts';
import type { Table } from './table.ts';
import { transactPatiently } from './transact.ts';

const deliverySchema = z.object({
  kind: z.enum(deliveryKinds),
  generation: z.number(),
  channel: z.enum(['wechat', 'sms', 'wecom']),
  state: z.enum(['claimed', 'sent', 'refused', 'unknown', 'unavailable']),
  at: z.string(),
  code: z.string().optional(),
});

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
    await table.send(
      new PutCommand({ TableName: table.name, Item: { ...keyOf(company, itv, delivery), ...delivery } }),
    );
  },
  async ofInterview(company, itv) {
    const found = await list(table, { ...keys.state(company, itv), sk: 'DELIVERY#' }, deliverySchema);
    return found.map(({ code, ...one }): Delivery => (code === undefined ? one : { ...one, code }));
  },
});

const creditSchema = z.object({ credits: z.number() });

export const dynamoCredits = (table: Table): Credits => ({
  async add(company, candidateId, kind, operation) {
    const expires = Math.floor(table.clock.now().getTime() / 1000) + limits.operationDays * 86_400;
    await transactPatiently(table, [
      {
        on: 'credit',
        Update: {
          Key: keys.credit(company, candidateId, kind),
          UpdateExpression: 'ADD credits :one',
          ExpressionAttributeValues: { ':one': 1 },
        },
      },
      {
        on: 'operation',
        Put: {
          Item: { ...keys.operation(company, operation.id), ...operation, expires },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
    ]);
    return (await get(table, keys.credit(company, candidateId, kind), creditSchema))?.credits ?? 0;
  },
  async take(company, candidateId, kind) {
    try {
      await table.send(
        new UpdateCommand({
          TableName: table.name,
          Key: keys.credit(company, candidateId, kind),
          UpdateExpression: 'ADD credits :less',
          ConditionExpression: 'credits > :none',
          ExpressionAttributeValues: { ':less': -1, ':none': 0 },
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  },
  async giveBack(company, candidateId, kind) {
    await table.send(
      new UpdateCommand({
        TableName: table.name,
        Key: keys.credit(company, candidateId, kind),
        UpdateExpression: 'ADD credits :one',
        ExpressionAttributeValues: { ':one': 1 },
      }),
    );
  },
});
