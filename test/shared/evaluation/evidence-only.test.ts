import { expect, test } from 'vitest';
import { evidenceOnly } from '#shared/evaluation/evidence-only.ts';
import { rubricScorer } from '#shared/evaluation/rubric-scorer.ts';
import { salesInterview } from './interviews.ts';

/** Every number in it, but for where words stand and how much a dimension weighs. */
function numbersIn(value: unknown, name = ''): string[] {
  if (typeof value === 'number') return ['start', 'end', 'weight'].includes(name) ? [] : [name];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => numbersIn(one, Array.isArray(value) ? name : key));
}

test('what was said is left, and no number that could be shown', async () => {
  const scored = await rubricScorer.judge(salesInterview('middling'));
  expect(new Set(numbersIn(scored))).toEqual(new Set(['overall', 'score', 'level', 'points', 'worth']));
  const judgement = evidenceOnly(scored);
  expect(numbersIn(judgement)).toEqual([]);
  expect(judgement).toMatchObject({ mode: 'evidence_only', overall: null, insufficient: true });
  expect(judgement.items.map(({ evidence }) => evidence)).toEqual(scored.items.map(({ evidence }) => evidence));
  const kinds = judgement.dimensions.flatMap(({ reasons }) => reasons.map(({ kind }) => kind));
  expect(new Set(kinds)).toEqual(new Set(['shown', 'missing']));
});

test('an answer says that nobody judged it, beside what is known of it, each once', async () => {
  const scored = await rubricScorer.judge(salesInterview('middling'));
  const [first] = scored.items;
  const { items } = evidenceOnly(scored, (questionId) =>
    questionId === first?.questionId ? ['scorer_dropped', 'scorer_unavailable'] : [],
  );
  expect(items.map(({ flags }) => flags)).toEqual([
    ['scorer_dropped', 'scorer_unavailable'],
    ...items.slice(1).map(() => ['scorer_unavailable']),
  ]);
});
