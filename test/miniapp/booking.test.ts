import { describe, expect, it, test } from 'vitest';
import { copy } from '#shared/copy/copy.ts';
import { localTime } from '#shared/copy/zh/local-time.ts';
import { interviewStatuses } from '#shared/interview/statuses.ts';
import {
  type Appointment,
  countdownText,
  phaseOf,
  standingOf,
  wayBack,
  wayIn,
} from '../../miniapp/src/state/appointed.ts';
import type { InterviewView } from '../../miniapp/src/state/room.ts';
import { type FreeSlot, offeredIn, slotDays } from '../../miniapp/src/state/slot-days.ts';
import { dateText, nearDay, wallAt, wallOf, wallText, zoneText } from '../../miniapp/src/state/wall-time.ts';
import { timeOf } from './time-of.ts';

const words = copy.candidate.when;
const ms = (iso: string) => Date.parse(iso);
const wall = (iso: string, timeZone: string) => wallOf(localTime(iso, timeZone), iso);

describe("the company's clock", () => {
  test.each([
    ['2026-11-25T06:00:00.000Z', 'Asia/Shanghai', '14:00', 'UTC+8'],
    ['2026-11-24T16:00:00.000Z', 'Asia/Shanghai', '00:00', 'UTC+8'],
    ['2026-11-25T06:00:00.000Z', 'Asia/Kolkata', '11:30', 'UTC+5:30'],
    ['2026-07-01T16:30:00.000Z', 'America/St_Johns', '14:00', 'UTC-2:30'],
    // The night the clocks go back: 1:30 comes twice.
    ['2026-11-01T05:30:00.000Z', 'America/New_York', '01:30', 'UTC-4'],
    ['2026-11-01T06:30:00.000Z', 'America/New_York', '01:30', 'UTC-5'],
  ])('%s in %s', (iso, zone, clock, offset) => {
    const read = wall(iso, zone);
    expect([read.clock, zoneText(read)]).toEqual([clock, offset]);
  });
  test('days are those of the company, over the ends of months and years and leap days', () => {
    const now = ms('2027-12-31T15:30:00.000Z');
    expect(wallText(words, wall('2027-12-31T15:50:00.000Z', 'Asia/Shanghai'), now)).toBe('今天 周五 23:50');
    expect(wallText(words, wall('2027-12-31T16:10:00.000Z', 'Asia/Shanghai'), now)).toBe('明天 周六 00:10');
    expect(wallText(words, wall('2028-02-29T06:00:00.000Z', 'Asia/Shanghai'), now)).toBe('2028年2月29日 周二 14:00');
    expect(nearDay(words, wallAt(ms('2028-03-01T02:00:00.000Z'), 480), ms('2028-02-29T02:00:00.000Z'))).toBe('明天');
    expect(nearDay(words, wallAt(ms('2027-12-30T02:00:00.000Z'), 480), now)).toBeUndefined();
    expect(dateText(words, wallAt(now, 480), now)).toBe('12月31日');
  });
});

describe('slotDays', () => {
  const slot = (startsAt: string, free = 1): FreeSlot => ({
    slotId: `slot_${startsAt}`,
    startsAt,
    endsAt: startsAt,
    text: localTime(startsAt, 'Asia/Shanghai'),
    free,
  });
  it("puts each time under its day of the company's calendar, in order", () => {
    const days = slotDays([
      slot('2026-11-25T17:00:00.000Z'),
      slot('2026-11-25T01:30:00.000Z'),
      slot('2026-11-24T15:30:00.000Z'),
    ]);
    expect(days.map(({ key, slots }) => [key, slots.map((one) => one.wall.clock)])).toEqual([
      ['2026-11-24', ['23:30']],
      ['2026-11-25', ['09:30']],
      ['2026-11-26', ['01:00']],
    ]);
    expect(slotDays([])).toEqual([]);
  });
  it('reads the times that come with a refusal, and nothing else', () => {
    expect(offeredIn({ slots: [slot('2026-11-25T17:00:00.000Z')] })).toHaveLength(1);
    expect(offeredIn({ fields: ['slotId'] })).toEqual([]);
    expect(offeredIn(undefined)).toEqual([]);
  });
});

const appointment: Appointment = {
  slot: true,
  startsAt: '2026-11-25T06:00:00.000Z',
  endsAt: '2026-11-25T07:00:00.000Z',
  text: '2026年11月25日 14:00',
  entersFrom: '2026-11-25T05:50:00.000Z',
  entersUntil: '2026-11-25T06:15:00.000Z',
  confirmedAt: null,
};

describe('phaseOf', () => {
  test.each([
    ['2026-11-25T05:49:59.999Z', 'early'],
    ['2026-11-25T05:50:00.000Z', 'open'],
    ['2026-11-25T06:00:00.000Z', 'now'],
    ['2026-11-25T06:15:00.000Z', 'now'],
    ['2026-11-25T06:15:00.001Z', 'past'],
  ] as const)('%s: %s', (at, phase) => {
    expect(phaseOf(appointment, ms(at))).toBe(phase);
  });
  it('never says that any time has begun', () => {
    const whenever = { ...appointment, slot: false, entersFrom: appointment.startsAt, entersUntil: appointment.endsAt };
    expect(phaseOf(whenever, ms('2026-11-25T06:30:00.000Z'))).toBe('open');
  });
});

describe('standingOf', () => {
  const standing = (status: InterviewView['status'], time = timeOf()) => standingOf({ status, time });
  it('has a face for every status', () => {
    expect(interviewStatuses.map((status) => [status, standing(status, timeOf({ appointment }))])).toEqual([
      ['invited', 'invited'],
      ['scheduled', 'booked'],
      ['in_progress', 'running'],
      ['no_show', 'missed'],
      ['submitted', 'over'],
      ['incomplete', 'over'],
      ['evaluated', 'over'],
      ['cancelled', 'over'],
    ]);
  });
  it('lets a time be picked only where it is asked for', () => {
    expect(standing('invited', timeOf({ bookingAsked: true }))).toBe('pick');
    expect(standing('invited')).toBe('invited');
  });
});

test('the way in waits for the time that was booked', () => {
  const early = ms('2026-11-24T06:00:00.000Z');
  const booked = timeOf({ bookingAsked: true, appointment });
  expect(wayIn({ status: 'invited', time: timeOf({ bookingAsked: true }) }, early)).toBe('pick');
  expect(wayIn({ status: 'invited', time: timeOf() }, early)).toBe('start');
  expect(wayIn({ status: 'scheduled', time: booked }, early)).toBe('wait');
  expect(wayIn({ status: 'scheduled', time: booked }, ms(appointment.entersFrom))).toBe('start');
  expect(wayIn({ status: 'scheduled', time: booked }, ms('2026-11-25T07:00:00.000Z'))).toBe('wait');
});

test('after a no-show: a slot, a new try, or a person', () => {
  const back = (time: InterviewView['time']) => wayBack({ status: 'no_show', time });
  expect(back(timeOf({ bookingAsked: true, mayBook: true }))).toBe('slots');
  expect(back(timeOf({ mayBook: true }))).toBe('anew');
  expect(back(timeOf({ bookingAsked: true }))).toBe('person');
});

test.each([
  [27 * 3_600_000, '1 天 3 小时'],
  [24 * 3_600_000, '1 天'],
  [24 * 3_600_000 - 1, '23 小时 59 分'],
  [59_000, '不到 1 分钟'],
])('%d ms are %s', (left, said) => {
  expect(countdownText(words, left)).toBe(said);
});
