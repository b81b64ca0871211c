import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { funnel, noShows, passRates } from '#functions/figures/serve.ts';
import { columns } from '#shared/figures/columns.ts';
import { addDays } from '#shared/figures/days.ts';
import { factLists } from '#shared/figures/names.ts';
import type { FactRow } from '#shared/figures/rows.ts';
import { seeded } from '#shared/seeded.ts';
import { askParquet, makeFacts, writeParquet } from '#test/world/facts/parquet.ts';
import { historyItems, seedHistory } from '#test/world/history.ts';
import { pastFacts } from '#test/world/history-facts.ts';
import { seed } from '#test/world/seeds/world-seed.ts';
import { company, startFiguresStage } from './stage.ts';

const analytics = readFileSync(path.resolve('functions/serverless/analytics.yml'), 'utf8');
let stage: Awaited<ReturnType<typeof startFiguresStage>>;
let dir: string;
let file: string;
let year: { from: string; to: string };
beforeAll(async () => {
  stage = await startFiguresStage();
  dir = mkdtempSync(path.join(tmpdir(), 'mianliao-facts-'));
  file = path.join(dir, 'facts.parquet');
  await seedHistory(stage.table, { interviews: 400 });
  const today = stage.clock.now().toISOString().slice(0, 10);
  year = { from: addDays(today, -364), to: today };
  await writeParquet(file, await everyRow());
}, 180_000);
afterAll(async () => {
  await stage.stop();
  rmSync(dir, { recursive: true, force: true });
});

/** Page by page, as anybody reads them. */
async function everyRow(): Promise<FactRow[]> {
  const all: FactRow[] = [];
  for (const list of factLists) {
    let cursor: string | undefined;
    do {
      const page = await stage.deps.figures.rows(company, list, { limit: 300, cursor });
      all.push(...page.rows);
      cursor = page.cursor ?? undefined;
    } while (cursor !== undefined);
  }
  return all;
}
const within = () => `day BETWEEN '${year.from}' AND '${year.to}'`;
const counted = async (sql: string): Promise<Record<string, unknown>[]> =>
  (await askParquet(file, sql)).map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]),
    ),
  );

describe('a Parquet file of the cases', () => {
  it('agrees with the counters', async () => {
    const missed = await noShows(stage.deps, stage.ask(year));
    const bySource = await counted(
      `SELECT source AS value, count(*) AS "of", count(*) FILTER (missed) AS cases
       FROM facts WHERE list = 'appointments' AND ${within()} GROUP BY source ORDER BY source`,
    );
    const groups = missed.value.breakdowns.find(({ by }) => by === 'source')?.groups ?? [];
    expect(groups.some(({ hidden }) => hidden)).toBe(false);
    expect(bySource).toEqual(
      groups
        .map(({ value, share }) => ({ value, of: share?.of, cases: share?.cases }))
        .sort((a, b) => a.value.localeCompare(b.value)),
    );
    const reasons = await counted(
      `SELECT reason, count(*) AS n FROM facts WHERE list = 'appointments' AND missed AND ${within()} GROUP BY reason`,
    );
    for (const { reason, share } of missed.value.reasons)
      expect(reasons.find((one) => one.reason === reason)?.n ?? 0, reason).toBe(share?.cases);
    const { steps } = (await funnel(stage.deps, stage.ask(year))).value;
    const [invited] = await counted(`SELECT count(*) AS n, count(*) FILTER (joined_at IS NOT NULL) AS joined
      FROM facts WHERE list = 'invitations' AND ${within()}`);
    expect(invited).toEqual({ n: steps.find(({ step }) => step === 'invited')?.n, joined: steps.at(-1)?.n });
    const passes = await counted(
      `SELECT position_id, count(*) FILTER (passed) AS cases, count(passed) AS "of"
       FROM facts WHERE list = 'endings' AND ${within()} GROUP BY position_id`,
    );
    const { positions } = (await passRates(stage.deps, stage.ask(year))).value;
    expect(positions.length).toBeGreaterThan(1);
    for (const { positionId, pass } of positions) {
      const found = passes.find((one) => one.position_id === positionId);
      expect({ cases: found?.cases, of: found?.of }, positionId).toEqual({
        cases: pass.share?.cases,
        of: pass.share?.of,
      });
    }
  });

  it('is the same when Athena’s own query makes it from an export', async () => {
    const query = /UNLOAD \(\n([\s\S]+?)\n {8}\) TO 's3:/.exec(analytics)?.[1] ?? '';
    expect(query).toContain('FROM exported');
    const facts = [
      ...pastFacts({ random: seeded(7), now: stage.clock.now(), interviews: 60, positions: seed.positions }),
    ];
    const items = [...historyItems(company, facts)];
    const data = (id: string) => `s3://bucket/export/AWSDynamoDB/${id}/data/part.json.gz`;
    const lines = items.map((item) => ({ path: data('02'), line: JSON.stringify({ Item: marshall(item) }) }));
    const older = lines.slice(0, 40).map(({ line }) => ({ path: data('01'), line }));
    const manifest = { path: 's3://bucket/export/AWSDynamoDB/02/manifest-summary.json', line: '{"itemCount":8}' };
    const [made, direct] = [path.join(dir, 'made.parquet'), path.join(dir, 'direct.parquet')];
    await makeFacts(made, query, [...older, ...lines, manifest]);
    const months = items.filter(({ pk }) => /#facts#[a-z]+#\d{4}-\d{2}$/.test(String(pk)));
    await writeParquet(
      direct,
      months.map(({ pk: _, sk: __, ...row }) => row as FactRow),
    );
    const all = `SELECT ${columns.map(({ name }) => `"${name}"`).join(', ')} FROM facts ORDER BY list, interview_id, n`;
    const rows = await askParquet(made, all);
    expect(rows.length).toBe(months.length);
    expect(rows).toEqual(await askParquet(direct, all));
  });

  it('has in Athena the columns that it has here', () => {
    const table = analytics.slice(analytics.indexOf('  Facts:'), analytics.indexOf('  AnalyticsWorkGroup:'));
    const said = [...table.matchAll(/\{ Name: (\w+), Type: (\w+) \}/g)].map(([, name, type]) => ({ name, type }));
    expect(said).toEqual(columns.map(({ name, type }) => ({ name, type })));
  });
});
