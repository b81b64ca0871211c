import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quietAround } from '#shared/schedule/quiet.ts';

const night = { from: '22:00', to: '08:00' };
const around = (at: string, timeZone: string, quiet: { from: string; to: string } | null = night) =>
  quietAround(at, { quiet, timeZone });
const hoursOf = (found: { from: string; to: string } | undefined) =>
  found && (Date.parse(found.to) - Date.parse(found.from)) / 3_600_000;

describe('quiet hours (SCENARIOS 17)', () => {
  test.each([
    // The night in which an hour is missing, the one in which it comes twice, an ordinary one.
    ['Europe/Berlin', '2026-03-29T00:30:00.000Z', '2026-03-28T21:00:00.000Z', '2026-03-29T06:00:00.000Z', 9],
    ['Europe/Berlin', '2026-10-25T00:30:00.000Z', '2026-10-24T20:00:00.000Z', '2026-10-25T07:00:00.000Z', 11],
    ['America/New_York', '2026-03-08T06:59:00.000Z', '2026-03-08T03:00:00.000Z', '2026-03-08T12:00:00.000Z', 9],
    ['America/New_York', '2026-11-01T05:30:00.000Z', '2026-11-01T02:00:00.000Z', '2026-11-01T13:00:00.000Z', 11],
    ['Asia/Shanghai', '2026-11-30T16:00:00.000Z', '2026-11-30T14:00:00.000Z', '2026-12-01T00:00:00.000Z', 10],
    // Over the leap day, and into the year after.
    ['Asia/Shanghai', '2028-02-29T20:00:00.000Z', '2028-02-29T14:00:00.000Z', '2028-03-01T00:00:00.000Z', 10],
    ['Asia/Shanghai', '2026-12-31T17:00:00.000Z', '2026-12-31T14:00:00.000Z', '2027-01-01T00:00:00.000Z', 10],
  ])('%s at %s', (zone, at, from, to, hours) => {
    expect(around(at, zone)).toEqual({ from, to });
    expect(hoursOf(around(at, zone))).toBe(hours);
    // The first instant belongs to it, the last does not.
    expect(around(from, zone)).toEqual({ from, to });
    expect(around(to, zone)).toBeUndefined();
    expect(around(new Date(Date.parse(from) - 1).toISOString(), zone)).toBeUndefined();
  });

  test('by day, around midnight, and none', () => {
    const noon = { from: '12:00', to: '14:00' };
    expect(around('2026-06-01T05:00:00.000Z', 'Asia/Shanghai', noon)).toEqual({
      from: '2026-06-01T04:00:00.000Z',
      to: '2026-06-01T06:00:00.000Z',
    });
    expect(around('2026-06-01T06:00:00.000Z', 'Asia/Shanghai', noon)).toBeUndefined();
    const midnight = { from: '00:00', to: '06:00' };
    expect(around('2026-05-31T16:00:00.000Z', 'Asia/Shanghai', midnight)?.from).toBe('2026-05-31T16:00:00.000Z');
    const evening = { from: '20:00', to: '00:00' };
    expect(around('2026-06-01T15:59:59.999Z', 'Asia/Shanghai', evening)?.to).toBe('2026-06-01T16:00:00.000Z');
    for (const none of [null, { from: '08:00', to: '08:00' }]) {
      expect(around('2026-06-01T00:00:00.000Z', 'Asia/Shanghai', none)).toBeUndefined();
    }
  });

  test('an instant is quiet where the clock on the wall says so, any day, anywhere', () => {
    const wall = fc.integer({ min: 0, max: 1439 }).map((n) => {
      const text = (m: number) => String(m).padStart(2, '0');
      return `${text(Math.floor(n / 60))}:${text(n % 60)}`;
    });
    const zone = fc.constantFrom(
      'Asia/Shanghai',
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
    );
    const when = fc.date({ min: new Date('2026-01-01'), max: new Date('2029-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(when, zone, wall, wall, (date, timeZone, from, to) => {
        const at = date.toISOString();
        const found = around(at, timeZone, { from, to });
        if (found !== undefined) expect(found.from <= at && at < found.to).toBe(true);
        const format = (minutes: number) =>
          new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
            new Date(date.getTime() + minutes * 60_000),
          );
        const clock = format(0);
        const offset = (minutes: number) => {
          const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(
            new Date(date.getTime() + minutes * 60_000),
          );
          return parts.find(({ type }) => type === 'timeZoneName')?.value;
        };
        // On a day on which the clock is changed the wall says some times twice and some not at all.
        if (offset(-1500) !== offset(1500)) return;
        const inside = from === to ? false : from < to ? from <= clock && clock < to : from <= clock || clock < to;
        expect(found !== undefined).toBe(inside);
      }),
      { numRuns: 400 },
    );
  });
});
