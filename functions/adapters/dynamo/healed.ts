import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Healed } from '#functions/ports/workbench.ts';
import { type CopyName, copyNames } from '#shared/application/copies.ts';
import { limits } from '#shared/limits.ts';
import { keys } from './keys.ts';
import { list } from './read.ts';
import type { Table } from './table.ts';

const healedSchema = z.object({ interviewId: z.string(), at: z.string(), copies: z.array(z.enum(copyNames)) });
const daySeconds = 86_400;

export async function noteHealed(table: Table, company: string, interviewId: string, copies: CopyName[]) {
  const now = table.clock.now();
  const at = now.toISOString();
  const expires = Math.floor(now.getTime() / 1000) + limits.healedDays * daySeconds;
  const Item = { ...keys.healed(company, at, interviewId), interviewId, at, copies, expires };
  await table.send(new PutCommand({ TableName: table.name, Item }));
}

export const dynamoHealed = (table: Table): Healed => ({
  recent: (company) =>
    list(table, keys.healed(company, '', ''), healedSchema, { backwards: true, limit: limits.workbenchPage }),
});
