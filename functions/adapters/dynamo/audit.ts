import { PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Audit, AuditBlock, Sealing } from '#functions/ports/audit.ts';
import { privacyLimits } from '#shared/privacy/limits.ts';
import { blockSchema, recordSchema } from './audit-block.ts';
import { searchAudit } from './audit-search.ts';
import { unlessRefused } from './erased.ts';
import { dueIndex, keys } from './keys.ts';
import { get, getMany, list } from './read.ts';
import type { Table } from './table.ts';
import { transact } from './transact.ts';
import { removeAll } from './wipe.ts';

/** A shard of its own in the index of what is due. */
const shard = 'audit';

const headSchema = z.object({
  n: z.number().default(0),
  hash: z.string().default(''),
  firstDay: z.string().default(''),
  day: z.string().default(''),
  /** What of the last block may still lie among what was noted. */
  last: z.array(z.string()).default([]),
});
const ownerSchema = z.object({ candidateId: z.string() });
const copySchema = z.object({ value: ownerSchema });

/** Most items of one batch, and candidates of one record that it is found by. */
const atOnce = 100;

export function dynamoAudit(table: Table, { hashOf, noHash }: Sealing): Audit {
  /** Companies whose chain this process has made due; the sweep keeps it so. */
  const told = new Set<string>();

  async function makeDue(company: string): Promise<void> {
    if (told.has(company)) return;
    const write = new UpdateCommand({
      TableName: table.name,
      Key: keys.auditHead(company),
      UpdateExpression: 'SET company = :company, dueShard = :shard, dueAt = if_not_exists(dueAt, :now)',
      ExpressionAttributeValues: { ':company': company, ':shard': shard, ':now': table.clock.now().toISOString() },
    });
    await table.send(write);
    told.add(company);
  }

  /** One more block of what waits. How many records, and whether there may be more. */
  async function chainOne(company: string): Promise<number | 'again'> {
    const head = headSchema.parse((await get(table, keys.auditHead(company), z.looseObject({}))) ?? {});
    const noted = keys.witnessed(company, '', '');
    const waiting = await list(table, noted, z.intersection(z.object({ sk: z.string() }), recordSchema), {
      limit: privacyLimits.blockRecords * 2,
    });
    const keyOf = ({ sk }: { sk: string }) => ({ pk: noted.pk, sk });
    // Chained already, and cut off before they were taken away.
    await removeAll(table, waiting.filter(({ id }) => head.last.includes(id)).map(keyOf));
    const fresh = waiting.filter(({ id }) => !head.last.includes(id)).slice(0, privacyLimits.blockRecords);
    if (fresh.length === 0) return 0;
    const records = fresh.map((one) => recordSchema.parse(one));
    const at = table.clock.now().toISOString();
    // A block is never of a day before the one before it, whatever a clock says.
    const [day = ''] = [at.slice(0, 10), head.day].sort().toReversed();
    const unsealed = { n: head.n + 1, day, at, records, prev: head.n === 0 ? noHash : head.hash };
    const block: AuditBlock = { ...unsealed, hash: hashOf(unsealed) };
    await pointTo(table, company, block);
    const { committed } = await transact(table, [
      {
        on: 'head',
        Update: {
          Key: keys.auditHead(company),
          UpdateExpression:
            'SET #n = :n, #hash = :hash, #day = :day, firstDay = if_not_exists(firstDay, :day), #last = :last',
          ConditionExpression: head.n === 0 ? 'attribute_not_exists(#n)' : '#n = :read',
          ExpressionAttributeNames: { '#n': 'n', '#hash': 'hash', '#day': 'day', '#last': 'last' },
          ExpressionAttributeValues: {
            ':n': block.n,
            ':hash': block.hash,
            ':day': day,
            ':last': records.map(({ id }) => id),
            ...(head.n > 0 && { ':read': head.n }),
          },
        },
      },
      {
        on: 'block',
        Put: {
          Item: { ...keys.auditBlock(company, day, block.n), ...block },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
    ]);
    if (!committed) return 'again';
    await removeAll(table, fresh.map(keyOf));
    return records.length;
  }

  return {
    async note(company, record) {
      const at = record.does === 'reads' ? record.at.slice(0, 16) : record.at;
      const Item = { ...keys.witnessed(company, at, record.id), ...record };
      await Promise.all([table.send(new PutCommand({ TableName: table.name, Item })), makeDue(company)]);
    },
    async whose(company, { interviews, applications }) {
      const wanted = [
        ...interviews.map((id) => keys.state(company, id)),
        ...(interviews.length > 0 ? [] : applications.map((id) => keys.application(company, id))),
      ].slice(0, atOnce);
      if (wanted.length === 0) return [];
      const items = await getMany(table, wanted);
      const owners = items.flatMap((item) => {
        const own = ownerSchema.safeParse(item);
        const copied = copySchema.safeParse(item);
        return own.success ? [own.data.candidateId] : copied.success ? [copied.data.value.candidateId] : [];
      });
      return [...new Set(owners)];
    },
    async chain(company) {
      let chained = 0;
      for (;;) {
        const records = await chainOne(company);
        if (records === 0) return chained;
        if (records !== 'again') chained += records;
      }
    },
    async due(now) {
      const page = await table.send(
        new QueryCommand({
          TableName: table.name,
          IndexName: dueIndex.name,
          KeyConditionExpression: 'dueShard = :shard AND dueAt <= :now',
          ExpressionAttributeValues: { ':shard': shard, ':now': now.toISOString() },
        }),
      );
      return (page.Items ?? []).map((item) => z.object({ company: z.string() }).parse(item).company);
    },
    async putOff(company, to) {
      const write = new UpdateCommand({
        TableName: table.name,
        Key: keys.auditHead(company),
        UpdateExpression: 'SET dueAt = :to',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':to': to },
      });
      await Promise.resolve(table.send(write)).catch(unlessRefused);
    },
    async head(company) {
      const found = await get(table, keys.auditHead(company), headSchema);
      return found && { n: found.n, hash: found.hash, firstDay: found.firstDay, day: found.day };
    },
    async blocks(company, day, from, limit) {
      const low = keys.auditBlock(company, day, from);
      const page = await table.send(
        new QueryCommand({
          TableName: table.name,
          KeyConditionExpression: 'pk = :pk AND sk >= :from',
          ExpressionAttributeValues: { ':pk': low.pk, ':from': low.sk },
          ConsistentRead: true,
          Limit: limit,
        }),
      );
      return (page.Items ?? []).map((item) => blockSchema.parse(item));
    },
    search: (company, wanted) => searchAudit(table, company, wanted),
  };
}

/**
 * By whom and of whom a block tells. Before the block: one of these that leads nowhere says nothing, a record that is not
 * found would.
 */
async function pointTo(table: Table, company: string, { n, day, records }: AuditBlock): Promise<void> {
  const puts = records.flatMap(({ id, at, by, candidates }, i) => {
    const sort = `${at}#${id}`;
    const to = { day, n, i };
    return [
      { ...keys.auditOf(company, 'person', by, sort), ...to },
      ...candidates.slice(0, atOnce).map((cand) => ({ ...keys.auditOf(company, 'candidate', cand, sort), ...to })),
    ];
  });
  const some = 20;
  for (let from = 0; from < puts.length; from += some) {
    await Promise.all(
      puts.slice(from, from + some).map((Item) => table.send(new PutCommand({ TableName: table.name, Item }))),
    );
  }
}
