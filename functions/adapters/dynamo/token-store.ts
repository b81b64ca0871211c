import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { TokenStore } from '../vendor/access-token.ts';
import { keys } from './keys.ts';
import { get } from './read.ts';
import type { Table } from './table.ts';

/** Providers' access tokens, shared by every instance of every function. */
export const dynamoTokenStore = (table: Table): TokenStore => ({
  async get(key) {
    const item = await get(table, keys.token(key), z.object({ token: z.string(), expiresAt: z.iso.datetime() }));
    return item && { token: item.token, expiresAt: new Date(item.expiresAt) };
  },
  async put(key, token, expiresAt) {
    const expires = Math.floor(expiresAt.getTime() / 1000);
    const Item = { ...keys.token(key), token, expiresAt: expiresAt.toISOString(), expires };
    await table.send(new PutCommand({ TableName: table.name, Item }));
  },
});
