import type { DayCells, Figures, Scope } from '#functions/ports/figures.ts';
import { type Cells, figuresOf, type Group, groupsOf, sumCells } from '#shared/analytics/counted.ts';
import type { Count } from '#shared/analytics/rate.ts';
import { cellName } from '#shared/figures/contribution.ts';
import { partsOf } from '#shared/figures/days.ts';
import { type Dimension, dimensionValues, type Family } from '#shared/figures/names.ts';
import type { Position } from '#shared/organisation/records.ts';
import type { Period, Subject } from './period.ts';

export type CountDeps = { figures: Pick<Figures, 'days'> };
type Days = { from: string; to: string };

/** Positions that are asked for at the same time. */
const atOnce = 8;

/** Every day of one family, of all the scopes asked for together. */
export async function daysOf(
  { figures }: CountDeps,
  { company, scopes }: Pick<Subject, 'company' | 'scopes'>,
  family: Family,
  { from, to }: Days,
): Promise<DayCells[]> {
  const all: DayCells[] = [];
  for (const some of inTurns(scopes)) {
    all.push(...(await Promise.all(some.map((scope) => figures.days(company, scope, family, from, to)))).flat());
  }
  if (scopes.length === 1) return all;
  return [...Map.groupBy(all, ({ day }) => day)]
    .map(([day, items]) => ({ day, cells: sumCells(items.map(({ cells }) => cells)) }))
    .sort((a, b) => a.day.localeCompare(b.day));
}

const inTurns = (scopes: readonly Scope[]): Scope[][] =>
  Array.from({ length: Math.ceil(scopes.length / atOnce) }, (_, n) => [...scopes.slice(n * atOnce, (n + 1) * atOnce)]);

export const totalOf = (days: readonly DayCells[]): Record<string, number> => sumCells(days.map(({ cells }) => cells));

export const countIn = (cells: Cells, cases: string, of: string): Count => ({
  cases: cells[cases] ?? 0,
  of: cells[of] ?? 0,
});

/** The share of `cases` among `of`, part by part. */
export function trendOf(days: readonly DayCells[], { from, to, by }: Period, cases: string, of: string) {
  const parts = partsOf(from, to, by);
  const counts = parts.map((part) =>
    countIn(totalOf(days.filter(({ day }) => day >= part.from && day <= part.to)), cases, of),
  );
  return figuresOf(counts).map((figure, at) => ({ ...(parts[at] ?? { from, to }), ...figure }));
}

export type Breakdown = { by: string; name: string | null; groups: Group[] };

/** The share in each group of a dimension. */
export function breakdownOf(cells: Cells, dimension: Dimension, cases: string, of: string): Breakdown {
  const groups = dimensionValues[dimension].map((value) => ({
    value,
    name: null,
    count: countIn(cells, cellName(cases, dimension, value), cellName(of, dimension, value)),
  }));
  return { by: dimension, name: null, groups: groupsOf(groups) };
}

/** The numbers of each position by itself; asked for only where more than one is looked at. */
export async function byPosition(
  deps: CountDeps,
  { company, positions }: Subject,
  family: Family,
  days: Days,
): Promise<{ position: Position; cells: Record<string, number> }[]> {
  const found: { position: Position; cells: Record<string, number> }[] = [];
  for (let at = 0; at < positions.length; at += atOnce) {
    const some = positions.slice(at, at + atOnce);
    const read = await Promise.all(
      some.map(async (position) => ({
        position,
        cells: totalOf(await deps.figures.days(company, position.positionId, family, days.from, days.to)),
      })),
    );
    found.push(...read);
  }
  return found.filter(({ cells }) => Object.keys(cells).length > 0);
}

/** One that tells people apart: where nobody's value is known there is nothing to see. */
export const says = ({ groups }: Breakdown): boolean =>
  groups.some(({ value }) => value !== 'unsaid' && value !== 'unknown');

export const positionBreakdown = (
  found: readonly { position: Position; cells: Cells }[],
  cases: string,
  of: string,
): Breakdown => ({
  by: 'position',
  name: null,
  groups: groupsOf(
    found.map(({ position, cells }) => ({
      value: position.positionId,
      name: position.title,
      count: countIn(cells, cases, of),
    })),
  ),
});
