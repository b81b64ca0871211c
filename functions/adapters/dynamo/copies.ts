import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Copies, CopyChange } from '#functions/ports.ts';
import { type CopyName, copyNames, noCounts } from '#shared/application/copies.ts';
import { lists } from '#shared/application/workbench-places.ts';
import { type InterviewState, interviewStatusSchema } from '#shared/interview/state.ts';
import { interviewStatuses } from '#shared/interview/statuses.ts';
import { addTo, difference } from './counters.ts';
import { copyTomb, notErased } from './erased.ts';
import { type Key, keys } from './keys.ts';
import { lostRows, putRows } from './lost-rows.ts';
import { progressAdds } from './progress-adds.ts';
import { get, getMany } from './read.ts';
import type { Table } from './table.ts';
import { transact, type Write } from './transact.ts';
import { rowSchema, rowWrites } from './workbench-row.ts';

const storedSchema = z.object({
  copy: z.enum(copyNames),
  version: z.number(),
  status: interviewStatusSchema,
  value: z.record(z.string(), z.unknown()),
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
  lostRows: (company, row) => lostRows(table, company, row),
  putRows: (company, lost) => putRows(table, company, lost),
  async progress(company, req) {
    const item = await get(table, keys.progress(company, req), countsSchema);
    const closedAt = typeof item?.closedAt === 'string' ? item.closedAt : null;
    return {
      counts: statusCounts(item),
      passed: Number(item?.passed ?? 0),
      filled: Number(item?.filled ?? 0),
      joined: Number(item?.joined ?? 0),
      closedAt,
    };
  },
  attention: (company, cursor) => waiting(table, keys.workbenchRow(company, lists.attention, '', '').pk, cursor),
  async application(company, app) {
    const found = await get(
      table,
      keys.application(company, app),
      z.object({ value: z.object({ interviewId: z.string() }) }),
    );
    return found?.value;
  },
});

async function waiting(table: Table, pk: string, cursor: string | undefined) {
  const page = await table.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
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
    change.copy === 'organisation'
      ? progressWrites(change)
      : change.copy === 'workbench'
        ? rowWrites(change, table.clock.now())
        : [];
  // A copy of a deleted interview must not come into being; one that is there is refused by its version.
  const born =
    change.stored === undefined ? [notErased(change.company, copyTomb(change.state.interviewId, change.copy))] : [];
  if (others.length + born.length > 0) {
    return (await transact(table, [...born, { on: 'copy', Put: put }, ...others])).committed;
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

function progressWrites({ company, state, stored, value }: CopyChange): Write[] {
  const changed = difference(progressAdds(stored?.value), progressAdds(value));
  return addTo(keys.progress(company, state.requisitionId), changed);
}
