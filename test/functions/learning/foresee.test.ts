import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LearnedValue } from '#shared/contract/learned.ts';
import { addDays } from '#shared/figures/days.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { freezeTerms } from '#shared/interview/terms.ts';
import { defaultSettings } from '#shared/settings.ts';
import { company, inviteCommand, newIds } from '#test/functions/adapters/dynamo/store.ts';
import { type Learning, startLearning } from './stage.ts';

let stage: Learning;
beforeAll(async () => {
  stage = await startLearning();
  // Ten in the morning there, on a Monday.
  const now = stage.clock.now();
  stage.clock.set(new Date(`${addDays(now.toISOString().slice(0, 10), 8 - now.getUTCDay())}T02:00:00.000Z`));
});
afterAll(() => stage.stop());

const features = 11;
const evidence = {
  appointments: 400,
  missed: 40,
  brier: 0.08,
  baseBrier: 0.09,
  gain: { mean: 0.01, low: 0.005, high: 0.015 },
  bins: [],
  reliability: 0.001,
};
/** Says the same chance of everybody. */
const always = (logit: number): LearnedValue<'no_show'> => ({
  state: 'on',
  evidence,
  model: {
    version: 1,
    scale: { means: new Array(features).fill(0), spreads: new Array(features).fill(1) },
    logistic: { coefficients: [logit, ...new Array(features).fill(0)] },
    platt: { slope: 1, intercept: 0 },
  },
});
const learned = (value: LearnedValue<'no_show'>) =>
  stage.hr.learning.keep(company, 'no_show', { subject: '', at: stage.clock.now().toISOString(), value });

/** Booked for two in the afternoon tomorrow. */
async function booked(foreseeNoShows: boolean): Promise<InterviewState> {
  const settings = { ...defaultSettings, booking: true, foreseeNoShows };
  const terms = freezeTerms(stage.plan, settings, stage.clock.now());
  const invited = await stage.after(undefined, { ...inviteCommand(stage.clock.now(), newIds()), terms });
  const startsAt = new Date(stage.clock.now().getTime() + 28 * 3_600_000).toISOString();
  const endsAt = new Date(Date.parse(startsAt) + 1_800_000).toISOString();
  const slot = { slotId: `slot_${Date.parse(startsAt).toString(36)}`, startsAt, endsAt };
  return stage.after(invited, { type: 'book', by: invited.candidateId, slot });
}
const reminders = async ({ interviewId }: InterviewState) => {
  const history = await stage.deps.interviews.history(company, interviewId);
  return history.flatMap(({ event }) => (event.type === 'reminder_due' ? [event.data.minutes] : []));
};
/** Ticks of a day, up to two hours before the time. */
async function aDayLater() {
  for (let hour = 0; hour < 26; hour += 1) {
    stage.clock.advance('PT1H');
    await stage.tick();
  }
}

describe('who may rather not come', () => {
  it('is reminded once more some hours before, while the model beats the usual rate', async () => {
    await learned(always(2));
    const [helped, other] = [await booked(true), await booked(false)];
    await aDayLater();
    const [usual, more, ...rest] = await reminders(helped);
    expect([usual, rest]).toEqual([1440, []]);
    expect(more).toBeGreaterThan(120);
    expect(more).toBeLessThanOrEqual(240);
    expect(await reminders(other)).toEqual([1440]);
    const history = await stage.deps.interviews.history(company, helped.interviewId);
    expect(JSON.stringify(history)).not.toMatch(/chance|predict|"foresee[A-Z]/);
  });

  it('is left alone where the chance is the usual one, and where the model is off', async () => {
    await learned(always(-2.2));
    const usual = await booked(true);
    await aDayLater();
    expect(await reminders(usual)).toEqual([1440]);
    await learned({ state: 'not_better', evidence });
    const off = await booked(true);
    await aDayLater();
    expect(await reminders(off)).toEqual([1440]);
  });
});
