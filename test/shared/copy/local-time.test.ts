import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localTime } from '#shared/copy/zh/local-time.ts';

test.each([
  ['2026-11-25T06:00:00.000Z', 'Asia/Shanghai', '2026年11月25日 14:00'],
  ['2026-11-24T16:00:00.000Z', 'Asia/Shanghai', '2026年11月25日 00:00'],
  ['2026-11-24T15:59:59.999Z', 'Asia/Shanghai', '2026年11月24日 23:59'],
  ['2026-01-31T16:05:00.000Z', 'Asia/Shanghai', '2026年2月1日 00:05'],
  ['2026-12-31T16:00:00.000Z', 'Asia/Shanghai', '2027年1月1日 00:00'],
  ['2028-02-28T16:00:00.000Z', 'Asia/Shanghai', '2028年2月29日 00:00'],
  ['2028-02-29T16:00:00.000Z', 'Asia/Shanghai', '2028年3月1日 00:00'],
  ['2027-02-28T16:00:00.000Z', 'Asia/Shanghai', '2027年3月1日 00:00'],
  // The clocks go forward: 02:00 to 03:00 does not exist.
  ['2026-03-08T06:59:00.000Z', 'America/New_York', '2026年3月8日 01:59'],
  ['2026-03-08T07:00:00.000Z', 'America/New_York', '2026年3月8日 03:00'],
  // And back: 01:30 comes twice.
  ['2026-11-01T05:30:00.000Z', 'America/New_York', '2026年11月1日 01:30'],
  ['2026-11-01T06:30:00.000Z', 'America/New_York', '2026年11月1日 01:30'],
  ['2026-11-01T07:30:00.000Z', 'America/New_York', '2026年11月1日 02:30'],
  ['2026-03-02T18:30:00.000Z', 'Asia/Kathmandu', '2026年3月3日 00:15'],
  ['2026-03-02T11:00:00.000Z', 'Pacific/Kiritimati', '2026年3月3日 01:00'],
  ['2026-03-02T01:00:00Z', 'UTC', '2026年3月2日 01:00'],
])('%s in %s', (instant, zone, text) => {
  expect(localTime(instant, zone)).toBe(text);
});

test('China keeps one clock all year: eight hours ahead', () => {
  const instant = fc.date({ min: new Date('2024-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(instant, (at) => {
      const ahead = new Date(at.getTime() + 8 * 3_600_000).toISOString();
      const [, year, month, day, time] = ahead.match(/^(\d+)-0?(\d+)-0?(\d+)T(\d\d:\d\d)/) ?? [];
      expect(localTime(at.toISOString(), 'Asia/Shanghai')).toBe(`${year}年${month}月${day}日 ${time}`);
    }),
  );
});

test('an unknown zone is a fault, not a wrong time', () => {
  expect(() => localTime('2026-03-02T01:00:00Z', 'Asia/Nowhere')).toThrow();
});
