import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { AuditPage, AuditRecord, AuditWanted } from '#functions/ports/audit.ts';
import { blockSchema } from './audit-block.ts';
import { type Key, keys } from './keys.ts';
import { get, getMany } from './read.ts';
import type { Table } from './table.ts';

const pointerSchema = z.object({ sk: z.string(), day: z.string(), n: z.number(), i: z.number() });
/** Blocks that one page of a day is looked for in, and days that one without a day goes back. */
const blocksRead = 40;
const daysBack = 31;

/** The newest first. What is shown is what stands in the chain, whatever led there. */
export async function searchAudit(table: Table, company: string, wanted: AuditWanted): Promise<AuditPage> {
  const { candidate, by } = wanted;
  if (candidate !== undefined)
    return pointed(table, company, keys.auditOf(company, 'candidate', candidate, ''), wanted);
  if (by !== undefined) return pointed(table, company, keys.auditOf(company, 'person', by, ''), wanted);
  return byDay(table, company, wanted);
}

const fits = ({ by, candidate, operation, day }: AuditWanted, record: AuditRecord): boolean =>
  (by === undefined || record.by === by) &&
  (candidate === undefined || record.candidates.includes(candidate)) &&
  (operation === undefined || record.operation === operation) &&
  (day === undefined || record.at.startsWith(day));

async function pointed(table: Table, company: string, { pk }: Key, wanted: AuditWanted): Promise<AuditPage> {
  const { day, limit, cursor } = wanted;
  const page = await table.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: day === undefined ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :day)',
      ExpressionAttributeValues: { ':pk': pk, ...(day !== undefined && { ':day': day }) },
      ScanIndexForward: false,
      Limit: limit,
      ...(cursor !== undefined && { ExclusiveStartKey: { pk, sk: cursor } }),
    }),
  );
  const pointers = (page.Items ?? []).map((item) => pointerSchema.parse(item));
  const wantedBlocks = new Map(pointers.map(({ day: on, n }) => [n, keys.auditBlock(company, on, n)]));
  const items = wantedBlocks.size === 0 ? [] : await getMany(table, [...wantedBlocks.values()]);
  const blocks = new Map(items.map((item) => blockSchema.parse(item)).map((block) => [block.n, block]));
  const records = pointers.flatMap(({ n, i }) => {
    const record = blocks.get(n)?.records[i];
    return record !== undefined && fits(wanted, record) ? [{ ...record, block: n }] : [];
  });
  const last = page.LastEvaluatedKey?.sk;
  return { records, cursor: typeof last === 'string' ? last : null };
}

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** `cursor`: `{day of the block}|{block}`, the last that was read. Blocks go whole: a page may hold some more. */
async function byDay(table: Table, company: string, wanted: AuditWanted): Promise<AuditPage> {
  const begun = (await get(table, keys.auditHead(company), z.object({ firstDay: z.string().default('') })))?.firstDay;
  if (begun === undefined || begun === '') return { records: [], cursor: null };
  const today = table.clock.now().toISOString().slice(0, 10);
  const [startDay, startBlock] = wanted.cursor?.split('|') ?? [];
  // What was noted at the end of a day may be chained on the next.
  const first =
    wanted.day === undefined
      ? today
      : new Date(Date.parse(`${wanted.day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  let day = startDay ?? first;
  let below = startBlock === undefined ? undefined : Number(startBlock);
  const records: AuditPage['records'] = [];
  let read = 0;
  for (let days = 0; days < daysBack; days += 1) {
    const { pk } = keys.auditBlock(company, day, '');
    const page = await table.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: below === undefined ? 'pk = :pk' : 'pk = :pk AND sk < :below',
        ExpressionAttributeValues: {
          ':pk': pk,
          ...(below !== undefined && { ':below': keys.auditBlock(company, day, below).sk }),
        },
        ScanIndexForward: false,
        Limit: blocksRead - read,
      }),
    );
    for (const item of page.Items ?? []) {
      const block = blockSchema.parse(item);
      read += 1;
      below = block.n;
      for (const record of block.records.toReversed())
        if (fits(wanted, record)) records.push({ ...record, block: block.n });
      if (records.length >= wanted.limit || read >= blocksRead) return { records, cursor: `${day}|${block.n}` };
    }
    if (page.LastEvaluatedKey !== undefined) continue;
    if (day <= (wanted.day ?? begun)) return { records, cursor: null };
    day = dayBefore(day);
    below = undefined;
  }
  return { records, cursor: `${day}|9999999` };
}
