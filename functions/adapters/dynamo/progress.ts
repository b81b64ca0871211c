import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Headways } from '#functions/ports/evaluation.ts';
import { keys } from './keys.ts';
import { get } from './read.ts';
import type { Table } from './table.ts';

/** Seconds after which one is forgotten whose judgement died. */
const forgottenAfter = 3600;

const headwaySchema = z.object({ request: z.number(), done: z.number(), total: z.number() });

export const dynamoHeadways = (table: Table): Headways => ({
  async show(company, itv, headway) {
    const expires = Math.floor(table.clock.now().getTime() / 1000) + forgottenAfter;
    const Item = { ...keys.headway(company, itv), ...headway, expires };
    await table.send(new PutCommand({ TableName: table.name, Item }));
  },
  read: (company, itv) => get(table, keys.headway(company, itv), headwaySchema),
  async clear(company, itv) {
    await table.send(new DeleteCommand({ TableName: table.name, Key: keys.headway(company, itv) }));
  },
});
