import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { SealBroken, type Sealer } from '#functions/ports/sealer.ts';
import type { TokenStore } from '../vendor/access-token.ts';
import { keys } from './keys.ts';
import { get } from './read.ts';
import type { Table } from './table.ts';

/** An item may hold nothing but a claim. */
const tokenSchema = z.object({ token: z.string().optional(), expiresAt: z.iso.datetime().optional() });

/** The deployment's, of no company. */
const whose = (key: string) => ({ company: '', person: key, purpose: 'provider-token' });

/** Providers' access tokens, shared by every instance of every function, and sealed. */
export const dynamoTokenStore = (table: Table, sealer: Sealer): TokenStore => ({
  async get(key) {
    const item = await get(table, keys.token(key), tokenSchema);
    if (item?.token === undefined || item.expiresAt === undefined) return undefined;
    try {
      const { secret } = sealer.open(whose(key), item.token);
      return { token: secret, expiresAt: new Date(item.expiresAt) };
    } catch (error) {
      // Its key is gone: another one is fetched.
      if (error instanceof SealBroken) return undefined;
      throw error;
    }
  },
  async put(key, token, expiresAt) {
    const expires = Math.floor(expiresAt.getTime() / 1000);
    const Item = {
      ...keys.token(key),
      token: sealer.seal(whose(key), token),
      expiresAt: expiresAt.toISOString(),
      expires,
    };
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
