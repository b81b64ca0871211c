import { beforeAll, describe, expect, it } from 'vitest';
import { fairnessPack, flaggedIn } from '#shared/analytics/fairness-pack.ts';
import type { Lesson } from '#shared/analytics/lesson.ts';
import { learnNoShows } from '#shared/analytics/predict-no-show.ts';
import { reportsOfVersions, trialResult } from '#shared/analytics/question-versions.ts';
import { weightsFor } from '#shared/analytics/weights-for.ts';
import { seeded } from '#shared/seeded.ts';
import { company, type Person, truth } from './company.ts';
import { drawsOf } from './draw.ts';
import { competencies, lessonsOf, outcomesOf, trialOf } from './synthetic-company.ts';

const said = (people: readonly Person[]) => {
  const of = new Map(people.map(({ sex, ageBand }, at) => [`cand_${at}`, { sex, age: ageBand }]));
  return ({ candidateId }: Lesson) => of.get(candidateId) ?? {};
};

describe('a company of 50,000 interviews, as the weekly turn sees it', () => {
  let people: Person[] = [];
  let lessons: Lesson[] = [];
  beforeAll(() => {
    people = company({ seed: 7077, people: 50_000 });
    lessons = lessonsOf(people);
  });

  it('finds the biased rule in each of its versions, clears the fair one, and the scorer', () => {
    const pack = fairnessPack(lessons, said(people));
    const flagged = (kind: 'stage' | 'rule' | 'model') =>
      pack.parts
        .filter((part) => part.kind === kind)
        .map(({ name, tables }) => [
          name,
          tables[0]?.categories.filter(({ sure }) => sure).map(({ category }) => category[0]),
        ]);
    expect(flagged('rule').map(([, who]) => who)).toEqual([['female'], ['female'], ['female']]);
    expect(flagged('stage')).toEqual([
      ['came', []],
      ['finished', []],
      ['passed', ['female']],
      ['offered', []],
      ['hired', []],
    ]);
    expect(flagged('model')).toEqual([['rubric@3', []]]);
    expect(flaggedIn(fairnessPack(lessonsOf(people, false), said(people)))).toBe(0);
  });

  it('gives 情绪管理 more weight because those who stayed had more of it, and looks at whom that would hit', () => {
    const some = lessons.slice(0, 8000);
    const found = weightsFor({
      competencies,
      lessons: some,
      outcomes: outcomesOf(people),
      saidOf: said(people),
      passAt: truth.passAt,
      random: seeded(1),
    });
    expect(found.state).toBe('proposal');
    if (found.state !== 'proposal') return;
    expect(found.weights.map((weight, at) => weight - (competencies[at]?.weight ?? 0) * 100)[truth.driver]).toBeCloseTo(
      5,
    );
    expect(found.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(100);
    expect(found.evidence.impact.judged).toBe(true);
  });

  it('says how many people are missing, and learns nothing from another family', () => {
    const asked = { competencies, outcomes: outcomesOf(people), saidOf: said(people), passAt: truth.passAt };
    const few = weightsFor({ ...asked, lessons: lessons.slice(0, 300), random: seeded(1) });
    expect(few).toMatchObject({ state: 'insufficient' });
    if (few.state === 'insufficient') expect(few.people + few.missing).toBe(250);
    const renamed = competencies.map((one) => ({ ...one, name: `${one.name}二` }));
    const other = weightsFor({ ...asked, competencies: renamed, lessons: lessons.slice(0, 8000), random: seeded(1) });
    expect(other).toEqual({ state: 'insufficient', people: 0, missing: 250 });
  });

  it('finds the question that tells nobody apart, by its wording', () => {
    const reports = reportsOfVersions(lessons.slice(0, 6000));
    expect(reports.filter(({ findings }) => findings.length > 0)).toMatchObject([
      { questionId: 'useless', print: 'p1', findings: ['tells_nobody_apart'] },
    ]);
    expect(reportsOfVersions(lessons.slice(0, 20)).every(({ report }) => report.state === 'too_few')).toBe(true);
  });

  it('foresees no-shows, and refuses a predictor that knows nothing', () => {
    const appointments = lessons.slice(0, 3000).flatMap((one) => one.appointments);
    expect(learnNoShows(appointments, seeded(2)).state).toBe('on');
    const { chance } = drawsOf(seeded(3));
    const useless = appointments.map(({ facts }) => ({ facts, missed: chance(0.18) }));
    expect(learnNoShows(useless, seeded(2))).toMatchObject({ state: 'off', reason: 'not_better' });
  });
});

describe('200 small trials of a question', () => {
  it('hold the true change of realism and of skips in 90 to 99 of 100', () => {
    const real = { stars: 0.9, skipped: [0.2, 0.08] as [number, number] };
    const results = Array.from({ length: 200 }, (_, at) =>
      trialResult(trialOf(500 + at, 140, real), { bankId: 'bank_one', a: 1, b: 2, since: '2026-01-01' }),
    );
    const within = (
      value: number,
      of: (one: (typeof results)[number]) => { low: number; high: number } | null | undefined,
    ) =>
      results.filter((one) => {
        const interval = of(one);
        return interval && interval.low <= value && value <= interval.high;
      }).length / results.length;
    for (const share of [
      within(0.9, ({ result }) => result?.realism),
      within(-0.12, ({ result }) => result?.skipped),
    ]) {
      expect(share).toBeGreaterThanOrEqual(0.9);
      expect(share).toBeLessThanOrEqual(0.99);
    }
  });

  it('count only who was invited since, and say nothing while either was put too few times', () => {
    const real = { stars: 0.9, skipped: [0.2, 0.08] as [number, number] };
    const of = { bankId: 'bank_one', a: 1, b: 2 };
    expect(trialResult(trialOf(1, 40, real), { ...of, since: '2026-01-01' })).toEqual({ a: 40, b: 40, result: null });
    expect(trialResult(trialOf(1, 140, real), { ...of, since: '2026-04-01' })).toEqual({ a: 0, b: 0, result: null });
  });
});
