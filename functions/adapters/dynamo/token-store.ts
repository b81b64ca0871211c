import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { TokenStore } from '../vendor/access-token.ts';
import { keys } from './keys.ts';
import { get } from './read.ts';
import type { Table } from './table.ts';

/** An item may hold nothing but a claim. */
const tokenSchema = z.object({ token: z.string().optional(), expiresAt: z.iso.datetime().optional() });

/** Providers' access tokens, shared by every instance of every function. */
export const dynamoTokenStore = (table: Table): TokenStore => ({
  async get(key) {
    const item = await get(table, keys.token(key), tokenSchema);
    if (item?.token === undefined || item.expiresAt === undefined) return undefined;
    return { token: item.token, expiresAt: new Date(item.expiresAt) };
  },
  async put(key, token, expiresAt) {
    const expires = Math.floor(expiresAt.getTime() / 1000);
    const Item = { ...keys.token(key), token, expiresAt: expiresAt.toISOString(), expires };
    await table.send(new PutCommand({ TableName: table.name, Item }));
  },
  async claim(key, seconds) {
    const now = table.clock.now().getTime();
    try {
      await table.send(
        new UpdateCommand({
          TableName: table.name,
          Key: keys.token(key),
          UpdateExpression: 'SET claimedUntil = :until',
          ConditionExpression: 'attribute_not_exists(claimedUntil) OR claimedUntil <= :now',
          ExpressionAttributeValues: { ':until': now + seconds * 1000, ':now': now },
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  },
  async release(key) {
    await table.send(
      new UpdateCommand({
        TableName: table.name,
        Key: keys.token(key),
        UpdateExpression: 'REMOVE claimedUntil',
      }),
    );
  },
});
