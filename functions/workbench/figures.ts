import type { Healed, WorkbenchRows } from '#functions/ports/workbench.ts';
import type { Clock, Directory } from '#functions/ports.ts';
import { todayOf } from './today.ts';

export type FiguresDeps = {
  rows: Pick<WorkbenchRows, 'counts' | 'bookedOn'>;
  healed: Healed;
  directory: Pick<Directory, 'company'>;
  clock: Clock;
};

/** How many wait in each queue whose count is kept, in the workbench and on WeCom's own alike. */
export async function figuresOf(deps: FiguresDeps, company: string) {
  const today = await todayOf(deps, company);
  const [{ version, statuses, trouble }, booked, healed] = await Promise.all([
    deps.rows.counts(company),
    deps.rows.bookedOn(company, today.date),
    deps.healed.recent(company),
  ]);
  const mended = new Set(healed.map(({ interviewId }) => interviewId)).size;
  const queues = {
    awaiting: statuses.submitted,
    no_show: statuses.no_show,
    trouble: trouble + mended,
    today: booked,
  };
  return { version, statuses, queues, healed, today };
}
