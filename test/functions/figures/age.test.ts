import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noShows } from '#functions/figures/serve.ts';
import { fairnessPack } from '#shared/analytics/fairness-pack.ts';
import type { Lesson } from '#shared/analytics/lesson.ts';
import { operations, type Query } from '#shared/contract/operations.ts';
import { company as drawn } from '#test/shared/analytics/company.ts';
import { lessonsOf } from '#test/shared/analytics/synthetic-company.ts';
import { company, startFiguresStage } from './stage.ts';

let stage: Awaited<ReturnType<typeof startFiguresStage>>;
beforeAll(async () => {
  stage = await startFiguresStage();
});
afterAll(() => stage.stop());

const asked = async (query: Query<'figures.noShows'>) => {
  const answer = await noShows(stage.deps, stage.ask(query));
  return operations['figures.noShows'].output.parse(answer.value);
};

describe('how old those were who did not come', () => {
  it('is not known before a fairness report was made', async () => {
    expect((await asked({})).breakdowns.map(({ by }) => by)).not.toContain('age');
  });

  it('is what the newest report counted, only the groups that it shows, and for the whole company alone', async () => {
    const lessons = lessonsOf(drawn({ seed: 5, people: 400 }));
    // Three people over 54: too few to be shown.
    const ageOf = ({ candidateId }: Lesson) => {
      const n = Number(candidateId.split('_')[1]);
      return n < 3 ? 'over_54' : n % 2 === 0 ? '25_34' : '35_44';
    };
    const value = fairnessPack(lessons, (lesson) => ({ age: ageOf(lesson) }));
    await stage.deps.learning.keep(company, 'fairness', { subject: '', at: '2026-11-20T00:00:00.000Z', value });
    const { breakdowns } = await asked({});
    const groups = breakdowns.find(({ by }) => by === 'age')?.groups ?? [];
    const counted = (band: string) => {
      const own = lessons.filter((one) => one.came !== null && ageOf(one) === band);
      return { of: own.length, cases: own.filter(({ came }) => came === false).length };
    };
    expect(groups.map(({ value: band, share }) => [band, share])).toMatchObject(
      groups.map(({ value: band }) => [band, counted(band)]),
    );
    expect(groups.length).toBeGreaterThan(0);
    expect(groups.map(({ value: band }) => band)).not.toContain('over_54');
    const part = await asked({ department: '销售部' });
    expect(part.breakdowns.map(({ by }) => by)).not.toContain('age');
  });
});
