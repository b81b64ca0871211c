import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Boards } from '#functions/ports/workbench.ts';
import { staffSchema } from '#shared/organisation/records.ts';
import { dueIndex, keys } from './keys.ts';
import { get, list } from './read.ts';
import type { Table } from './table.ts';
import type { Write } from './transact.ts';

/** A shard of its own in the index of what is due: a board belongs to a company, not to an interview. */
const shard = 'boards';
const boardSchema = z.object({ company: z.string(), asked: z.number() });

/** Part of the transaction that changes a count: however often it is asked, the next tick sets the boards once. */
export const boardAsked = (company: string, now: Date): Write => ({
  on: 'board',
  Update: {
    Key: keys.board(company),
    UpdateExpression: 'SET dueShard = :shard, dueAt = :now, company = :company ADD asked :one',
    ExpressionAttributeValues: { ':shard': shard, ':now': now.toISOString(), ':company': company, ':one': 1 },
  },
});

export const dynamoBoards = (table: Table): Boards => ({
  async due(now) {
    const companies: string[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const page = await table.send(
        new QueryCommand({
          TableName: table.name,
          IndexName: dueIndex.name,
          KeyConditionExpression: 'dueShard = :shard AND dueAt <= :now',
          ExpressionAttributeValues: { ':shard': shard, ':now': now.toISOString() },
          ...(start && { ExclusiveStartKey: start }),
        }),
      );
      for (const item of page.Items ?? []) companies.push(boardSchema.pick({ company: true }).parse(item).company);
      start = page.LastEvaluatedKey;
    } while (start !== undefined);
    // The index leads to the board; how often it was asked for stands in the board itself.
    const boards = await Promise.all(companies.map((company) => get(table, keys.board(company), boardSchema)));
    return boards.filter((board) => board !== undefined);
  },
  async settle({ company, asked }, next) {
    try {
      await table.send(
        new UpdateCommand({
          TableName: table.name,
          Key: keys.board(company),
          UpdateExpression: 'SET dueAt = :next',
          ConditionExpression: 'asked = :asked',
          ExpressionAttributeValues: { ':next': next, ':asked': asked },
        }),
      );
    } catch (error) {
      // Asked again meanwhile: the next tick comes for that.
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  },
  async readers(company) {
    const staff = await list(table, keys.staff(company, ''), staffSchema);
    const recruiters = staff.filter(({ role }) => role === 'recruiter');
    return recruiters.map(({ wecomUserId }) => wecomUserId).sort();
  },
  async shown(company) {
    return (await get(table, keys.board(company), z.object({ shown: z.string().optional() })))?.shown;
  },
  async keep(company, shown) {
    await table.send(
      new UpdateCommand({
        TableName: table.name,
        Key: keys.board(company),
        UpdateExpression: 'SET shown = :shown',
        ExpressionAttributeValues: { ':shown': shown },
      }),
    );
  },
});
