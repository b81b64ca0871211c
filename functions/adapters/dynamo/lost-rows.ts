import { isDeepStrictEqual } from 'node:util';
import type { WorkbenchRow } from '#shared/application/copies.ts';
import type { Place } from '#shared/application/workbench-places.ts';
import { addTo } from './counters.ts';
import { keys } from './keys.ts';
import { getMany } from './read.ts';
import type { Table } from './table.ts';
import { transact } from './transact.ts';
import { rowSchema } from './workbench-row.ts';

const keyOf = (company: string, { interviewId }: WorkbenchRow, { list, at }: Place) =>
  keys.workbenchRow(company, list, at, interviewId);

/** The places of a copy at which no row stands, or one that says something else. */
export async function lostRows(table: Table, company: string, row: WorkbenchRow): Promise<Place[]> {
  if (row.places.length === 0) return [];
  const found = await getMany(
    table,
    row.places.map((place) => keyOf(company, row, place)),
  );
  return row.places.filter((place) => {
    const { pk, sk } = keyOf(company, row, place);
    const item = found.find((one) => one.pk === pk && one.sk === sk);
    return item === undefined || !isDeepStrictEqual(rowSchema.parse(item), row);
  });
}

/** Only while the copy still is of that version: a row of an older one would be one too many. */
export async function putRows(
  table: Table,
  company: string,
  { row, version, places }: { row: WorkbenchRow; version: number; places: Place[] },
): Promise<boolean> {
  const outcome = await transact(table, [
    {
      on: 'copy',
      ConditionCheck: {
        Key: keys.workbench(company, row.interviewId),
        ConditionExpression: '#version = :version',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':version': version },
      },
    },
    ...places.map((place) => ({ on: 'row', Put: { Item: { ...keyOf(company, row, place), ...row } } })),
    ...addTo(keys.counts(company), [['version', 1]]),
  ]);
  return outcome.committed;
}
