import type { AskedOnce, Lesson } from '#shared/analytics/lesson.ts';
import { seeded } from '#shared/seeded.ts';
import { expert, type Person, truth } from './company.ts';
import { drawsOf } from './draw.ts';

/** 情绪管理 is the fourth: `truth.driver`. */
export const competencies = ['沟通能力', '逻辑思维', '客户意识', '情绪管理', '学习能力'].map((name, at) => ({
  name,
  weight: (expert[at] ?? 0) / 100,
  description: '',
}));

const two = (n: number) => String(n).padStart(2, '0');

/** The lessons that the interviews of these people would have taught: one position, three rule versions, one scorer. */
export const lessonsOf = (people: readonly Person[], biased = true): Lesson[] =>
  people.map((one, at): Lesson => {
    const passed = biased ? one.passedBiased : one.passedFair;
    const came = !one.missed;
    return {
      interviewId: `itv_${at}`,
      applicationId: `app_${at}`,
      candidateId: `cand_${at}`,
      requisitionId: 'req_one',
      positionId: 'pos_one',
      version: 1,
      planVersion: 1,
      invitedAt: `2026-${two(1 + (at % 12))}-${two(1 + (at % 28))}T02:00:00.000Z`,
      came,
      finished: came ? true : null,
      scored: came ? { scorer: 'rubric@3', overall: one.scores.reduce((sum, score) => sum + score, 0) / 5 } : null,
      dimensions: competencies.map(({ name }, index) => ({ name, score: came ? (one.scores[index] ?? null) : null })),
      ruled: came ? { version: 1 + (at % 3), passes: passed } : null,
      passed: came ? passed : null,
      offered: came ? passed : null,
      hired: came ? passed : null,
      joinedAt: null,
      pooled: came && !passed,
      asked: came ? one.asked.map((asked): AskedOnce => ({ ...asked, print: 'p1', bank: null })) : [],
      appointments: [{ facts: one.facts, missed: one.missed }],
    };
  });

/** By application: what HR would have entered of those who were hired. */
export const outcomesOf = (people: readonly Person[]) =>
  new Map(
    people.flatMap((one, at) =>
      one.missed || !one.passedBiased
        ? []
        : [
            [
              `app_${at}`,
              { retention: one.retained ? ('there' as const) : ('left' as const), probation: null, performance: null },
            ] as const,
          ],
    ),
  );

/** A trial of two versions put to so many people each: `b` is `stars` more real and skipped less. */
export function trialOf(seed: number, each: number, { stars, skipped }: { stars: number; skipped: [number, number] }) {
  const { normal, chance } = drawsOf(seeded(seed));
  const put = (version: 1 | 2): AskedOnce[] => [
    {
      questionId: 'q1',
      print: `p${version}`,
      bank: { bankId: 'bank_one', version },
      score: normal(truth.mean, truth.spread),
      skipped: chance(skipped[version - 1] ?? 0),
      seconds: null,
      complained: chance(0.02),
      realism: 3.2 + (version === 2 ? stars : 0) + normal(0, 0.8),
    },
  ];
  return Array.from({ length: 2 * each }, (_, at) => ({
    invitedAt: '2026-03-01T00:00:00.000Z',
    asked: put(at % 2 === 0 ? 1 : 2),
  }));
}
