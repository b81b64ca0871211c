import { dynamoDirectory } from '#functions/adapters/dynamo/directory.ts';
import { dynamoHealed } from '#functions/adapters/dynamo/healed.ts';
import { dynamoInterviews } from '#functions/adapters/dynamo/interviews.ts';
import { keys } from '#functions/adapters/dynamo/keys.ts';
import { dynamoNameplates } from '#functions/adapters/dynamo/nameplates.ts';
import { dynamoRules } from '#functions/adapters/dynamo/rules.ts';
import { dynamoWorkbenchRows } from '#functions/adapters/dynamo/workbench-rows.ts';
import { changes } from '#functions/workbench/changes.ts';
import { list } from '#functions/workbench/list.ts';
import { noCounts, type WorkbenchRow } from '#shared/application/copies.ts';
import { nameParts } from '#shared/application/name-parts.ts';
import { lists, type Place } from '#shared/application/workbench-places.ts';
import type { Query } from '#shared/contract/operations.ts';
import type { InterviewStatus } from '#shared/interview/state.ts';
import { interviewStatuses } from '#shared/interview/statuses.ts';
import { plusMinutes } from '#shared/interview/windows.ts';
import { company as seededCompany } from '#test/world/seeds/company.ts';
import { salesPosition } from '#test/world/seeds/positions.ts';
import { fewAndMany } from './few-and-many.ts';
import { openMetered } from './metered-store.ts';
import type { BenchRow } from './row.ts';
import { company, importedStore } from './sweep-store.ts';

const sizes = [1_000, 100_000] as const;
const rounds = 30;
const now = new Date('2026-11-20T04:00:00.000Z');
const today = '2026-11-20';
const bookedToday = 40;
const positionIds = ['pos_bench0', 'pos_bench1'];
const page = 1;

/** Somebody asks for everybody, for a queue, for a part of one, for today, for a name; and whether there is news. */
const questions: { name: string; query: Query<'workbench.list'> }[] = [
  { name: 'everybody', query: {} },
  { name: 'a queue', query: { queue: 'awaiting' } },
  { name: 'a position’s high scores', query: { positionId: positionIds[1], status: 'evaluated', scoreFrom: 50 } },
  { name: 'today', query: { queue: 'today' } },
  { name: 'a name', query: { name: '候选' } },
];

const statusOf = (n: number): InterviewStatus => interviewStatuses[n % interviewStatuses.length] ?? 'invited';

function rowOf(n: number): WorkbenchRow {
  const id = String(n).padStart(6, '0');
  const status = statusOf(n);
  const positionId = positionIds[Math.floor(n / interviewStatuses.length) % positionIds.length] ?? '';
  const since = plusMinutes('2026-01-01T00:00:00.000Z', n % 400_000);
  const places: Place[] = [
    { list: lists.status(status), at: since },
    { list: lists.status(status, positionId), at: since },
    ...(n < bookedToday ? [{ list: lists.day(today), at: plusMinutes(`${today}T01:00:00.000Z`, n) }] : []),
  ];
  return {
    interviewId: `itv_b${id}`,
    applicationId: `app_b${id}`,
    candidateId: `cand_b${id}`,
    requisitionId: `req_bench${positionIds.indexOf(positionId)}`,
    positionId,
    status,
    report: status === 'submitted' || status === 'evaluated' ? 'ready' : 'none',
    overall: status === 'submitted' || status === 'evaluated' ? n % 101 : null,
    since,
    tickets: [],
    waitingSince: null,
    appointment: null,
    noShow: null,
    alarms: [],
    places,
  };
}

/** A company with so many interviews, as the copies would have written them. */
function* interviewsOf(count: number) {
  yield { ...keys.company(company), ...seededCompany, companyId: company, settings: {} };
  for (const [n, positionId] of positionIds.entries()) {
    const opening = { positionId, department: '销售部', position: '销售代表', headcount: 9, inPost: 1, vacancies: 8 };
    const requisitionId = `req_bench${n}`;
    const more = { requisitionId, ownerId: 'usr_bench', openedAt: '2026-01-01T00:00:00.000Z' };
    yield { ...keys.position(company, positionId), ...salesPosition, positionId };
    yield { ...keys.requisition(company, requisitionId), ...opening, ...more };
  }
  const counts: Record<string, number> = noCounts();
  for (let n = 0; n < count; n += 1) {
    const row = rowOf(n);
    const { interviewId, candidateId, status } = row;
    counts[status] = (counts[status] ?? 0) + 1;
    const name = `候选${String(n).padStart(6, '0')}`;
    yield { ...keys.workbench(company, interviewId), copy: 'workbench', version: 1, status, value: row };
    yield { ...keys.candidate(company, candidateId), candidateId, name };
    for (const { list: where, at } of row.places)
      yield { ...keys.workbenchRow(company, where, at, interviewId), ...row };
    for (const part of nameParts(name)) yield { ...keys.nameOf(company, part, interviewId), interviewId };
  }
  yield { ...keys.counts(company), ...counts, version: count };
  yield { ...keys.dayCount(company, today), booked: bookedToday };
}

async function open(count: number) {
  const file = await importedStore(`workbench-${count}`, () => interviewsOf(count));
  const clock = { now: () => now };
  const { table, ...store } = await openMetered(file, clock);
  const deps = {
    clock,
    rows: dynamoWorkbenchRows(table),
    nameplates: dynamoNameplates(table),
    healed: dynamoHealed(table),
    directory: dynamoDirectory(table),
    rules: dynamoRules(table),
    interviews: dynamoInterviews(table),
  };
  const actor = { role: 'recruiter' as const, company, userId: 'usr_bench' };
  const request = <Q>(query: Q) => ({ actor, params: {}, query, input: {}, bodyHash: '' });
  return {
    ...store,
    async ask(query: Query<'workbench.list'>) {
      const found = await list(deps, request(query));
      if (!found.ok || found.value.rows.length === 0) throw new Error('nobody was found');
    },
    changes: () => changes(deps, request({ since: count })),
  };
}
type Store = Awaited<ReturnType<typeof open>>;

/** What the workbench costs a company with very many interviews: as much as one with few. */
export const benchWorkbench = (): Promise<BenchRow[]> =>
  fewAndMany<Store>({
    ...{ what: 'the workbench', sizes, open, page, rounds },
    questions: [
      ...questions.map(({ name, query }) => ({ name, ask: (at: Store) => at.ask(query) })),
      { name: 'whether there is news', ask: (at) => at.changes() },
    ],
  });
