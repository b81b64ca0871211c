import { describe, expect, it } from 'vitest';
import { appointmentsOf } from '#shared/analytics/appointments.ts';
import { demandHistories } from '#shared/analytics/demand-histories.ts';
import type { InterviewEvent, Recorded } from '#shared/interview/events.ts';
import { freezeTerms } from '#shared/interview/terms.ts';
import { outcomeScore } from '#shared/learning/outcome-score.ts';
import { defaultSettings } from '#shared/settings.ts';
import { salesPlan } from '#test/world/seeds/sales-plan.ts';

const now = new Date('2027-03-01T02:00:00.000Z');
const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000).toISOString();
const terms = freezeTerms(salesPlan, { ...defaultSettings, booking: true, quiet: null }, now);
const ids = {
  interviewId: 'itv_aaaa',
  applicationId: 'app_aaaa',
  candidateId: 'cand_aaaa',
  requisitionId: 'req_aaaa',
  positionId: 'pos_aaaa',
};
type Told = { [T in InterviewEvent['type']]?: unknown };
const story = (...told: [number, Told][]): Recorded[] =>
  told.map(([hours, one], i) => {
    const [[type = '', data = {}] = []] = Object.entries(one);
    return { version: i + 1, event: { v: 1, at: at(hours), by: 'x', type, data } as InterviewEvent };
  });
const invited: [number, Told] = [0, { invited: { ...ids, terms } }];
const booking = (hours: number, on: number): [number, Told] => [
  hours,
  { booked: { slotId: 'slot_a', startsAt: at(on), endsAt: at(on + 1), counts: false } },
];
const nothing = { reminding: { delivered: [], read: [] }, missedElsewhere: [] };

describe('what an interview teaches of coming and not coming', () => {
  it('is what was known four hours before, and nothing that came after', () => {
    const history = story(
      invited,
      booking(1, 49),
      [2, { prechecked: { failed: [] } }],
      [44.5, { confirmed: {} }],
      [46, { prechecked: { failed: ['camera'] } }],
      [49.5, { lapsed: { to: 'no_show' } }],
    );
    const reminding = { delivered: [at(25), at(48)], read: [at(26), at(48.5)] };
    expect(appointmentsOf(history, { reminding, missedElsewhere: [at(-900), at(10)] })).toEqual([
      {
        missed: true,
        facts: {
          leadHours: 48,
          remindersDelivered: 1,
          remindersRead: 1,
          confirmed: true,
          preCheck: 'passed',
          earlierNoShows: 1,
          slotHour: 11,
          slotWeekday: 3,
        },
      },
    ]);
  });

  it('counts every time that was kept or missed, not one that was moved, is ahead, or was agreed on too late', () => {
    const facts = (history: Recorded[]) => appointmentsOf(history, nothing).map(({ missed }) => missed);
    const moved: [number, Told][] = [invited, booking(1, 20), booking(2, 49)];
    expect(facts(story(...moved))).toEqual([]);
    expect(facts(story(...moved, [49, { started: { attempt: 1, epoch: 1, consents: [] } }]))).toEqual([false]);
    const twice: [number, Told][] = [...moved, [49.5, { lapsed: { to: 'no_show' } }]];
    expect(facts(story(...twice, booking(50, 80), [80, { started: { attempt: 1, epoch: 1, consents: [] } }]))).toEqual([
      true,
      false,
    ]);
    expect(facts(story(invited, booking(1, 3), [3.5, { lapsed: { to: 'no_show' } }]))).toEqual([]);
    expect(facts(story(...moved, [30, { declined: { reason: 'withdrawn' } }]))).toEqual([]);
  });

  it('remembers that the same person missed one before', () => {
    const history = story(invited, booking(1, 20), [20.5, { lapsed: { to: 'no_show' } }], booking(21, 60), [
      60,
      { started: { attempt: 1, epoch: 1, consents: [] } },
    ]);
    expect(appointmentsOf(history, nothing).map(({ facts }) => facts.earlierNoShows)).toEqual([0, 1]);
  });
});

describe('months of vacancies', () => {
  it('go from a position’s first month to the last whole one', () => {
    const one = { positionId: 'pos_a', headcount: 10 };
    const opened = [
      { ...one, month: '2026-01', vacancies: 2 },
      { ...one, month: '2026-03', vacancies: 1, headcount: 12 },
      { ...one, month: '2026-03', vacancies: 3, headcount: 12 },
      { ...one, month: '2026-05', vacancies: 9 },
    ];
    expect(demandHistories(opened, '2026-05')).toEqual({
      histories: [{ positionId: 'pos_a', monthly: [2, 0, 4, 0], headcount: 12 }],
      last: 4,
    });
    expect(demandHistories(opened, '2026-01')).toEqual({ histories: [], last: 12 });
  });
});

it('how it went is the mean of what is known, and nothing where nothing is', () => {
  expect(outcomeScore({ retention: 'there', probation: null, performance: 3 })).toBe(0.75);
  expect(outcomeScore({ retention: 'left', probation: 'failed', performance: null })).toBe(0);
  expect(outcomeScore({ retention: null, probation: null, performance: null })).toBeNull();
});
