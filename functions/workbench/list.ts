import type { Request } from '#functions/http/request.ts';
import type { Healed, Nameplates, PageOf, RowPage } from '#functions/ports/workbench.ts';
import type { Clock, Directory, StaffActor } from '#functions/ports.ts';
import type { CopyName, WorkbenchRow } from '#shared/application/copies.ts';
import type { WorkbenchFilter } from '#shared/contract/workbench.ts';
import { ok } from '#shared/result.ts';
import { figuresOf } from './figures.ts';
import { type JudgementDeps, judgementPage } from './judgement.ts';
import { shownRows } from './rows.ts';
import { isWanted, wantedOf } from './wanted.ts';

export type ListDeps = JudgementDeps & {
  nameplates: Nameplates;
  healed: Healed;
  directory: Directory;
  clock: Clock;
};

/** What HR sees first: how many wait where, and the people who are looked for, page by page. */
export async function list(deps: ListDeps, { actor, query }: Request<'workbench.list', StaffActor>) {
  const { company } = actor;
  const { cursor: after, ...filter } = query;
  // The counts first: what is read after them is at least as new as their version.
  const { version, statuses, queues, healed, today } = await figuresOf(deps, company);
  const wanted = { ...(await wantedOf(deps.directory, company, filter, today)), after };
  const page = await pageOf(deps, company, filter, wanted);
  const mended = await mendedRows(deps, company, filter, wanted, { page, healed });
  const copies = new Map(mended.map(({ row, copies: of }) => [row.interviewId, of]));
  const rows = [...mended.map(({ row }) => row), ...page.rows.filter(({ interviewId }) => !copies.has(interviewId))];
  return ok({
    version,
    counts: statuses,
    queues,
    rows: await shownRows(deps, company, isEverybody(filter) ? [...rows].sort(byAttention) : rows, copies),
    cursor: page.cursor,
  });
}

async function pageOf(deps: ListDeps, company: string, filter: WorkbenchFilter, wanted: PageOf): Promise<RowPage> {
  if (wanted.lists.length === 0 || wanted.only?.positionIds?.length === 0) return { rows: [], cursor: null };
  if (filter.name !== undefined) {
    const page = await deps.rows.named(company, filter.name, wanted.after);
    return { ...page, rows: page.rows.filter((row) => isWanted(row, wanted)) };
  }
  return filter.queue === 'judgement' ? judgementPage(deps, company, wanted) : deps.rows.page(company, wanted);
}

type Mended = { row: WorkbenchRow; copies: CopyName[] };

/** 「状态异常」 begins with what had to be put right: that is no event, so it stands in no list of the copies. */
async function mendedRows(
  { rows }: ListDeps,
  company: string,
  filter: WorkbenchFilter,
  wanted: PageOf,
  { page, healed }: { page: RowPage; healed: Awaited<ReturnType<Healed['recent']>> },
): Promise<Mended[]> {
  if (filter.queue !== 'trouble' || wanted.after !== undefined || filter.name !== undefined) return [];
  const of = new Map(healed.map(({ interviewId, copies }) => [interviewId, copies]));
  const found = await rows.of(company, [...of.keys()]);
  const anywhere = (row: WorkbenchRow): PageOf => ({ ...wanted, lists: row.places.map(({ list: name }) => name) });
  return found
    .filter((row) => page.rows.some((one) => one.interviewId === row.interviewId) || isWanted(row, anywhere(row)))
    .map((row) => ({ row, copies: of.get(row.interviewId) ?? [] }));
}

const isEverybody = (filter: WorkbenchFilter): boolean => Object.values(filter).every((value) => value === undefined);

/** On a page of everybody who waits for HR comes first, the longest wait on top; then whoever moved last. */
function byAttention(a: WorkbenchRow, b: WorkbenchRow): number {
  const waits = Number(b.status === 'submitted') - Number(a.status === 'submitted');
  if (waits !== 0) return waits;
  return a.status === 'submitted' ? a.since.localeCompare(b.since) : b.since.localeCompare(a.since);
}
