import { describe, expect, test } from 'vitest';
import { judgeByRubric } from '#shared/evaluation/rubric-scorer.ts';
import { figuresOf, scored, scoreOf, tableOf } from './figures.ts';
import { developmentSet, heldOutSet } from './set/index.ts';
import { scoreTen, tenAnswers } from './ten-answers.ts';

/** Bounds below what was measured (docs/evaluation.md), so that a change for the worse is seen. */
describe.each([
  ['development set', developmentSet, { all: 0.85, sincere: 0.78, gamingBelow: 0.97 }],
  ['held-out set', heldOutSet, { all: 0.8, sincere: 0.7, gamingBelow: 0.9 }],
] as const)('%s', (name, set, least) => {
  const rows = scored([...set]);

  test('the scores rank the answers as people would', () => {
    const figures = figuresOf(rows);
    console.info(name, figures);
    console.table(tableOf(rows));
    expect(figures.all).toBeGreaterThanOrEqual(least.all);
    expect(figures.sincere).toBeGreaterThanOrEqual(least.sincere);
    expect(figures.sincere).toBeGreaterThan(figures.byLength + 0.2);
  });

  test('who games it ends below an honest middling answer', () => {
    expect(figuresOf(rows).gamingBelow).toBeGreaterThanOrEqual(least.gamingBelow);
  });

  test('answers that differ in who is speaking have the same score', () => {
    for (const position of set)
      for (const [question, one, other] of position.twins)
        expect([one, scoreOf(position, question, one)]).toEqual([one, scoreOf(position, question, other)]);
  });
});

test('ten answers are judged in less time than it takes to parse and sort a large text', () => {
  scoreTen();
  const best = (run: () => number) => Math.min(...Array.from({ length: 5 }, run));
  const text = JSON.stringify(developmentSet);
  const yardstick = best(() => {
    const started = performance.now();
    for (let round = 0; round < 1; round += 1) [...(JSON.stringify(JSON.parse(text)) as string)].sort();
    return performance.now() - started;
  });
  expect(best(scoreTen)).toBeLessThan(yardstick);
});

test('an item is judged by itself: what else was asked does not matter', () => {
  const together = judgeByRubric(tenAnswers).judgement.items;
  for (const [at, item] of tenAnswers.items.entries())
    expect(judgeByRubric({ ...tenAnswers, items: [item] }).judgement.items[0]).toEqual(together[at]);
});
