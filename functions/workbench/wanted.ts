import type { PageOf, RowFilter } from '#functions/ports/workbench.ts';
import type { Directory } from '#functions/ports.ts';
import type { WorkbenchRow } from '#shared/application/copies.ts';
import { lists, startOfDate } from '#shared/application/workbench-places.ts';
import type { WorkbenchFilter } from '#shared/contract/workbench.ts';
import type { InterviewStatus } from '#shared/interview/state.ts';
import { interviewStatuses } from '#shared/interview/statuses.ts';

export type Today = { date: string; timeZone: string };

/** The status that a queue is, where it is one. */
const statusOf = { awaiting: 'submitted', judgement: 'submitted', no_show: 'no_show' } as const;

/** Where to look for what is asked: which lists, in which order and part, and what of them. */
export async function wantedOf(
  directory: Pick<Directory, 'requisitions'>,
  company: string,
  filter: WorkbenchFilter,
  { date, timeZone }: Today,
): Promise<PageOf> {
  const { queue, status } = filter;
  const positionIds = await positionsOf(directory, company, filter);
  const only = onlyOf(filter, positionIds);
  const range = {
    from: filter.from && startOfDate(timeZone, filter.from),
    to: filter.to && startOfDate(timeZone, filter.to, 1),
  };
  if (queue === 'today') return { lists: [lists.day(date)], newestFirst: false, only };
  if (queue === 'trouble') return { lists: [lists.trouble], newestFirst: false, only, ...range };
  const fixed = queue === undefined ? status : statusOf[queue];
  if (fixed !== undefined && status !== undefined && fixed !== status) return { lists: [], newestFirst: true };
  const statuses: readonly InterviewStatus[] = fixed === undefined ? interviewStatuses : [fixed];
  return {
    lists: statuses.flatMap((one) =>
      positionIds === undefined ? [lists.status(one)] : positionIds.map((positionId) => lists.status(one, positionId)),
    ),
    // Who waits longest comes first.
    newestFirst: fixed !== 'submitted',
    ...range,
    ...(only.score && { only: { score: only.score } }),
  };
}

/** A department is the positions its requisitions are for. */
async function positionsOf(
  directory: Pick<Directory, 'requisitions'>,
  company: string,
  { positionId, department }: WorkbenchFilter,
): Promise<string[] | undefined> {
  if (department === undefined) return positionId === undefined ? undefined : [positionId];
  const openings = (await directory.requisitions(company)).filter((one) => one.department === department);
  const all = [...new Set(openings.map((one) => one.positionId))];
  return positionId === undefined ? all : all.filter((one) => one === positionId);
}

const onlyOf = ({ status, scoreFrom, scoreTo }: WorkbenchFilter, positionIds: string[] | undefined): RowFilter => ({
  ...(status && { statuses: [status] }),
  ...(positionIds && { positionIds }),
  ...((scoreFrom !== undefined || scoreTo !== undefined) && {
    score: { least: scoreFrom ?? 0, most: scoreTo ?? 100 },
  }),
});

/** Whether a row that was found by another way than its list stands in one of those, in that part. */
export function isWanted(row: WorkbenchRow, { lists: all, from, to, only = {} }: PageOf): boolean {
  const { statuses, positionIds, score } = only;
  return (
    row.places.some(
      ({ list, at }) => all.includes(list) && (from === undefined || at >= from) && (to === undefined || at < to),
    ) &&
    (statuses?.includes(row.status) ?? true) &&
    (positionIds?.includes(row.positionId) ?? true) &&
    (score === undefined || (row.overall !== null && row.overall >= score.least && row.overall <= score.most))
  );
}
