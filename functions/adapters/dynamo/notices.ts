import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { LiveSession, Notices, Reader } from '#functions/ports/training.ts';
import { type Key, keys } from './keys.ts';
import { get } from './read.ts';
import type { Table } from './table.ts';

const readSchema = z.object({ noticeIds: z.set(z.string()).default(new Set()) });
const sessionSchema = z.object({
  sessionId: z.string(),
  title: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  link: z.string(),
  by: z.string(),
});
const daySeconds = 86_400;
/** Days after its end for which a session is kept. */
const keptDays = 30;

const keyOf = (company: string, reader: Reader): Key =>
  'userId' in reader ? keys.learned(company, reader.userId, 'NOTICES') : keys.noticesRead(company, reader.candidateId);

export const dynamoNotices = (table: Table): Notices => {
  async function sessions(company: string, now: Date): Promise<LiveSession[]> {
    const { pk, sk } = keys.liveSession(company, now.toISOString(), '');
    const { Items = [] } = await table.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk AND sk > :now',
        ExpressionAttributeValues: { ':pk': pk, ':now': sk },
        ConsistentRead: true,
      }),
    );
    const found = Items.map((item) => sessionSchema.parse(item));
    return found.sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  }
  return {
    async read(company, reader) {
      return [...((await get(table, keyOf(company, reader), readSchema))?.noticeIds ?? [])];
    },
    async markRead(company, reader, noticeIds) {
      if (noticeIds.length === 0) return;
      await table.send(
        new UpdateCommand({
          TableName: table.name,
          Key: keyOf(company, reader),
          UpdateExpression: 'ADD noticeIds :ids',
          ExpressionAttributeValues: { ':ids': new Set(noticeIds) },
        }),
      );
    },
    sessions,
    async announce(company, session) {
      const expires = Math.floor(Date.parse(session.endsAt) / 1000) + keptDays * daySeconds;
      const Item = { ...keys.liveSession(company, session.endsAt, session.sessionId), ...session, expires };
      await table.send(new PutCommand({ TableName: table.name, Item }));
    },
    async callOff(company, sessionId, now) {
      const one = (await sessions(company, now)).find((session) => session.sessionId === sessionId);
      if (one === undefined) return false;
      try {
        const Key = keys.liveSession(company, one.endsAt, sessionId);
        await table.send(
          new DeleteCommand({ TableName: table.name, Key, ConditionExpression: 'attribute_exists(pk)' }),
        );
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },
  };
};
