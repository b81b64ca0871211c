import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeXlsx } from '#functions/adapters/files/write-xlsx.ts';
import { exportFigures } from '#functions/figures/export.ts';
import { reports, saveReports } from '#functions/figures/reports.ts';
import { review } from '#functions/figures/review.ts';
import { noShows } from '#functions/figures/serve.ts';
import { operations, type Query } from '#shared/contract/operations.ts';
import { addDays } from '#shared/figures/days.ts';
import { seedHistory } from '#test/world/history.ts';
import { startFiguresStage } from './stage.ts';

let stage: Awaited<ReturnType<typeof startFiguresStage>>;
let year: { from: string; to: string };
beforeAll(async () => {
  stage = await startFiguresStage();
  await seedHistory(stage.table, { interviews: 120 });
  const today = stage.clock.now().toISOString().slice(0, 10);
  year = { from: addDays(today, -364), to: today };
}, 180_000);
afterAll(() => stage.stop());

const deps = () => ({ ...stage.deps, spreadsheet: { xlsx: writeXlsx } });
async function file(query: Query<'figures.export'>) {
  const made = await exportFigures(deps(), stage.ask(query));
  return { ...made.value, bytes: Buffer.from(made.value.base64, 'base64') };
}
const own = { reportId: 'rep_test0001', name: '=合计', dimension: 'source' as const };

describe('a file of the figures', () => {
  it('says as CSV what is shown, and runs nothing', async () => {
    const groups = [
      { name: '+校招', values: ['campus'] },
      { name: '@其他', values: ['referral', 'job_board', 'other'] },
    ];
    const input = { operationId: 'op-reports-1', version: 0, reports: [{ ...own, groups }] };
    expect(await saveReports(stage.deps, { ...stage.ask({}), input })).toMatchObject({
      ok: true,
      value: { version: 1 },
    });
    const { bytes, name, type } = await file({ ...year, table: 'no_shows', format: 'csv' });
    const text = bytes.toString('utf8');
    expect(name).toMatch(/^未参加 .*\.csv$/);
    expect(type).toContain('csv');
    const { rate } = (await noShows(stage.deps, stage.ask(year))).value;
    expect(text).toContain(`未参加,全部,${rate.share?.cases},${rate.share?.of},`);
    expect(text).toContain("'=合计,'+校招");
    expect(text).not.toMatch(/(^|,)[=+@]/m);
  });

  it('is an XLSX whose numbers are numbers and whose text is text', async () => {
    const { bytes } = await file({ ...year, table: 'no_shows', format: 'xlsx', language: 'en' });
    const [sheet] = await readXlsxFile(bytes);
    const rows = sheet?.data ?? [];
    expect(rows[0]?.slice(0, 3)).toEqual(['Figure', 'Group', 'Cases']);
    expect(typeof rows[1]?.[2]).toBe('number');
    expect(rows.flat()).toContain('=合计');
  });

  it.each(['funnel', 'pass_rates', 'scores', 'satisfaction', 'reminders'] as const)(
    'can be made of %s',
    async (table) => {
      const { bytes, complete } = await file({ ...year, table, format: 'csv' });
      expect(bytes.toString('utf8').split('\r\n').length).toBeGreaterThan(4);
      expect(complete).toBe(true);
    },
  );

  it('of people holds each case of the list', async () => {
    const { bytes } = await file({ ...year, table: 'people', format: 'csv', list: 'appointments', missed: 'yes' });
    const { rate } = (await noShows(stage.deps, stage.ask(year))).value;
    expect(bytes.toString('utf8').trim().split('\r\n')).toHaveLength(1 + (rate.share?.cases ?? 0));
  });
});

describe('a company’s own breakdown', () => {
  it('is shown with the others, and is changed only on what was read', async () => {
    const now = (await reports(stage.deps, stage.ask({}))).value;
    const { breakdowns } = (await noShows(stage.deps, stage.ask(year))).value;
    expect(breakdowns.find(({ by }) => by === own.reportId)?.groups.map(({ name }) => name)).toEqual([
      '+校招',
      '@其他',
    ]);
    const late = { operationId: 'op-reports-2', version: 0, reports: [] };
    expect(await saveReports(stage.deps, { ...stage.ask({}), input: late })).toMatchObject({
      error: { code: 'version_conflict' },
    });
    const strange = { ...own, groups: [{ name: '别的', values: ['shoe_size'] }] };
    const wrong = { operationId: 'op-reports-3', version: now.version, reports: [strange] };
    expect(await saveReports(stage.deps, { ...stage.ask({}), input: wrong })).toMatchObject({
      error: { code: 'invalid_input' },
    });
  });
});

it('a review of a quarter is all of it at once, as the contract says', async () => {
  const [y, m] = addDays(year.to, -90).split('-').map(Number);
  const quarter = `${y}-Q${Math.ceil((m ?? 1) / 3)}`;
  const made = (await review(stage.deps, stage.ask({ quarter }))).value;
  expect(operations['figures.review'].output.safeParse(made).error).toBeUndefined();
  expect(made.noShows.period.by).toBe('month');
});
