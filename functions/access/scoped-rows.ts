import type { Healed, PageOf, WorkbenchRows } from '#functions/ports/workbench.ts';
import type { Copies } from '#functions/ports.ts';
import { noCounts } from '#shared/application/copies.ts';
import { lists } from '#shared/application/workbench-places.ts';
import { interviewStatuses } from '#shared/interview/statuses.ts';
import { limits } from '#shared/limits.ts';
import type { Scope } from './scope.ts';

type Deps = { rows: WorkbenchRows; healed: Healed; copies: Copies };

/**
 * The workbench of some openings. Their counts are the sums of what each opening counts for its own progress, so they cost
 * a read an opening; lists of a status are read by position, the others are read as they are and left out row by row.
 */
export function scopedRows({ rows, healed, copies }: Deps, scope: Scope): { rows: WorkbenchRows; healed: Healed } {
  const mine = ({ requisitionId }: { requisitionId: string }) => scope.requisitionIds.has(requisitionId);
  const ofPositions = (list: string): string[] =>
    isOfStatus(list) ? [...scope.positionIds].map((positionId) => lists.status(list, positionId)) : [list];

  const page: WorkbenchRows['page'] = async (company, wanted) => {
    const all = [...new Set(wanted.lists.flatMap(ofPositions))];
    if (all.length === 0 || scope.requisitionIds.size === 0) return { rows: [], cursor: null };
    const found = await rows.page(company, { ...wanted, lists: all });
    return { ...found, rows: found.rows.filter(mine) };
  };

  /** How many stand in a list that is kept for the whole company. */
  async function count(company: string, list: string): Promise<number> {
    let found = 0;
    let after: string | undefined;
    for (let n = 0; n < limits.scopedPages; n += 1) {
      const wanted: PageOf = { lists: [list], newestFirst: false, after };
      const next = await page(company, wanted);
      found += next.rows.length;
      if (next.cursor === null) break;
      after = next.cursor;
    }
    return found;
  }

  return {
    rows: {
      ...rows,
      page,
      async counts(company) {
        // First, so that the counts are at least as new.
        const version = await rows.version(company);
        const [trouble, ...openings] = await Promise.all([
          count(company, lists.trouble),
          ...[...scope.requisitionIds].map((requisitionId) => copies.progress(company, requisitionId)),
        ]);
        const statuses = noCounts();
        for (const { counts } of openings) for (const status of interviewStatuses) statuses[status] += counts[status];
        return { version, trouble, statuses };
      },
      bookedOn: (company, date) => count(company, lists.day(date)),
      of: async (company, interviewIds) => (await rows.of(company, interviewIds)).filter(mine),
      async named(company, text, after) {
        const found = await rows.named(company, text, after);
        return { ...found, rows: found.rows.filter(mine) };
      },
    },
    healed: {
      async recent(company) {
        const all = await healed.recent(company);
        const own = await rows.of(
          company,
          all.map(({ interviewId }) => interviewId),
        );
        const ids = new Set(own.filter(mine).map(({ interviewId }) => interviewId));
        return all.filter(({ interviewId }) => ids.has(interviewId));
      },
    },
  };
}

const isOfStatus = (list: string): boolean => interviewStatuses.some((status) => status === list);
