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

/** Both are measured in turns, so that what else the machine does slows both; the best of each is the least disturbed. */
test('ten answers are judged in the time it takes to parse and sort a large text three times', () => {
  const text = JSON.stringify(developmentSet);
  const sortThrice = () => {
    const started = performance.now();
    for (let round = 0; round < 3; round += 1) [...JSON.stringify(JSON.parse(text))].sort();
    return performance.now() - started;
  };
  const turns = Array.from({ length: 10 }, () => ({ judging: scoreTen(), sorting: sortThrice() }));
  const best = (of: keyof (typeof turns)[number]) => Math.min(...turns.map((turn) => turn[of]));
  expect(best('judging')).toBeLessThan(best('sorting'));
});

test('an item is judged by itself: what else was asked does not matter', () => {
  const together = judgeByRubric(tenAnswers).judgement.items;
  for (const [at, item] of tenAnswers.items.entries())
    expect(judgeByRubric({ ...tenAnswers, items: [item] }).judgement.items[0]).toEqual(together[at]);
});
