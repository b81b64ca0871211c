import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Sessions } from '#functions/ports/access.ts';
import { deviceSchema } from '#shared/access/device.ts';
import { staffSchema } from '#shared/organisation/records.ts';
import { keys } from './keys.ts';
import { get, getMany, list } from './read.ts';
import type { Table } from './table.ts';

const sessionSchema = z.object({
  sessionId: z.string(),
  device: deviceSchema,
  createdAt: z.string(),
  usedAt: z.string(),
  endsAt: z.string(),
  confirmedUntil: z.string().optional(),
});

export const dynamoSessions = (table: Table): Sessions => ({
  async open(company, personId, session) {
    const expires = Math.ceil(Date.parse(session.endsAt) / 1000);
    const Item = { ...keys.session(company, personId, session.sessionId), ...session, expires };
    await table.send(new PutCommand({ TableName: table.name, Item }));
  },
  read: (company, personId, sessionId) => get(table, keys.session(company, personId, sessionId), sessionSchema),
  async readWithStaff(company, userId, sessionId) {
    const at = keys.session(company, userId, sessionId);
    const found = await getMany(table, [at, keys.staff(company, userId)]);
    const session = found.find(({ pk }) => pk === at.pk);
    const staff = found.find(({ pk }) => pk !== at.pk);
    return {
      session: session && sessionSchema.parse(session),
      staff: staff && staffSchema.parse(staff),
    };
  },
  async of(company, personId) {
    const now = table.clock.now().toISOString();
    const all = await list(table, keys.session(company, personId, ''), sessionSchema);
    return all.filter(({ endsAt }) => endsAt > now).sort((a, b) => b.usedAt.localeCompare(a.usedAt));
  },
  async change(company, personId, sessionId, change) {
    const named = Object.entries(change).filter(([, value]) => value !== undefined);
    try {
      await table.send(
        new UpdateCommand({
          TableName: table.name,
          Key: keys.session(company, personId, sessionId),
          UpdateExpression: `SET ${named.map(([name]) => `${name} = :${name}`).join(', ')}`,
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: Object.fromEntries(named.map(([name, value]) => [`:${name}`, value])),
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  },
  async end(company, personId, sessionId) {
    await table.send(new DeleteCommand({ TableName: table.name, Key: keys.session(company, personId, sessionId) }));
  },
});
