import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Inbox } from '#functions/ports.ts';
import { putUnlessErased } from './erased.ts';
import { keys } from './keys.ts';
import { list } from './read.ts';
import type { Table } from './table.ts';

const messageSchema = z.object({
  messageId: z.string(),
  interviewId: z.string(),
  kind: z.string(),
  title: z.string(),
  text: z.string(),
  at: z.string(),
  readAt: z.string().nullable(),
  page: z.string(),
});

const unlessThere = (error: unknown): void => {
  if (!(error instanceof ConditionalCheckFailedException)) throw error;
};

export const dynamoInbox = (table: Table): Inbox => ({
  async put(company, candidateId, message) {
    const Item = { ...keys.inbox(company, candidateId, message.messageId), ...message };
    await putUnlessErased(
      table,
      { company, of: candidateId },
      { Item, ConditionExpression: 'attribute_not_exists(pk)' },
    );
  },
  async all(company, candidateId) {
    const found = await list(table, keys.inbox(company, candidateId, ''), messageSchema);
    return found.sort((a, b) => b.at.localeCompare(a.at) || b.messageId.localeCompare(a.messageId));
  },
  async read(company, candidateId, messageId, at) {
    await table
      .send(
        new UpdateCommand({
          TableName: table.name,
          Key: keys.inbox(company, candidateId, messageId),
          UpdateExpression: 'SET readAt = :at',
          ConditionExpression: 'attribute_exists(pk) AND readAt = :none',
          ExpressionAttributeValues: { ':at': at, ':none': null },
        }),
      )
      .catch(unlessThere);
  },
});
