import { describe, expect, it } from 'vitest';
import { clipOf, clock, heardAt, secondsOf } from '../../../miniapp/src/hr/listen/clip-time.ts';
import { sampleReview } from './sample.ts';

const review = sampleReview();
const answer = review.answers[1];
if (!answer) throw new Error('the sample has a second answer');
const clip = answer.clips[0];
if (!clip) throw new Error('with a recording');
const place = (quote: string) => {
  const start = answer.text.indexOf(quote);
  return { start, end: start + quote.length };
};

describe('clipOf', () => {
  it('finds the recording in which a piece was said', () => {
    const quote = '我先把他的顾虑复述了一遍';
    const found = clipOf(answer, place(quote));
    expect(found?.clip.clipId).toBe('1-1');
    expect(found?.offset).toBe(answer.text.indexOf(quote));
  });

  it('tells recordings of one answer apart by their words', () => {
    const two = [
      { ...clip, clipId: '1-1', corrected: '第一段。' },
      { ...clip, clipId: '1-2', corrected: '第二段。' },
    ];
    const spoken = { ...answer, text: '打字的话\n第一段。\n第二段。', clips: two };
    expect(clipOf(spoken, { start: 12, end: 14 })?.clip.clipId).toBe('1-2');
    expect(clipOf(spoken, { start: 5, end: 8 })?.clip.clipId).toBe('1-1');
    expect(clipOf(spoken, { start: 0, end: 2 })).toBeUndefined();
  });

  it('has none for what was typed', () => {
    expect(clipOf({ ...answer, clips: [] }, place('我先把'))).toBeUndefined();
  });
});

describe('secondsOf', () => {
  it('is when the first word was said, a moment early', () => {
    const quote = '我会先问清楚他比的是哪一款';
    expect(secondsOf(clip, quote, 0)).toBeCloseTo(0.7);
  });

  it('counts letters, not stops', () => {
    const quote = '确认我没有理解错';
    const before = answer.text.slice(0, answer.text.indexOf(quote)).replace(/[^\p{L}]/gu, '').length;
    expect(secondsOf(clip, quote, answer.text.indexOf(quote))).toBeCloseTo(1 + before / 4 - 0.3);
  });

  it('finds words that were corrected after their beginning', () => {
    expect(secondsOf(clip, '我会先问清楚你比的', 0)).toBeCloseTo(0.7);
  });

  it('takes the nearest of words that occur twice', () => {
    const words = [...'先问再问先问'].map((text, index) => ({ text, start: index, end: index + 1 }));
    const twice = { ...clip, words, heard: '先问再问先问', corrected: null };
    expect(secondsOf(twice, '先问', 0)).toBe(0);
    expect(secondsOf(twice, '先问', 4)).toBeCloseTo(3.7);
  });

  it('does not guess', () => {
    expect(secondsOf({ ...clip, words: [] }, '我会先', 0)).toBeUndefined();
    expect(secondsOf(clip, '完全没有说过', 0)).toBeUndefined();
  });
});

describe('heardAt', () => {
  it('plays from the start where nobody knows when it was said', () => {
    const untimed = { ...answer, clips: [{ ...clip, words: [] }] };
    expect(heardAt(untimed, place('确认我没有理解错'))?.at).toBe(0);
  });

  it('finds by ear what was corrected since', () => {
    const corrected = { ...answer, text: `(更正)${answer.text}`.replace('两年', '二年') };
    const start = corrected.text.indexOf('确认我没有理解错');
    expect(heardAt(corrected, { start, end: start + 8 })?.at).toBeGreaterThan(5);
  });

  it('plays nothing for what was typed', () => {
    const typed = { ...answer, text: '全是打字的内容', clips: [clip] };
    expect(heardAt(typed, { start: 0, end: 7 })).toBeUndefined();
  });
});

describe('clock', () => {
  it.each([
    [0, '0:00'],
    [83.9, '1:23'],
    [600, '10:00'],
    [-1, '0:00'],
  ])('%d is %s', (seconds, text) => expect(clock(seconds)).toBe(text));
});
