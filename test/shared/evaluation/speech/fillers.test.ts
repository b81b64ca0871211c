import { expect, test } from 'vitest';
import { countFillers } from '#shared/evaluation/speech/fillers.ts';

const cases: { transcript: string; words: Record<string, number> }[] = [
  { transcript: '嗯 那个 就是说 然后 我们每周复盘', words: { 嗯: 1, 那个: 1, 就是说: 1, 然后: 1 } },
  { transcript: '嗯嗯嗯我觉得呃呃客户要的是交期', words: { 嗯: 1, 呃: 1 } },
  { transcript: '那个客户的金额和名额都不够,然后我去找主管', words: {} },
  { transcript: '我负责那个那个华东区然后然后嗯就签了', words: { 那个: 1, 然后: 2, 嗯: 1 } },
  { transcript: 'Um, I uh planned the umbrella campaign, you know', words: { um: 1, uh: 1, 'you know': 1 } },
  { transcript: '', words: {} },
];

test.each(cases)('$transcript', ({ transcript, words }) => {
  const found = countFillers(transcript);
  expect(Object.fromEntries(found.words.map(({ word, count }) => [word, count]))).toEqual(words);
  expect(found.count).toBe(Object.values(words).reduce((sum, count) => sum + count, 0));
});

test('a long transcript takes no time', () => {
  const started = performance.now();
  countFillers('然后那个'.repeat(50_000));
  expect(performance.now() - started).toBeLessThan(2000);
});
