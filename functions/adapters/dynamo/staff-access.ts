import { randomUUID } from 'node:crypto';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { AccessEntry, StaffAccess } from '#functions/ports/access.ts';
import { accessSteps, staffRoles } from '#shared/access/roles.ts';
import { staffSchema } from '#shared/organisation/records.ts';
import { keys } from './keys.ts';
import { get, list } from './read.ts';
import type { Table } from './table.ts';
import { transactPatiently } from './transact.ts';

const entrySchema = z.object({
  at: z.string(),
  by: z.string(),
  about: z.string(),
  what: z.enum(accessSteps),
  role: z.enum(staffRoles).nullable(),
});

const policySchema = z.object({ secondFactorRequired: z.boolean() });

const itemOf = (company: string, entry: AccessEntry) => ({
  // Nothing that was done takes the place of something else of the same instant.
  ...keys.accessEntry(company, entry.at, randomUUID()),
  ...entry,
});

export const dynamoStaffAccess = (table: Table): StaffAccess => ({
  all: (company) => list(table, keys.staff(company, ''), staffSchema),
  async setRole(company, userId, role, entry) {
    const outcome = await transactPatiently(table, [
      {
        on: 'staff',
        Update: {
          Key: keys.staff(company, userId),
          UpdateExpression: 'SET #role = :role',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeNames: { '#role': 'role' },
          ExpressionAttributeValues: { ':role': role },
        },
      },
      { on: 'entry', Put: { Item: itemOf(company, entry) } },
    ]);
    return outcome.committed;
  },
  async secondFactorRequired(company) {
    return (await get(table, keys.accessPolicy(company), policySchema))?.secondFactorRequired ?? false;
  },
  async setSecondFactorRequired(company, required, entry) {
    await transactPatiently(table, [
      { on: 'policy', Put: { Item: { ...keys.accessPolicy(company), secondFactorRequired: required } } },
      { on: 'entry', Put: { Item: itemOf(company, entry) } },
    ]);
  },
  async note(company, entry) {
    await table.send(new PutCommand({ TableName: table.name, Item: itemOf(company, entry) }));
  },
  log: (company, limit) => list(table, keys.accessEntry(company, '', ''), entrySchema, { backwards: true, limit }),
});
