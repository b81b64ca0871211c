import * as z from 'zod';
import type { DayCells, Figures, FiguresChange, Kept, KeptRow, Scope } from '#functions/ports/figures.ts';
import { type Contribution, cellsOf } from '#shared/figures/contribution.ts';
import { dimensions, factLists, families } from '#shared/figures/names.ts';
import type { FactRow } from '#shared/figures/rows.ts';
import { addTo, difference } from './counters.ts';
import { notErased } from './erased.ts';
import { longCell, shortCell } from './figures-cells.ts';
import { factRows } from './figures-rows.ts';
import { keys } from './keys.ts';
import { get, within } from './read.ts';
import type { Table } from './table.ts';
import { transact, type Write } from './transact.ts';

const entrySchema = z.object({
  family: z.enum(families),
  day: z.string(),
  adds: z.record(z.string(), z.number()),
  crossed: z.array(z.string()),
  dimensions: z.partialRecord(z.enum(dimensions), z.string()),
});
export const keptSchema = z.object({
  version: z.number(),
  revision: z.number(),
  known: z.custom<Kept['known']>((value) => typeof value === 'object' && value !== null),
  contribution: z.array(entrySchema),
  rows: z.array(
    z.object({ list: z.enum(factLists), day: z.string(), at: z.string(), n: z.number(), digest: z.string() }),
  ),
});

export const dynamoFigures = (table: Table): Figures => ({
  kept: (company, pos, itv) => get(table, keys.keptFigures(company, pos, itv), keptSchema),
  write: (change) => write(table, change),
  days: (company, scope, family, from, to) => days(table, company, scope, family, from, to),
  rows: (company, list, wanted) => factRows(table, company, list, wanted),
});

export const scopeName = (scope: Scope): string => scope ?? 'co';

async function days(table: Table, company: string, scope: Scope, family: string, from: string, to: string) {
  const { pk } = keys.figures(company, scopeName(scope), family, '');
  const items = await within(table, pk, [from, to]);
  return items.map(dayOf);
}

function dayOf({ pk: _, sk, ...rest }: Record<string, unknown>): DayCells {
  const cells = Object.entries(rest).filter((one): one is [string, number] => typeof one[1] === 'number');
  return { day: String(sk), cells: Object.fromEntries(cells.map(([name, n]) => [longCell(name), n])) };
}

/** Family and day, and what a contribution adds there. */
export function tallyOf(contribution: Contribution): Map<string, Record<string, number>> {
  const tally = new Map<string, Record<string, number>>();
  for (const entry of contribution) {
    const name = `${entry.family}#${entry.day}`;
    const sum = tally.get(name) ?? {};
    for (const [cell, by] of Object.entries(cellsOf(entry))) sum[cell] = (sum[cell] ?? 0) + by;
    tally.set(name, sum);
  }
  return tally;
}

/** The item with all that its change moves, in one transaction. A conflict with another interview's is tried again above. */
async function write(table: Table, change: FiguresChange): Promise<boolean> {
  const { company, positionId, interviewId, stored, kept, rows } = change;
  const Item = { ...keys.keptFigures(company, positionId, interviewId), ...kept };
  const put: Write =
    stored === undefined
      ? { on: 'kept', Put: { Item, ConditionExpression: 'attribute_not_exists(pk)' } }
      : {
          on: 'kept',
          Put: {
            Item,
            ConditionExpression: '#revision = :read',
            ExpressionAttributeNames: { '#revision': 'revision' },
            ExpressionAttributeValues: { ':read': stored.revision },
          },
        };
  const alive = stored === undefined ? [notErased(company, interviewId)] : [];
  return (await transact(table, [put, ...alive, ...counterWrites(change), ...rowWrites(company, stored, kept, rows)]))
    .committed;
}

function counterWrites({ company, positionId, stored, kept }: FiguresChange): Write[] {
  const [before, after] = [tallyOf(stored?.contribution ?? []), tallyOf(kept.contribution)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const [family = '', day = ''] = name.split('#');
    const changed = difference(before.get(name) ?? {}, after.get(name) ?? {}).map(([cell, by]): [string, number] => [
      shortCell(cell),
      by,
    ]);
    return [scopeName(null), positionId].flatMap((scope) => addTo(keys.figures(company, scope, family, day), changed));
  });
}

/** A row stands twice: in its position's list, and in its month of the company's. */
export const placesOf = (company: string, positionId: string, interviewId: string, row: Omit<KeptRow, 'digest'>) =>
  [positionId, row.day.slice(0, 7)].map((at) =>
    keys.factRow(company, row.list, at, `${row.day}#${row.at}#${interviewId}#${row.n}`),
  );

function rowWrites(company: string, stored: Kept | undefined, kept: Kept, rows: FactRow[]): Write[] {
  const is = (a: KeptRow) => (b: KeptRow) => a.list === b.list && a.at === b.at && a.n === b.n;
  const before = stored?.rows ?? [];
  const changed = kept.rows.flatMap((one, at) => {
    const row = rows[at];
    return row === undefined || before.find(is(one))?.digest === one.digest ? [] : [row];
  });
  const gone = before.filter((one) => !kept.rows.some(is(one)));
  const [{ positionId, interviewId } = { positionId: '', interviewId: '' }] = rows;
  return [
    ...changed.flatMap((row) =>
      placesOf(company, positionId, interviewId, row).map(
        (key): Write => ({ on: 'row', Put: { Item: { ...key, ...row } } }),
      ),
    ),
    ...gone.flatMap((row) =>
      placesOf(company, positionId, interviewId, row).map((Key): Write => ({ on: 'row', Delete: { Key } })),
    ),
  ];
}
