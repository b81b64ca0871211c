import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Voluntary, VoluntaryOfAll } from '#functions/ports/voluntary.ts';
import { sexes } from '#shared/learning/voluntary.ts';
import { putUnlessErased } from './erased.ts';
import { keys } from './keys.ts';
import { get, list } from './read.ts';
import type { Table } from './table.ts';

const saidSchema = z.object({ sex: z.enum(sexes).exactOptional(), bornFrom: z.number().int().exactOptional() });
const storedSchema = saidSchema.extend({ consent: z.object({ version: z.string(), at: z.string() }) });

export const dynamoVoluntary = (table: Table): Voluntary => ({
  mine: (company, cand) => get(table, keys.voluntary(company, cand), storedSchema),
  async put(company, cand, data) {
    const Item = { ...keys.voluntary(company, cand), ...data };
    await putUnlessErased(table, { company, of: cand }, { Item });
  },
  async remove(company, cand) {
    await table.send(new DeleteCommand({ TableName: table.name, Key: keys.voluntary(company, cand) }));
  },
});

export const dynamoVoluntaryOfAll = (table: Table): VoluntaryOfAll => ({
  async all(company) {
    const found = await list(table, keys.voluntary(company, ''), saidSchema.extend({ sk: z.string() }));
    return new Map(found.map(({ sk, sex, bornFrom }) => [sk, { ...(sex && { sex }), ...(bornFrom && { bornFrom }) }]));
  },
});
