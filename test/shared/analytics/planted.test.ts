import { beforeAll, describe, expect, it } from 'vitest';
import { changeBetween } from '#shared/analytics/change.ts';
import { type Hint, hintsOf } from '#shared/analytics/hints.ts';
import { impactTables } from '#shared/analytics/impact.ts';
import { learnNoShows } from '#shared/analytics/predict-no-show.ts';
import { overall, proposeWeights } from '#shared/analytics/propose-weights.ts';
import { reportsOfQuestions } from '#shared/analytics/question-figures.ts';
import { findingsOf } from '#shared/analytics/question-findings.ts';
import { rateOf } from '#shared/analytics/rate.ts';
import { scoreValidity } from '#shared/analytics/score-bands.ts';
import { seeded } from '#shared/seeded.ts';
import { company, expert, type Person, truth } from './company.ts';
import { countOf, figuresOf } from './company-figures.ts';

const said = ({ sex, ageBand }: Person) => ({ sex, ageBand });

describe('a company of 50,000 interviews', () => {
  let all: Person[] = [];
  let came: Person[] = [];
  let hints: Hint[] = [];
  beforeAll(() => {
    all = company({ seed: 2024, people: 50_000 });
    came = all.filter(({ missed }) => !missed);
    hints = hintsOf(figuresOf(all));
  });

  it('tells that 40 % of its no-shows were technical, and which device is behind the trouble', () => {
    const reason = hints.find(({ code }) => code === 'reason');
    expect(reason).toMatchObject({ reason: 'technical' });
    expect(reason?.code === 'reason' && reason.evidence.rate).toBeCloseTo(0.4, 1);
    expect(hints.filter(({ code }) => code === 'trouble_with')).toMatchObject([{ dimension: 'device', value: 'b' }]);
  });

  it('tells that graduates miss more, and nothing of weekdays that do not matter', () => {
    const missed = hints.filter(({ code }) => code === 'missed_more');
    expect(missed).toMatchObject([{ dimension: 'candidate_kind', value: 'graduate' }]);
  });

  it('finds the biased rule and clears the fair one, in every dimension', () => {
    const tables = (passed: (person: Person) => boolean) =>
      impactTables(
        came.map((one) => ({ said: said(one), passed: passed(one) })),
        ['sex', 'ageBand'],
      );
    const flagged = (passed: (person: Person) => boolean) =>
      tables(passed).map(({ categories }) =>
        categories.filter((one) => one.flagged).map(({ category }) => category[0]),
      );
    expect(flagged(({ passedBiased }) => passedBiased)).toEqual([['female'], [], ['female', 'female', 'female']]);
    expect(flagged(({ passedFair }) => passedFair)).toEqual([[], [], []]);
  });

  it('gives 情绪管理 more weight because it drives retention, five points at a time', () => {
    const hired = came.filter(({ scores }) => overall(scores, expert) >= truth.passAt).slice(0, 6000);
    const found = proposeWeights({
      now: expert,
      followed: hired.map(({ scores, retained }) => ({ scores, outcome: Number(retained) })),
      applicants: came.slice(0, 6000).map((one) => ({ scores: one.scores, said: said(one) })),
      passAt: truth.passAt,
      dimensions: ['sex', 'ageBand'],
      random: seeded(1),
    });
    expect(found.state).toBe('proposal');
    expect(found.state === 'proposal' && found.weights[truth.driver]).toBe(20);
  });

  it('learns who will rather not come, and that it is worth something', () => {
    const found = learnNoShows(all.slice(0, 4000), seeded(2));
    expect(found.state).toBe('on');
    if (found.state === 'on') expect(found.evidence.gain.mean / found.evidence.baseBrier).toBeGreaterThan(0.1);
  });

  it('finds the question that tells nobody apart, and no other', () => {
    const reports = reportsOfQuestions(came.slice(0, 6000).map(({ asked }) => asked));
    const found = [...reports].map(([id, report]) => [id, findingsOf(report)]).filter(([, list]) => list?.length);
    expect(found).toEqual([['useless', ['tells_nobody_apart']]]);
  });

  it('says how far its scores speak, and that only the hired are known', () => {
    const everybody = came.map(({ scores }) => overall(scores, expert));
    const hired = came.filter((_, at) => (everybody[at] ?? 0) >= 80);
    const people = hired.map(({ scores, performance }) => ({ score: overall(scores, expert), outcome: performance }));
    const found = scoreValidity({ people, everybody, reachedFrom: 0.5 });
    expect(found.range.restricted).toBe(true);
    expect(found.correlation?.r).toBeLessThan(0.15);
  });

  it('puts its rates where they are', () => {
    const rate = rateOf(countOf(all, ({ missed }) => missed));
    expect(rate?.low).toBeLessThan(0.176);
    expect(rate?.high).toBeGreaterThan(0.176);
    const of = (kind: Person['kind']) =>
      countOf(
        all.filter((one) => one.kind === kind),
        ({ missed }) => missed,
      );
    expect(changeBetween(of('experienced'), of('graduate'))?.difference).toBeCloseTo(0.14, 1);
  });
});
