import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { PageOf, RowFilter, RowPage, WorkbenchRows } from '#functions/ports/workbench.ts';
import { noCounts, type WorkbenchRow } from '#shared/application/copies.ts';
import { foldName } from '#shared/application/name-parts.ts';
import { interviewStatuses } from '#shared/interview/statuses.ts';
import { limits } from '#shared/limits.ts';
import { keys } from './keys.ts';
import { get, getMany } from './read.ts';
import type { Table } from './table.ts';
import { rowSchema } from './workbench-row.ts';

const number = z.number().default(0);
const countsSchema = z.object({ version: number, trouble: number }).catchall(z.unknown());
const copySchema = z.object({ value: rowSchema });
const namedSchema = z.object({ sk: z.string(), interviewId: z.string() });

/** Pages of one list that are read at most for one page of what is looked for within it. */
const pagesRead = 4;
const size = limits.workbenchPage;

export const dynamoWorkbenchRows = (table: Table): WorkbenchRows => ({
  async counts(company) {
    const item = await get(table, keys.counts(company), countsSchema);
    const statuses = noCounts();
    for (const status of interviewStatuses) statuses[status] = Number(item?.[status] ?? 0);
    return { version: item?.version ?? 0, trouble: item?.trouble ?? 0, statuses };
  },
  async version(company) {
    return (await get(table, keys.counts(company), countsSchema))?.version ?? 0;
  },
  async bookedOn(company, date) {
    return (await get(table, keys.dayCount(company, date), z.object({ booked: number })))?.booked ?? 0;
  },
  page: (company, wanted) => merged(table, company, wanted),
  of: (company, interviewIds) => rowsOf(table, company, interviewIds),
  named: (company, text, after) => named(table, company, text, after),
});

async function rowsOf(table: Table, company: string, interviewIds: readonly string[]): Promise<WorkbenchRow[]> {
  if (interviewIds.length === 0) return [];
  const found = await getMany(
    table,
    [...new Set(interviewIds)].map((id) => keys.workbench(company, id)),
  );
  return found.map((item) => copySchema.parse(item).value);
}

async function named(table: Table, company: string, text: string, after: string | undefined): Promise<RowPage> {
  const { pk, sk } = keys.nameOf(company, foldName(text), '');
  if (sk === '') return { rows: [], cursor: null };
  const page = await table.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
      ExpressionAttributeValues: { ':pk': pk, ':sk': sk },
      ConsistentRead: true,
      Limit: size,
      ...(after === undefined ? {} : { ExclusiveStartKey: { pk, sk: after } }),
    }),
  );
  const found = (page.Items ?? []).map((item) => namedSchema.parse(item));
  const rows = await rowsOf(
    table,
    company,
    found.map(({ interviewId }) => interviewId),
  );
  return { rows, cursor: page.LastEvaluatedKey === undefined ? null : (found.at(-1)?.sk ?? null) };
}

type Found = { sk: string; row: WorkbenchRow };
/** `reached`: the sort key up to which the list was read; undefined: to its end. */
type Read = { found: Found[]; reached: string | undefined };

/**
 * Several lists as one. A list that was not read to its end says nothing of what lies beyond: only what every list has
 * passed is answered, the rest comes with the next page.
 */
async function merged(table: Table, company: string, wanted: PageOf): Promise<RowPage> {
  const reads = await Promise.all(wanted.lists.map((list) => readList(table, company, list, wanted)));
  const ahead = (a: string, b: string) => (wanted.newestFirst ? a > b : a < b);
  const open = reads.flatMap(({ reached }) => (reached === undefined ? [] : [reached]));
  const horizon = open.reduce<string | undefined>((a, b) => (a === undefined || ahead(b, a) ? b : a), undefined);
  const all = reads
    .flatMap(({ found }) => found)
    .filter(({ sk }) => horizon === undefined || !ahead(horizon, sk))
    .sort((a, b) => (ahead(a.sk, b.sk) ? -1 : 1));
  const rows = all.slice(0, size);
  const cursor = all.length > size ? (rows.at(-1)?.sk ?? null) : (horizon ?? null);
  return { rows: rows.map(({ row }) => row), cursor };
}

async function readList(table: Table, company: string, list: string, wanted: PageOf): Promise<Read> {
  const { newestFirst, after } = wanted;
  const { pk } = keys.workbenchRow(company, list, '', '');
  const found: Found[] = [];
  let start: string | undefined = after;
  for (let n = 0; n < pagesRead; n += 1) {
    // Digits and letters only: every instant lies between these.
    let [low, high] = [wanted.from ?? '0', wanted.to ?? '~'];
    if (start !== undefined && newestFirst) high = start < high ? start : high;
    else if (start !== undefined) low = start > low ? start : low;
    if (low > high) return { found, reached: undefined };
    const page = await table.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :low AND :high',
        ScanIndexForward: !newestFirst,
        ConsistentRead: true,
        // One more than a page, and the one that the page before ended with, which is left out.
        Limit: size + 2,
        ...filterOf(wanted.only, { ':pk': pk, ':low': low, ':high': high }),
      }),
    );
    for (const { sk, ...item } of page.Items ?? []) {
      if (sk !== start) found.push({ sk: String(sk), row: rowSchema.parse(item) });
    }
    const last = page.LastEvaluatedKey?.sk;
    if (last === undefined) return { found, reached: undefined };
    start = String(last);
    if (found.length > size) break;
  }
  return { found, reached: start };
}

function filterOf(only: RowFilter = {}, values: Record<string, unknown>) {
  const conditions: string[] = [];
  const names: Record<string, string> = {};
  const oneOf = (name: string, all: readonly string[] | undefined) => {
    if (all === undefined) return;
    names[`#${name}`] = name;
    for (const [i, value] of all.entries()) values[`:${name}${i}`] = value;
    conditions.push(`#${name} IN (${all.map((_, i) => `:${name}${i}`).join(', ')})`);
  };
  oneOf('status', only.statuses);
  oneOf('positionId', only.positionIds);
  if (only.score !== undefined) {
    names['#overall'] = 'overall';
    Object.assign(values, { ':least': only.score.least, ':most': only.score.most });
    conditions.push('#overall BETWEEN :least AND :most');
  }
  return {
    ExpressionAttributeValues: values,
    ...(conditions.length === 0 ? {} : { FilterExpression: conditions.join(' AND '), ExpressionAttributeNames: names }),
  };
}
