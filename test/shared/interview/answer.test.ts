import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  answerCharacters,
  answerText,
  assess,
  draftNumber,
  emptyDraft,
  epochOf,
  fitsLimit,
  isAnswered,
} from '#shared/interview/answer.ts';
import { limits } from '#shared/limits.ts';
import { answers, terms } from './stories.ts';

describe('a question is answered', () => {
  test.each([
    ['nothing', emptyDraft, false],
    ['said and done', { sent: ['答'], typing: '', done: true }, true],
    ['said, not done', { sent: ['答'], typing: '', done: false }, false],
    ['done, nothing said', { sent: [], typing: '', done: true }, false],
    ['done, only blanks said', { sent: [' ', '\n　'], typing: '', done: true }, false],
    ['done, still typing', { sent: [], typing: '还在写', done: true }, false],
    ['one bubble of many', { sent: ['', '答', ' '], typing: '', done: true }, true],
  ])('%s', (_, content, answered) => {
    expect(isAnswered(content)).toBe(answered);
  });
});

test('the limit counts characters as a person sees them written, in all bubbles and in what is being typed', () => {
  expect(answerCharacters({ sent: ['你好', 'ab', '👍'], typing: '😀', done: false })).toBe(6);
  const full = '字'.repeat(limits.answerCharacters - 1);
  expect(fitsLimit({ sent: [full], typing: '😀', done: false })).toBe(true);
  expect(fitsLimit({ sent: [full], typing: '😀字', done: false })).toBe(false);
  expect(fitsLimit({ sent: [full, '字字'], typing: '', done: false })).toBe(false);
});

test('an answer is its bubbles, line by line, without what was still being typed', () => {
  expect(answerText({ sent: ['先听', '再说'], typing: '还有', done: true })).toBe('先听\n再说');
});

describe('whether an end counts', () => {
  const need = (answersNeeded: number, ...ids: string[]) => assess({ ...terms, answersNeeded }, answers(...ids));
  test.each([
    [2, ['q1', 'q2'], 'submitted', 0],
    [2, ['q1', 'q2', 'q3'], 'submitted', 0],
    [2, ['q1', 'q3'], 'incomplete', 1],
    [2, ['q3'], 'incomplete', 2],
    [2, [], 'incomplete', 2],
    [1, ['q2'], 'submitted', 0],
    [1, ['q3'], 'incomplete', 1],
  ])('%i needed, %j answered', (needed, ids, outcome, missing) => {
    expect(need(needed, ...ids)).toEqual({ outcome, missing, answeredIds: ids });
  });

  test('one answer more never makes it count for less', () => {
    const all = terms.questionIds;
    fc.assert(
      fc.property(fc.subarray(all), fc.constantFrom(...all), fc.constantFrom(1, 2), (ids, more, needed) => {
        expect(need(needed, ...ids, more).missing).toBeLessThanOrEqual(need(needed, ...ids).missing);
      }),
    );
  });
});

test('a save of a later opening outranks every save of an earlier one', () => {
  const epoch = fc.integer({ min: 1, max: 1000 });
  const n = fc.nat({ max: 999_999 });
  fc.assert(
    fc.property(epoch, n, epoch, n, (a, i, b, j) => {
      expect(epochOf(draftNumber(a, i))).toBe(a);
      if (a !== b) expect(draftNumber(a, i) < draftNumber(b, j)).toBe(a < b);
      else expect(draftNumber(a, i) < draftNumber(b, j)).toBe(i < j);
    }),
  );
});
