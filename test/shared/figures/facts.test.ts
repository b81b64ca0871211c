import { describe, expect, it } from 'vitest';
import { contributionOf, type Entry } from '#shared/figures/contribution.ts';
import { factsOf } from '#shared/figures/facts.ts';
import { knownOf } from '#shared/figures/known.ts';
import { isRow } from '#shared/figures/narrow.ts';
import { rowsOf } from '#shared/figures/rows.ts';
import type { Recorded } from '#shared/interview/events.ts';
import { asking, at, commands, hours, play, slotAt } from '#test/shared/interview/stories.ts';

const known = { source: 'campus', candidateKind: 'graduate' } as const;
const of = (history: Recorded[], more: Partial<Parameters<typeof factsOf>[0]> = {}) => {
  const facts = factsOf({ history, known, told: [], checked: [], stayed: null, ...more });
  if (facts === undefined) throw new Error('no facts');
  return facts;
};
const entry = (all: Entry[], family: Entry['family']) => all.filter((one) => one.family === family);
const slot = slotAt(26 * hours);
type Played = Parameters<typeof play>[number];
const booked: Played[] = [
  [0, commands.invite(asking)],
  [30, commands.book(slot)],
];
const missed: Played[] = [...booked, [26 * hours + 20, commands.lapse(null)]];

describe('the facts of an interview', () => {
  it('of one that was handed in lie on the days of the invitation, the appointment and the end', () => {
    const { history } = play([10, commands.start()], [40, commands.end(at(39), 'q1', 'q2')]);
    const facts = of(history);
    expect(facts).toMatchObject({ step: 'ended', lost: null, passed: null });
    expect(facts.appointments).toMatchObject([{ missed: false, handledMinutes: null, reason: null, excuse: null }]);
    const all = contributionOf(facts);
    expect(entry(all, 'invitations')[0]?.adds).toEqual({ invited: 1, started: 1, ended: 1 });
    expect(entry(all, 'endings')[0]).toMatchObject({
      adds: { ended: 1 },
      dimensions: { source: 'campus', score_band: 'unscored' },
    });
    expect(entry(all, 'stages').map(({ adds }) => Object.keys(adds))).toEqual([
      ['in_to_start', 'on_to_start_0'],
      ['in_interview', 'on_interview_0'],
      ['in_review'],
    ]);
  });

  it('of a no-show say why and how soon somebody dealt with it, and keep it when another time is kept', () => {
    const again = slotAt(60 * hours);
    const { history } = play(
      ...missed,
      [26 * hours + 50, commands.explainNoShow('technical')],
      [27 * hours, commands.book(again)],
      [60 * hours, commands.start()],
    );
    const { appointments, lost } = of(history);
    expect(lost).toBeNull();
    expect(appointments).toMatchObject([
      { at: slot.startsAt, missed: true, reason: 'technical', handledMinutes: 30, trouble: true },
      { at: again.startsAt, missed: false, reason: null, trouble: false, signals: { earlierNoShows: 1 } },
    ]);
  });

  it('of a no-show that nobody dealt with say so, and that it is where they were lost', () => {
    const facts = of(play(...missed).history);
    expect(facts).toMatchObject({
      lost: 'no_show',
      appointments: [{ missed: true, reason: 'unsaid', handledMinutes: null }],
    });
    const [adds] = entry(contributionOf(facts), 'appointments').map((one) => one.adds);
    expect(adds).toMatchObject({ due: 1, missed: 1, reason_unsaid: 1, unhandled: 1 });
  });

  it('name the channel that reached them first among those that were said, as far as receipts let it', () => {
    const { history } = play(...booked, [25 * hours, commands.remind(60)]);
    const due = history.find(({ event }) => event.type === 'reminder_due')?.version ?? 0;
    const told = (channel: string, state: string, receipt: string | null) => ({
      generation: due,
      channel,
      state,
      receipt,
      read: false,
    });
    const kept = play(...booked, [25 * hours, commands.remind(60)], [26 * hours, commands.start()]).history;
    const sent = [told('wechat', 'refused', null), told('sms', 'sent', 'FAILED'), told('email', 'sent', null)];
    expect(of(kept, { told: sent }).appointments[0]?.dimensions.channel).toBe('email');
    expect(of(kept, { told: [told('sms', 'sent', 'ok')] }).reminders).toMatchObject([{ reached: true }]);
    expect(of(kept).reminders).toEqual([]);
  });

  it('take what a check of the device found before the time', () => {
    const { history } = play(...booked, [26 * hours, commands.start()]);
    const check = (minutes: number, ok: boolean) => ({
      at: at(minutes).toISOString(),
      results: [{ check: 'network', ok, code: 'slow' }],
    });
    expect(of(history, { checked: [check(60, true), check(120, false)] }).appointments[0]?.dimensions.network).toBe(
      'slow',
    );
    expect(of(history, { checked: [check(30 * hours, false)] }).appointments[0]?.dimensions.network).toBe('unknown');
  });

  it('hold no name, no word and no age of anybody', () => {
    const { history } = play([10, commands.start()], [40, commands.end(at(39), 'q1', 'q2')]);
    expect(JSON.stringify([rowsOf(of(history)), contributionOf(of(history))])).not.toMatch(/"age|under_25/);
  });
});

describe('a row', () => {
  it('is one of those that a figure counted, or is not', () => {
    const [, row] = rowsOf(of(play(...missed).history));
    if (row === undefined) throw new Error('no row');
    expect(isRow(row, { missed: 'yes', reason: 'unsaid', dimension: 'source', value: 'campus,referral' })).toBe(true);
    expect(isRow(row, { overMinutes: 120 })).toBe(true);
    expect(isRow(row, { missed: 'no' })).toBe(false);
    expect(isRow(row, { dimension: 'source', value: 'referral' })).toBe(false);
    expect(isRow(row, { reached: 'started' })).toBe(false);
  });
});

describe('what the records say of somebody', () => {
  it.each([
    [
      { source: 'campus', headline: '市场营销本科', resume: '' },
      { source: 'campus', candidateKind: 'graduate' },
    ],
    [
      { headline: '2026 届应届毕业生', resume: '' },
      { source: 'unknown', candidateKind: 'graduate' },
    ],
    [
      { source: 'referral', headline: '5 年销售', resume: '' },
      { source: 'referral', candidateKind: 'experienced' },
    ],
    [undefined, { source: 'unknown', candidateKind: 'unknown' }],
  ] as const)('%o', (candidate, wanted) => {
    expect(knownOf(candidate)).toEqual(wanted);
  });
});
