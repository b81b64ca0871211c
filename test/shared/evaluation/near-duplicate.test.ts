import { describe, expect, it } from 'vitest';
import { areAlike, printOf } from '#shared/evaluation/near-duplicate.ts';
import { answers } from '#test/world/seeds/answers.ts';
import { salesPlan } from '#test/world/seeds/sales-plan.ts';

const prompt = salesPlan.questions.find(({ id }) => id === 'qclose')?.prompt ?? '';
const of = (text: string) => {
  const print = printOf(text, prompt);
  if (print === undefined) throw new Error('too short');
  return print;
};
const text = answers.strong.qclose.join('\n');

describe('an answer that is nearly another one', () => {
  it.each([
    ['the same', text],
    ['without its punctuation', text.replace(/[\p{P}\s]/gu, '')],
    ['in full-width and with zero widths in it', text.replaceAll('0', '\uFF10').replaceAll('户', '户\u200b')],
    ['with the question before it', `${prompt}\n${text}`],
    ['with other numbers', text.replaceAll('48', '52').replaceAll('210', '198')],
    ['with a sentence of its own at the end', `${text}以上就是我的经历,谢谢您的提问。`],
    ['in another order', answers.strong.qclose.toReversed().join('\n')],
  ])('%s', (_, other) => expect(areAlike(of(text), of(other))).toBe(true));

  it.each([
    ['another question’s', answers.strong.qmissed.join('')],
    ['one of somebody who did something else', answers.middling.qclose.join('')],
    ['half of it and half of another', text.slice(0, text.length / 2) + answers.strong.qdelay.join('')],
  ])('is not %s', (_, other) => expect(areAlike(of(text), of(other))).toBe(false));

  it('is nothing to say of a few words, or of the question itself', () => {
    expect(printOf('我会先问清楚,再给方案。', prompt)).toBeUndefined();
    expect(printOf(`${prompt}${prompt}`, prompt)).toBeUndefined();
  });

  it('tells of no word, and is small enough to be kept', () => {
    expect(JSON.stringify(of(text))).toMatch(/^\[[\d,]+\]$/);
    expect(of(text)).toHaveLength(64);
  });
});
