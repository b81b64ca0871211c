import { expect, test } from 'vitest';
import { ClockError, createClock } from './clock.ts';

const start = new Date('2026-03-01T08:00:00.000Z');

test('a frozen clock stands still until it is turned', () => {
  const clock = createClock({ start, frozen: true });
  expect(clock.now()).toEqual(start);
  expect(clock.advance('PT24H').toISOString()).toBe('2026-03-02T08:00:00.000Z');
  expect(clock.advance('P1M').toISOString()).toBe('2026-04-02T08:00:00.000Z');
  clock.set(new Date('2026-05-01T00:00:00Z'));
  expect(clock.now().toISOString()).toBe('2026-05-01T00:00:00.000Z');
});

test('a running clock goes on from its start, and from where it was turned', async () => {
  const clock = createClock({ start });
  clock.advance('PT1H');
  const turned = clock.now().getTime();
  await expect.poll(() => clock.now().getTime()).toBeGreaterThan(turned);
  expect(turned - start.getTime()).toBeGreaterThanOrEqual(3_600_000);
  expect(turned - start.getTime()).toBeLessThan(3_660_000);
});

test('the default start is the real time', () => {
  expect(Math.abs(createClock().now().getTime() - Date.now())).toBeLessThan(1_000);
});

test('it never goes back and refuses what is no duration', () => {
  const clock = createClock({ start, frozen: true });
  const refusal = (act: () => unknown) => {
    try {
      act();
    } catch (error) {
      return error instanceof ClockError ? error.code : error;
    }
    return 'accepted';
  };
  expect(refusal(() => clock.advance('-PT1S'))).toBe('clock_backwards');
  expect(refusal(() => clock.set(new Date(start.getTime() - 1)))).toBe('clock_backwards');
  expect(refusal(() => clock.advance('tomorrow'))).toBe('bad_duration');
  expect(refusal(() => clock.set(new Date(Number.NaN)))).toBe('bad_instant');
  expect(clock.now()).toEqual(start);
});

test('listeners hear each turn until they leave', () => {
  const clock = createClock({ start, frozen: true });
  const heard: string[] = [];
  const leave = clock.onTurn((now) => heard.push(now.toISOString()));
  clock.advance('PT1M');
  clock.set(new Date('2026-03-01T09:00:00Z'));
  leave();
  clock.advance('PT1M');
  expect(heard).toEqual(['2026-03-01T08:01:00.000Z', '2026-03-01T09:00:00.000Z']);
});
