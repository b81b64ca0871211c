import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { RowsWanted } from '#functions/ports/figures.ts';
import type { FactList } from '#shared/figures/names.ts';
import type { FactRow } from '#shared/figures/rows.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

/** The rows are written by us alone, from a closed type; what is read by is looked at. */
const rowSchema = z.custom<FactRow>((value) => value !== null && typeof value === 'object' && 'interviewId' in value);

/** Months a company's list is read back at most where nobody says from when on. */
const monthsBack = 36;

const monthBefore = (month: string): string => {
  const [year = 0, of = 1] = month.split('-').map(Number);
  return of === 1 ? `${year - 1}-12` : `${year}-${String(of - 1).padStart(2, '0')}`;
};

/** Where a list is read: a position's in one piece, the company's month by month, the newest first. */
function partsOf({ positionId, from, to }: RowsWanted, today: string): string[] {
  if (positionId !== undefined) return [positionId];
  const parts: string[] = [];
  const last = (to ?? today).slice(0, 7);
  for (let month = last; parts.length < monthsBack && month >= (from ?? '').slice(0, 7); month = monthBefore(month))
    parts.push(month);
  return parts;
}

/** `cursor`: `{part}|{sort key}`, the last row that was read. */
export async function factRows(
  table: Table,
  company: string,
  list: FactList,
  wanted: RowsWanted,
): Promise<{ rows: FactRow[]; cursor: string | null }> {
  // An appointment may lie ahead where somebody came before its last moment.
  const ahead = new Date(table.clock.now().getTime() + 31 * 86_400_000).toISOString();
  const parts = partsOf(wanted, ahead.slice(0, 10));
  const [startPart, startSort] = wanted.cursor?.split('|') ?? [];
  const rows: FactRow[] = [];
  for (const part of parts.slice(Math.max(0, startPart === undefined ? 0 : parts.indexOf(startPart)))) {
    let start = part === startPart ? startSort : undefined;
    do {
      const { pk } = keys.factRow(company, list, part, '');
      const page = await table.send(
        new QueryCommand({
          TableName: table.name,
          KeyConditionExpression: 'pk = :pk AND sk BETWEEN :low AND :high',
          // Days, then instants: every sort key of a day lies between it and it with a tilde.
          ExpressionAttributeValues: { ':pk': pk, ':low': wanted.from ?? '0', ':high': `${wanted.to ?? ''}~` },
          ScanIndexForward: false,
          Limit: wanted.limit - rows.length,
          ...(start === undefined ? {} : { ExclusiveStartKey: { pk, sk: start } }),
        }),
      );
      const found = (page.Items ?? []).map(({ pk: _, ...item }) => item);
      rows.push(...found.map(({ sk: __, ...item }) => rowSchema.parse(item)));
      if (rows.length >= wanted.limit) return { rows, cursor: `${part}|${String(found.at(-1)?.sk)}` };
      const last = page.LastEvaluatedKey?.sk;
      start = last === undefined ? undefined : String(last);
    } while (start !== undefined);
  }
  return { rows, cursor: null };
}
