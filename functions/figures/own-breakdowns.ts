import type { Reports } from '#functions/ports/figures.ts';
import { type Cells, groupsOf } from '#shared/analytics/counted.ts';
import { together } from '#shared/analytics/rate.ts';
import { cellName } from '#shared/figures/contribution.ts';
import type { Report } from '#shared/figures/names.ts';
import { type Breakdown, countIn } from './counted.ts';

export type ReportDeps = { reports: Reports };

/** The company's own breakdowns of a share. Counters hold every value by itself, so one that is new also tells of the past. */
export const ownBreakdowns = (all: readonly Report[], cells: Cells, cases: string, of: string): Breakdown[] =>
  all.map(({ reportId, name, dimension, groups }) => ({
    by: reportId,
    name,
    groups: groupsOf(
      groups.map((group) => ({
        value: group.values.join(','),
        name: group.name,
        count: together(
          group.values.map((value) =>
            countIn(cells, cellName(cases, dimension, value), cellName(of, dimension, value)),
          ),
        ),
      })),
    ),
  }));
