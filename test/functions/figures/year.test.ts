import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compare } from '#functions/figures/compare.ts';
import {
  attrition,
  funnel,
  hints,
  noShows,
  passRates,
  people,
  reminders,
  satisfaction,
  scores,
} from '#functions/figures/serve.ts';
import type { Query } from '#shared/contract/operations.ts';
import { operations } from '#shared/contract/operations.ts';
import { addDays } from '#shared/figures/days.ts';
import { seedHistory } from '#test/world/history.ts';
import { company, startFiguresStage } from './stage.ts';

/** What is planted in the year stands in test/world/history-facts.ts. */
let stage: Awaited<ReturnType<typeof startFiguresStage>>;
let today: string;
beforeAll(async () => {
  stage = await startFiguresStage();
  await seedHistory(stage.table, { interviews: 1500 });
  today = stage.clock.now().toISOString().slice(0, 10);
}, 180_000);
afterAll(() => stage.stop());

const value = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const year = () => ({ from: addDays(today, -364), to: today });
async function all(query: Query<'figures.people'>) {
  const found: { interviewId: string }[] = [];
  let cursor: string | undefined;
  do {
    const page = value(await people(stage.deps, stage.ask({ ...query, ...(cursor !== undefined && { cursor }) })));
    expect(page.rows.length).toBeLessThanOrEqual(30);
    found.push(...page.rows);
    cursor = page.cursor ?? undefined;
  } while (cursor !== undefined);
  return found;
}

describe('the figures of a year', () => {
  it('answer as the contract says', async () => {
    const asked = stage.ask(year());
    const answers = {
      'figures.noShows': await noShows(stage.deps, asked),
      'figures.funnel': await funnel(stage.deps, asked),
      'figures.passRates': await passRates(stage.deps, asked),
      'figures.scores': await scores(stage.deps, asked),
      'figures.satisfaction': await satisfaction(stage.deps, asked),
      'figures.reminders': await reminders(stage.deps, asked),
      'figures.attrition': await attrition(stage.deps, asked),
      'figures.hints': await hints(stage.deps, asked),
    } as const;
    for (const [name, answer] of Object.entries(answers)) {
      const { output } = operations[name as keyof typeof answers];
      expect(output.safeParse(value<unknown>(answer)).error, name).toBeUndefined();
    }
  });

  it('open the list of exactly the cases that were counted', async () => {
    const { rate, reasons } = value(await noShows(stage.deps, stage.ask(year())));
    expect(rate.share?.cases).toBeGreaterThan(100);
    expect(await all({ list: 'appointments', ...year(), missed: 'yes' })).toHaveLength(rate.share?.cases ?? -1);
    expect(await all({ list: 'appointments', ...year() })).toHaveLength(rate.share?.of ?? -1);
    const technical = reasons.find(({ reason }) => reason === 'technical')?.share?.cases;
    expect(await all({ list: 'appointments', ...year(), reason: 'technical' })).toHaveLength(technical ?? -1);
    const { steps } = value(await funnel(stage.deps, stage.ask(year())));
    const joined = steps.find(({ step }) => step === 'joined')?.n ?? -1;
    expect(joined).toBeGreaterThan(20);
    expect(await all({ list: 'invitations', ...year(), reached: 'joined' })).toHaveLength(joined);
    const { positions } = value(await passRates(stage.deps, stage.ask(year())));
    for (const { positionId, pass } of positions) {
      const found = await all({ list: 'endings', ...year(), positionId, passed: 'yes' });
      expect(found).toHaveLength(pass.share?.cases ?? -1);
    }
  }, 120_000);

  it('add up: the parts of a trend, the groups, the positions of a department', async () => {
    const { rate, trend, breakdowns } = value(
      await noShows(stage.deps, stage.ask({ ...year(), by: 'month' as const })),
    );
    const sum = (counts: ({ of: number } | null)[]) => counts.reduce((all, one) => all + (one?.of ?? 0), 0);
    expect(sum(trend.map(({ share }) => share))).toBe(rate.share?.of);
    for (const { by, groups } of breakdowns) {
      if (groups.every(({ hidden }) => !hidden)) expect(sum(groups.map(({ share }) => share)), by).toBe(rate.share?.of);
    }
    const departments = [
      ...new Set(stage.deps && (await stage.deps.positions.all(company)).map((one) => one.department)),
    ];
    const each = await Promise.all(
      departments.map(async (department) => value(await noShows(stage.deps, stage.ask({ ...year(), department })))),
    );
    expect(sum(each.map((one) => one.rate.share))).toBe(rate.share?.of);
  });

  it('find what is planted: who misses more, technical trouble, what changed', async () => {
    const before = { from: addDays(today, -364), to: addDays(today, -91) };
    const early = value(await noShows(stage.deps, stage.ask(before)));
    expect(early.portrait.map(({ value: group }) => group)).toContain('graduate');
    const { hints: found } = value(await hints(stage.deps, stage.ask(before)));
    expect(found.filter(({ dimension }) => dimension === 'network').map((one) => one.value)).toEqual(['slow']);
    expect(found.find(({ value: group }) => group === 'graduate')?.settings).not.toBeNull();
    const at = addDays(today, -90);
    const asked = <M extends Query<'figures.compare'>['measure']>(measure: M) => stage.ask({ measure, at, days: 90 });
    const noShow = value(await compare(stage.deps, asked('no_show'))).change;
    expect(noShow?.direction).toBe('fell');
    expect(noShow?.high).toBeLessThan(0);
    const handling = value(await compare(stage.deps, asked('handling'))).times;
    expect(handling?.direction).toBe('fell');
    expect(value(await compare(stage.deps, asked('satisfaction'))).change?.direction).toBe('rose');
  });

  it('hide a group of fewer than five, and what would give it away', async () => {
    const one = { from: addDays(today, -40), to: addDays(today, -38) };
    const { breakdowns, rate } = value(await noShows(stage.deps, stage.ask(one)));
    const hidden = breakdowns.flatMap(({ groups }) => groups.filter((group) => group.hidden));
    expect(rate.share?.of ?? 0).toBeGreaterThan(5);
    expect(hidden.length).toBeGreaterThan(1);
    expect(hidden.every(({ share }) => share === null)).toBe(true);
    for (const { by, groups } of breakdowns) expect(groups.filter((group) => group.hidden).length, by).not.toBe(1);
  });
});
