import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Copies, CopyChange, StoredCopy } from '#functions/ports.ts';
import { type CopyName, copyNames, noCounts, type WorkbenchRow, workbenchAlarms } from '#shared/application/copies.ts';
import { excuseSchema, noShowReasonSchema } from '#shared/interview/appointment.ts';
import { type InterviewState, interviewStatusSchema, reportStatusSchema } from '#shared/interview/state.ts';
import { interviewStatuses } from '#shared/interview/statuses.ts';
import { ticketKindSchema } from '#shared/interview/ticket.ts';
import { type Key, keys } from './keys.ts';
import { get, getMany } from './read.ts';
import type { Table } from './table.ts';
import { transact, type Write } from './transact.ts';

const storedSchema = z.object({
  copy: z.enum(copyNames),
  version: z.number(),
  status: interviewStatusSchema,
  value: z.record(z.string(), z.unknown()),
});
const rowSchema = z.object({
  interviewId: z.string(),
  applicationId: z.string(),
  candidateId: z.string(),
  requisitionId: z.string(),
  positionId: z.string(),
  status: interviewStatusSchema,
  report: reportStatusSchema,
  overall: z.number().nullable(),
  since: z.string(),
  tickets: z.array(ticketKindSchema).default([]),
  waitingSince: z.string().nullable().default(null),
  appointment: z.object({ at: z.string(), slot: z.boolean(), confirmed: z.boolean() }).nullable().default(null),
  noShow: z.object({ reason: noShowReasonSchema.nullable(), excuse: excuseSchema.nullable() }).nullable().default(null),
  alarms: z.array(z.enum(workbenchAlarms)).default([]),
});
const countsSchema = z.record(z.string(), z.unknown());

type Place = Pick<InterviewState, 'interviewId' | 'applicationId' | 'requisitionId'>;

const placeOf: Record<CopyName, (company: string, at: Place) => Key> = {
  application: (company, at) => keys.application(company, at.applicationId),
  dossier: (company, at) => keys.dossier(company, at.applicationId),
  organisation: (company, at) => keys.contribution(company, at.requisitionId, at.interviewId),
  workbench: (company, at) => keys.workbench(company, at.interviewId),
};

const pageSize = 50;

export const dynamoCopies = (table: Table): Copies => ({
  async read(company, at) {
    const items = await getMany(
      table,
      copyNames.map((copy) => placeOf[copy](company, at)),
    );
    return items.map((item) => storedSchema.parse(item));
  },
  write: (change) => write(table, change),
  async progress(company, req) {
    const item = await get(table, keys.progress(company, req), countsSchema);
    return { counts: statusCounts(item), passed: Number(item?.passed ?? 0) };
  },
  async counts(company) {
    return statusCounts(await get(table, keys.counts(company), countsSchema));
  },
  rows: (company, status, cursor) => rowsOf(table, keys.workbenchRow(company, status, '', '').pk, cursor, false),
  attention: (company, cursor) => rowsOf(table, keys.attentionRow(company, '', '').pk, cursor, true),
  async application(company, app) {
    const found = await get(
      table,
      keys.application(company, app),
      z.object({ value: z.object({ interviewId: z.string() }) }),
    );
    return found?.value;
  },
});

async function rowsOf(table: Table, pk: string, cursor: string | undefined, oldestFirst: boolean) {
  const page = await table.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
      ScanIndexForward: oldestFirst,
      Limit: pageSize,
      ...(cursor === undefined ? {} : { ExclusiveStartKey: { pk, sk: cursor } }),
    }),
  );
  const rows = (page.Items ?? []).map((item) => rowSchema.parse(item));
  return { rows, cursor: (page.LastEvaluatedKey?.sk as string | undefined) ?? null };
}

const statusCounts = (item: Record<string, unknown> | undefined) => {
  const counts = noCounts();
  for (const status of interviewStatuses) counts[status] = Number(item?.[status] ?? 0);
  return counts;
};

/** A copy with its counters moves in one transaction; a copy that moves no counter is a single conditional put. */
async function write(table: Table, change: CopyChange): Promise<boolean> {
  const put = copyPut(change);
  const others =
    change.copy === 'organisation' ? progressWrites(change) : change.copy === 'workbench' ? rowWrites(change) : [];
  if (others.length > 0) {
    return (await transact(table, [{ on: 'copy', Put: put }, ...others])).committed;
  }
  try {
    await table.send(new PutCommand({ TableName: table.name, ...put }));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

function copyPut({ company, copy, state, stored, value }: CopyChange) {
  const Item = { ...placeOf[copy](company, state), copy, version: state.version, status: value.status, value };
  if (stored === undefined) return { Item, ConditionExpression: 'attribute_not_exists(pk)' };
  return {
    Item,
    ConditionExpression: '#version = :read',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':read': stored.version },
  };
}

/** The difference between what this copy added to a counter before and what it adds now. */
function difference(before: Record<string, number>, after: Record<string, number>): [string, number][] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names]
    .map((name): [string, number] => [name, (after[name] ?? 0) - (before[name] ?? 0)])
    .filter(([, by]) => by !== 0);
}

function addTo(Key: Key, by: [string, number][]): Write[] {
  if (by.length === 0) return [];
  return [
    {
      on: 'counter',
      Update: {
        Key,
        UpdateExpression: `ADD ${by.map((_, i) => `#n${i} :n${i}`).join(', ')}`,
        ExpressionAttributeNames: Object.fromEntries(by.map(([name], i) => [`#n${i}`, name])),
        ExpressionAttributeValues: Object.fromEntries(by.map(([, n], i) => [`:n${i}`, n])),
      },
    },
  ];
}

function progressWrites({ company, state, stored, value }: CopyChange): Write[] {
  const adds = (copy: StoredCopy['value'] | undefined): Record<string, number> =>
    copy === undefined ? {} : { [String(copy.status)]: 1, passed: Number(copy.passed ?? 0) };
  return addTo(keys.progress(company, state.requisitionId), difference(adds(stored?.value), adds(value)));
}

function rowWrites({ company, state, stored, value }: CopyChange): Write[] {
  const row = value as WorkbenchRow;
  const key = keys.workbenchRow(company, row.status, row.since, state.interviewId);
  const before = stored === undefined ? undefined : rowSchema.parse(stored.value);
  const old = before && keys.workbenchRow(company, before.status, before.since, state.interviewId);
  const moved = old !== undefined && (old.pk !== key.pk || old.sk !== key.sk);
  const adds = (status: string | undefined): Record<string, number> => (status === undefined ? {} : { [status]: 1 });
  return [
    { on: 'row', Put: { Item: { ...key, ...row } } },
    ...(moved ? [{ on: 'row', Delete: { Key: old } }] : []),
    ...attentionWrites(company, before, row),
    ...addTo(keys.counts(company), difference(adds(before?.status), adds(row.status))),
  ];
}

/** A second place for the rows that wait for HR, moved in the same transaction. */
function attentionWrites(company: string, before: WorkbenchRow | undefined, row: WorkbenchRow): Write[] {
  const place = ({ waitingSince, interviewId }: WorkbenchRow): Key | undefined =>
    waitingSince === null ? undefined : keys.attentionRow(company, waitingSince, interviewId);
  const old = before && place(before);
  const now = place(row);
  return [
    ...(now === undefined ? [] : [{ on: 'row', Put: { Item: { ...now, ...row } } }]),
    ...(old !== undefined && old.sk !== now?.sk ? [{ on: 'row', Delete: { Key: old } }] : []),
  ];
}
