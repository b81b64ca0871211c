import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Requisitions, Standing } from '#functions/ports/hiring.ts';
import { limits } from '#shared/limits.ts';
import { dueShard, keys } from './keys.ts';
import { get, list } from './read.ts';
import { vacanciesOf } from './seats.ts';
import type { Table } from './table.ts';
import { transactPatiently, type Write } from './transact.ts';

const storedSchema = z.object({
  closedAt: z.string().nullable().default(null),
  closedBy: z.string().nullable().default(null),
  filled: z.number().default(0),
  turn: z.number().default(0),
  untold: z.number().nullable().default(null),
});
const contributionSchema = z.object({
  sk: z.string(),
  value: z.object({ waits: z.boolean().default(false), told: z.boolean().default(false) }),
});
const holdersSchema = z.object({
  holders: z.preprocess((set) => [...((set ?? []) as Iterable<string>)], z.array(z.string())),
});
/** Written side by side. */
const atOnce = 20;
const daySeconds = 86_400;
/** Who closes it when it is full. */
const itself = 'system';

/**
 * Whether a requisition is closed stands in the item that counts what is filled, so that the one is only ever changed on
 * what the other is at that instant.
 */
export const dynamoRequisitions = (table: Table): Requisitions => {
  async function read(company: string, req: string): Promise<(Standing & { closedBy: string | null }) | undefined> {
    const vacancies = await vacanciesOf(table, company, req);
    if (vacancies === 0) return undefined;
    const stored = storedSchema.parse((await get(table, keys.progress(company, req), z.looseObject({}))) ?? {});
    return { ...stored, vacancies };
  }
  return {
    standing: read,
    async settle(company, req) {
      for (;;) {
        const now = await read(company, req);
        if (now === undefined) return undefined;
        const full = now.filled >= now.vacancies;
        const closes = full && now.closedAt === null;
        const opens = !full && now.closedAt !== null && now.closedBy === itself;
        if (!closes && !opens) return now;
        await table
          .send(new UpdateCommand({ TableName: table.name, ...turning(table, company, req, now, closes) }))
          .catch(orElse);
      }
    },
    async turn(company, req, { closed, by, operation }) {
      const now = await read(company, req);
      if (now === undefined) return 'absent';
      const known = await get(
        table,
        keys.operation(company, operation.id),
        z.object({ name: z.string(), bodyHash: z.string() }),
      );
      if (known !== undefined) {
        return known.name === operation.name && known.bodyHash === operation.bodyHash ? 'done' : 'other_operation';
      }
      if (!closed && now.filled >= now.vacancies) return 'full';
      const expires = Math.floor(table.clock.now().getTime() / 1000) + limits.operationDays * daySeconds;
      const kept: Write = {
        on: 'operation',
        Put: {
          Item: { ...keys.operation(company, operation.id), ...operation, answer: {}, expires },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      };
      const stands = closed === (now.closedAt !== null);
      const turn: Write[] = stands ? [] : [{ on: 'turn', Update: turning(table, company, req, now, closed, by) }];
      const done = await transactPatiently(table, [kept, ...turn]);
      if (done.committed || done.failed.includes('operation')) return 'done';
      return closed ? 'done' : 'full';
    },
    async untold(company, req, closed) {
      const prefix = keys.contribution(company, req, '');
      const all = await list(table, prefix, contributionSchema);
      return all
        .filter(({ value }) => (closed ? value.waits && !value.told : value.told))
        .map(({ sk }) => sk.slice(prefix.sk.length));
    },
    async follow(company, interviewIds, turn) {
      // Each turn has an instant of its own, so that an item is never settled for an older one's.
      const at = new Date(table.clock.now().getTime() - (turn % 1000)).toISOString();
      const put = (itv: string) => {
        const kind = 'follow_requisition';
        const Item = {
          ...keys.due(company, itv, kind),
          dueShard: dueShard(itv),
          dueAt: at,
          company,
          interviewId: itv,
          kind,
        };
        return table.send(new PutCommand({ TableName: table.name, Item }));
      };
      for (let from = 0; from < interviewIds.length; from += atOnce) {
        await Promise.all(interviewIds.slice(from, from + atOnce).map(put));
      }
    },
    async told(company, req, turn) {
      const write = {
        TableName: table.name,
        Key: keys.progress(company, req),
        UpdateExpression: 'REMOVE untold',
        ConditionExpression: 'untold = :turn',
        ExpressionAttributeValues: { ':turn': turn },
      };
      await table.send(new UpdateCommand(write)).catch(orElse);
    },
    async reporter(company, req) {
      const reporterSchema = z.object({ reporter: z.string().nullable().default(null) });
      return (await get(table, keys.progress(company, req), reporterSchema))?.reporter ?? null;
    },
    async report(company, req, reporter) {
      const write = {
        TableName: table.name,
        Key: keys.progress(company, req),
        UpdateExpression: 'SET reporter = :reporter',
        ExpressionAttributeValues: { ':reporter': reporter },
      };
      await table.send(new UpdateCommand(write));
    },
    async holders(company, req) {
      return (await get(table, keys.seats(company, req), holdersSchema))?.holders ?? [];
    },
  };
};

/** One turn from what was read: another one that came first, or a seat that was filled or freed since, refuses it. */
function turning(table: Table, company: string, req: string, from: Standing, closes: boolean, by = itself) {
  const { turn, filled } = from;
  const set = closes ? 'closedAt = :at, closedBy = :by, ' : '';
  return {
    Key: keys.progress(company, req),
    UpdateExpression: `SET ${set}turn = :next, untold = :next${closes ? '' : ' REMOVE closedAt, closedBy'}`,
    ConditionExpression: `${turn === 0 ? 'attribute_not_exists(turn)' : 'turn = :turn'} AND ${filled === 0 ? '(attribute_not_exists(filled) OR filled = :filled)' : 'filled = :filled'}`,
    ExpressionAttributeValues: {
      ':next': turn + 1,
      ':filled': filled,
      ...(turn > 0 && { ':turn': turn }),
      ...(closes && { ':at': table.clock.now().toISOString(), ':by': by }),
    },
  };
}

/** Somebody else was first: what stands is read again. */
function orElse(error: unknown): void {
  if (!(error instanceof ConditionalCheckFailedException)) throw error;
}
