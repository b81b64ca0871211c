import { dynamoChecks } from '#functions/adapters/dynamo/checks.ts';
import { dynamoDirectory } from '#functions/adapters/dynamo/directory.ts';
import { dynamoFigures } from '#functions/adapters/dynamo/figures.ts';
import { dynamoReports } from '#functions/adapters/dynamo/figures-reports.ts';
import { type Key, keys } from '#functions/adapters/dynamo/keys.ts';
import { dynamoLearning } from '#functions/adapters/dynamo/learning.ts';
import { dynamoPositions } from '#functions/adapters/dynamo/positions.ts';
import { compare } from '#functions/figures/compare.ts';
import {
  funnel,
  hints,
  noShows,
  passRates,
  people,
  reminders,
  satisfaction,
  scores,
} from '#functions/figures/serve.ts';
import { seeded } from '#shared/seeded.ts';
import { historyItems } from '#test/world/history.ts';
import { pastFacts } from '#test/world/history-facts.ts';
import { company as seededCompany } from '#test/world/seeds/company.ts';
import { salesPosition } from '#test/world/seeds/positions.ts';
import { fewAndMany } from './few-and-many.ts';
import { openMetered } from './metered-store.ts';
import type { BenchRow } from './row.ts';
import { company, importedStore } from './sweep-store.ts';

const sizes = [1_000, 1_000_000] as const;
const rounds = 20;
/** All of them were invited within the days that are asked about: as many numbers to read, small ones or large ones. */
const days = 90;
/** Interviews that are drawn. A company has so many copies of each, or a part of them, in its numbers and in its lists. */
const drawn = 10_000;
const now = new Date('2026-11-20T04:00:00.000Z');
const positions = ['pos_bench0', 'pos_bench1', 'pos_bench2'].map((positionId) => ({ ...salesPosition, positionId }));
/** What one page of a query holds: 1 MB, read a moment old. By as much the two may differ. */
const page = 128;

function* itemsOf(count: number): Generator<Key & Record<string, unknown>> {
  yield { ...keys.company(company), ...seededCompany, companyId: company, settings: {} };
  for (const position of positions) yield { ...keys.position(company, position.positionId), ...position };
  const times = count / drawn;
  let row = 0;
  const facts = pastFacts({ random: seeded(count), now, interviews: drawn, positions, days });
  for (const { pk, sk, ...item } of historyItems(company, facts, 'appointments')) {
    const key = { pk: String(pk), sk: String(sk) };
    if (key.pk.split('#')[2] === 'figures') {
      yield {
        ...key,
        ...Object.fromEntries(Object.entries(item).map(([cell, n]) => [cell, Math.ceil(Number(n) * times)])),
      };
      continue;
    }
    row += 1;
    for (let n = 0; n < times && (times >= 1 || row % (1 / times) === 0); n += 1)
      yield { ...key, ...item, sk: `${key.sk}${n}` };
  }
}

async function open(count: number) {
  const file = await importedStore(`figures-${count}`, () => itemsOf(count));
  const clock = { now: () => now };
  const { table, ...store } = await openMetered(file, clock);
  const deps = {
    clock,
    figures: dynamoFigures(table),
    reports: dynamoReports(table),
    positions: dynamoPositions(table),
    directory: dynamoDirectory(table),
    checks: dynamoChecks(table),
    learning: dynamoLearning(table),
  };
  return { deps, ...store };
}
type Store = Awaited<ReturnType<typeof open>>;

const ask = <Q>(query: Q) => ({
  actor: { role: 'recruiter' as const, company, userId: 'usr_bench' },
  params: {},
  query,
  input: {},
  bodyHash: '',
});
const questions: { name: string; ask: (at: Store) => Promise<{ ok: boolean }> }[] = [
  { name: 'no-shows', ask: ({ deps }) => noShows(deps, ask({})) },
  { name: 'the funnel', ask: ({ deps }) => funnel(deps, ask({})) },
  { name: 'pass rates', ask: ({ deps }) => passRates(deps, ask({})) },
  { name: 'scores', ask: ({ deps }) => scores(deps, ask({})) },
  { name: 'satisfaction', ask: ({ deps }) => satisfaction(deps, ask({})) },
  { name: 'reminders', ask: ({ deps }) => reminders(deps, ask({})) },
  { name: 'hints', ask: ({ deps }) => hints(deps, ask({})) },
  {
    name: 'before and after',
    ask: ({ deps }) => compare(deps, ask({ measure: 'no_show' as const, at: '2026-10-01' })),
  },
  { name: 'a list of people', ask: ({ deps }) => people(deps, ask({ list: 'appointments' as const })) },
];

/** What the dashboards cost a company with very many interviews: as much as one with few. */
export const benchFigures = (): Promise<BenchRow[]> =>
  fewAndMany<Store>({
    ...{ what: 'the figures', sizes, open, page, rounds },
    questions: questions.map(({ name, ask: question }) => ({
      name,
      async ask(at) {
        if (!(await question(at)).ok) throw new Error(`${name} was refused`);
      },
    })),
  });
