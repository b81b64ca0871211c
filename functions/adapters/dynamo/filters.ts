import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Filters } from '#functions/ports/workbench.ts';
import { savedFilterSchema } from '#shared/contract/workbench.ts';
import { keys } from './keys.ts';
import { list } from './read.ts';
import type { Table } from './table.ts';

export const dynamoFilters = (table: Table): Filters => ({
  of: (company, usr) => list(table, keys.filter(company, usr, ''), z.object(savedFilterSchema.shape)),
  async put(company, usr, filter) {
    const Item = { ...keys.filter(company, usr, filter.filterId), ...filter };
    await table.send(new PutCommand({ TableName: table.name, Item }));
  },
  async remove(company, usr, filterId) {
    await table.send(new DeleteCommand({ TableName: table.name, Key: keys.filter(company, usr, filterId) }));
  },
});
