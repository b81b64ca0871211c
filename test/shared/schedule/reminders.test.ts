import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AppointmentTerms } from '#shared/interview/appointment.ts';
import { decide } from '#shared/interview/decide.ts';
import { evolve } from '#shared/interview/evolve.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { appointedAt, plusMinutes } from '#shared/interview/windows.ts';
import { quietAround } from '#shared/schedule/quiet.ts';
import { dueReminders, openReminders, remindersOf } from '#shared/schedule/reminders.ts';
import { asking, commands, ids } from '#test/shared/interview/stories.ts';

type Agreed = AppointmentTerms;
const usual: Agreed = {
  asked: true,
  earlyMinutes: 15,
  rebookings: 2,
  reminders: [1440, 60],
  quiet: { from: '22:00', to: '08:00' },
  timeZone: 'Asia/Shanghai',
  handleMinutes: 120,
  againHours: 24,
};
type Plan = { bookedAt: string; startsAt: string; agreed?: Partial<Agreed>; interviewId?: string };

/** Booked at an instant for another. */
function booked({ bookedAt, startsAt, agreed = {}, interviewId = ids.interviewId }: Plan): InterviewState {
  const now = new Date(bookedAt);
  const frozen = {
    ...asking,
    deadlineAt: plusMinutes(bookedAt, 4320),
    appointment: { ...usual, ...agreed },
  };
  const slot = { slotId: 'slot_test00001', startsAt, endsAt: plusMinutes(startsAt, 30) };
  return [{ ...commands.invite(frozen), interviewId }, commands.book(slot)].reduce<InterviewState | undefined>(
    (state, command) => {
      const decision = decide(state, command, now);
      if (!decision.ok) throw new Error(decision.error);
      return decision.value.reduce<InterviewState | undefined>(evolve, state);
    },
    undefined,
  ) as InterviewState;
}
/** What was decided about them, as the sweep does it. */
function ticked(state: InterviewState, now: Date): InterviewState {
  const { due, dropped } = dueReminders(state, now);
  const decision = decide(state, { type: 'remind', by: 'system', due, dropped }, now);
  if (!decision.ok) throw new Error(decision.error);
  return decision.value.reduce<InterviewState>(evolve, state);
}

const minutesOf = (state: InterviewState) => remindersOf(state).map(({ minutes }) => minutes);
const minutesTo = (state: InterviewState, at: string) => (Date.parse(appointedAt(state)) - Date.parse(at)) / 60_000;

describe('reminders', () => {
  test('come a day and an hour before, spread over some minutes', () => {
    const state = booked({ bookedAt: '2026-11-20T02:00:00.000Z', startsAt: '2026-11-25T06:00:00.000Z' });
    for (const { minutes, at } of remindersOf(state)) {
      expect(minutesTo(state, at)).toBeGreaterThan(minutes);
      expect(minutesTo(state, at)).toBeLessThanOrEqual(minutes + 5);
    }
    expect(minutesOf(state)).toEqual([1440, 60]);
  });

  test('of an early morning come the evening before; two of them are one', () => {
    const state = booked({
      bookedAt: '2026-11-20T02:00:00.000Z',
      startsAt: '2026-11-24T23:30:00.000Z',
      agreed: { reminders: [1440, 60, 30] },
    });
    const [day, hour, ...more] = remindersOf(state);
    expect(more).toEqual([]);
    // 21:50 to 21:54 in Shanghai.
    expect(day?.at).toMatch(/^2026-11-23T13:5[0-4]/);
    expect(hour).toMatchObject({ minutes: 30, at: expect.stringMatching(/^2026-11-24T13:5[0-4]/) });
  });

  test('of a time picked in the night come after the night, and not stale', () => {
    // Booked at 23:00 for 08:40: at 07:35 it would disturb, the evening before is over.
    const state = booked({
      bookedAt: '2026-11-23T15:00:00.000Z',
      startsAt: '2026-11-24T00:40:00.000Z',
      agreed: { reminders: [60] },
    });
    const [one] = remindersOf(state);
    expect(one?.at).toMatch(/^2026-11-24T00:0[1-5]/);
    expect(dueReminders(state, new Date(one?.at ?? '')).due).toBe(60);
  });

  test('an hour that is missing or comes twice makes no difference to an hour', () => {
    for (const [startsAt, timeZone] of [
      ['2026-03-29T14:00:00.000Z', 'Europe/Berlin'],
      ['2026-10-25T14:00:00.000Z', 'Europe/Berlin'],
      ['2026-11-01T20:00:00.000Z', 'America/New_York'],
      ['2028-02-29T14:00:00.000Z', 'Europe/Berlin'],
    ] as const) {
      const state = booked({
        bookedAt: plusMinutes(startsAt, -8000),
        startsAt,
        agreed: { timeZone, reminders: [1440, 60] },
      });
      const [, hour] = remindersOf(state);
      expect(minutesTo(state, hour?.at ?? '')).toBeLessThanOrEqual(65);
      expect(minutesTo(state, hour?.at ?? '')).toBeGreaterThan(60);
    }
  });

  test('late ones: the last is sent and the ones it overtook are said to be dropped; in the night they wait for the day', () => {
    const state = booked({ bookedAt: '2026-11-20T02:00:00.000Z', startsAt: '2026-11-24T06:00:00.000Z' });
    expect(dueReminders(state, new Date('2026-11-24T05:10:00.000Z'))).toMatchObject({ due: 60, dropped: [1440] });
    // Twelve hours before is half of a day's reminder.
    expect(dueReminders(state, new Date('2026-11-23T13:30:00.000Z'))).toMatchObject({ due: 1440, dropped: [] });
    const night = dueReminders(state, new Date('2026-11-23T16:00:00.000Z'));
    expect(night).toMatchObject({ due: null, dropped: [] });
    expect(night.next).toMatch(/^2026-11-24T00:0[1-5]/);
    expect(dueReminders(state, new Date(night.next ?? ''))).toMatchObject({ due: 1440, dropped: [] });
    expect(dueReminders(state, new Date('2026-11-24T05:45:00.000Z'))).toMatchObject({ due: null, dropped: [1440, 60] });
  });
});

const plans = fc
  .record({
    start: fc.date({ min: new Date('2026-01-02'), max: new Date('2029-01-01'), noInvalidDate: true }),
    ahead: fc.integer({ min: 10, max: 6000 }),
    reminders: fc.uniqueArray(fc.constantFrom(10, 30, 60, 90, 120, 1440, 2880), { minLength: 1, maxLength: 5 }),
    quiet: fc.constantFrom(
      { from: '22:00', to: '08:00' },
      { from: '12:00', to: '14:00' },
      { from: '00:00', to: '06:00' },
      { from: '20:30', to: '10:30' },
      { from: '08:00', to: '07:30' },
      { from: '09:00', to: '09:00' },
      null,
    ),
    timeZone: fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York'),
    interviewId: fc.integer({ min: 0, max: 99 }).map((n) => `itv_prop${String(n).padStart(4, '0')}`),
  })
  .map(({ start, ahead, interviewId, ...agreed }) => {
    const startsAt = new Date(Math.floor(start.getTime() / 60_000) * 60_000).toISOString();
    const reminders = agreed.reminders.sort((a, b) => b - a);
    return booked({ bookedAt: plusMinutes(startsAt, -ahead), startsAt, interviewId, agreed: { ...agreed, reminders } });
  });
const agreedOf = (state: InterviewState): Agreed => state.terms.appointment ?? usual;

describe('whatever was agreed', () => {
  test('reminders are in order, after the booking and before the time, and none is lost but to another at its instant', () => {
    fc.assert(
      fc.property(plans, (state) => {
        const all = remindersOf(state);
        const bookedAt = state.appointment?.bookedAt ?? '';
        expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).sort());
        expect(new Set(all.map(({ at }) => at)).size).toBe(all.length);
        for (const { at } of all) expect(bookedAt < at && at < appointedAt(state)).toBe(true);
        const possible = agreedOf(state).reminders.filter(
          (minutes) => plusMinutes(appointedAt(state), -minutes - 5) > bookedAt,
        );
        if (possible.length > 0) expect(all.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  test('none is in the quiet time unless no other time is left', () => {
    fc.assert(
      fc.property(plans, (state) => {
        for (const { at } of remindersOf(state)) {
          const quiet = quietAround(at, agreedOf(state));
          if (quiet === undefined) continue;
          // Nothing before it since the booking, nothing after it before the time; but for the minutes of the spread.
          expect(plusMinutes(quiet.from, -10) <= (state.appointment?.bookedAt ?? '')).toBe(true);
          expect(plusMinutes(quiet.to, 5) >= appointedAt(state)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('with ticks at any times each reminder is said once or said to be dropped, at most one at a time, none after the time', () => {
    const ticks = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(plans, ticks, (first, gaps) => {
        let state = first;
        let at = state.appointment?.bookedAt ?? '';
        for (const gap of gaps) {
          at = plusMinutes(at, gap);
          const now = new Date(at);
          const { due, dropped, next } = dueReminders(state, now);
          if (due !== null) {
            expect(at < appointedAt(state)).toBe(true);
            if (quietAround(at, agreedOf(state)) !== undefined) {
              const quiet = quietAround(at, agreedOf(state));
              expect(plusMinutes(quiet?.to ?? '', 5) >= appointedAt(state)).toBe(true);
            }
          }
          if (due === null && dropped.length === 0 && next !== undefined) expect(next > at).toBe(true);
          state = ticked(state, now);
          // The same tick again finds nothing to do.
          expect(dueReminders(state, now)).toMatchObject({ due: null, dropped: [] });
        }
        const end = new Date(plusMinutes(appointedAt(state), 1));
        state = ticked(state, end);
        expect(openReminders(state)).toEqual([]);
        expect(new Set(state.reminded.map(({ minutes }) => minutes)).size).toBe(state.reminded.length);
        expect(state.reminded.map(({ minutes }) => minutes).sort()).toEqual(
          remindersOf(first)
            .map(({ minutes }) => minutes)
            .sort(),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('with a tick each minute nothing is dropped', () => {
    fc.assert(
      fc.property(plans, (first) => {
        let state = first;
        for (let next = dueReminders(state, new Date(0)).next; next !== undefined; ) {
          const now = new Date(Math.ceil((Date.parse(next) + 1) / 60_000) * 60_000);
          const { dropped } = dueReminders(state, now);
          // One that the quiet hours left a minute or two before the time.
          if (plusMinutes(next, 2) < appointedAt(state)) expect(dropped).toEqual([]);
          const was = state;
          state = ticked(state, now);
          next = dueReminders(state, now).next;
          if (state === was && next === undefined) break;
        }
        expect(openReminders(state)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
