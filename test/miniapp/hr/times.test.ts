import { describe, expect, it } from 'vitest';
import { hr } from '#shared/copy/zh/hr.ts';
import { timeLeft } from '../../../miniapp/src/hr/review/time-left.ts';
import { lateness, waitingTime, warmth } from '../../../miniapp/src/hr/waiting.ts';

const now = Date.parse('2026-03-10T07:30:00.000Z');
const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString();

describe('waitingTime', () => {
  it.each([
    [-5, undefined],
    [0.5, undefined],
    [1, '1 分钟'],
    [59.9, '59 分钟'],
    [60, '1 小时'],
    [26 * 60, '26 小时'],
    [48 * 60 - 1, '47 小时'],
    [48 * 60, '2 天'],
  ])('%d minutes ago is %s', (minutes, expected) => {
    expect(waitingTime(hr.waiting, ago(minutes), now)).toBe(expected);
  });

  it('grows warm only after a day', () => {
    expect(warmth(ago(23 * 60), now)).toBe(0);
    expect(warmth(ago(36 * 60), now)).toBeCloseTo(0.5);
    expect(warmth(ago(90 * 60), now)).toBe(1);
  });
});

describe('lateness', () => {
  it('begins when a promise is due and is full when as much time has passed again', () => {
    expect(lateness(ago(59), now, 60)).toBe(0);
    expect(lateness(ago(90), now, 60)).toBeCloseTo(0.5);
    expect(lateness(ago(500), now, 60)).toBe(1);
  });
});

describe('timeLeft', () => {
  it('begins with the whole window and ends with nothing', () => {
    expect(timeLeft(ago(-10), now)).toEqual({ minutes: 10, clock: '10:00' });
    expect(timeLeft(ago(-9.99), now)).toEqual({ minutes: 10, clock: '10:00' });
    expect(timeLeft(ago(-61 / 60), now)).toEqual({ minutes: 2, clock: '1:01' });
    expect(timeLeft(ago(0), now)).toBeUndefined();
    expect(timeLeft(ago(1), now)).toBeUndefined();
  });
});
