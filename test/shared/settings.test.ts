import { describe, expect, test } from 'vitest';
import { freezeTerms } from '#shared/interview/terms.ts';
import { defaultSettings, effectiveSettings, settingsSchema } from '#shared/settings.ts';
import { salesPlan } from '#test/world/seeds/sales-plan.ts';

test('the product as it ships: DESIGN §2', () => {
  expect(settingsSchema.parse(defaultSettings)).toMatchObject({
    deadlineHours: 72,
    resumeWindowHours: 24,
    graceMinutes: 15,
    attempts: 2,
    undoMinutes: 10,
    answersNeeded: null,
    reportMinutes: 5,
    timeZone: 'Asia/Shanghai',
  });
});

describe('the narrowest setting wins', () => {
  const company = { deadlineHours: 48, attempts: 3, timeZone: 'Asia/Tokyo' };
  test('position over company over default; what is not set is not a setting', () => {
    const position = { attempts: 1, deadlineHours: undefined, answersNeeded: null };
    expect(effectiveSettings({ ...company, answersNeeded: 2 }, position)).toEqual({
      ...defaultSettings,
      deadlineHours: 48,
      attempts: 1,
      timeZone: 'Asia/Tokyo',
      answersNeeded: null,
    });
    expect(effectiveSettings(undefined, company).attempts).toBe(3);
    expect(effectiveSettings()).toEqual(defaultSettings);
  });

  test.each([{ attempts: 0 }, { deadlineHours: 1.5 }, { graceMinutes: -1 }, { matchThreshold: 60 }])(
    'what makes no sense is not taken: %j',
    (layer) => {
      expect(() => effectiveSettings(company, layer)).toThrow();
    },
  );
});

describe('the terms of an interview', () => {
  const now = new Date('2026-03-02T01:00:00.000Z');
  const [first, ...others] = salesPlan.questions.map((question) => ({ ...question, required: false }));
  if (first === undefined) throw new Error('a plan without questions');
  const plan = { ...salesPlan, questions: [{ ...first, required: true }, ...others] };

  test('are the settings and the plan as they are now', () => {
    const settings = { ...defaultSettings, deadlineHours: 48, attempts: 3, undoMinutes: 1 };
    expect(freezeTerms(salesPlan, settings, now)).toEqual({
      questionIds: salesPlan.questions.map(({ id }) => id),
      requiredIds: salesPlan.questions.map(({ id }) => id),
      answersNeeded: salesPlan.questions.length,
      attempts: 3,
      resumeWindowHours: 24,
      graceMinutes: 15,
      undoMinutes: 1,
      reportMinutes: 5,
      arrangeHours: 24,
      deadlineAt: '2026-03-04T01:00:00.000Z',
      appointment: {
        asked: false,
        earlyMinutes: 15,
        rebookings: 2,
        reminders: [1440, 60],
        quiet: { from: '22:00', to: '08:00' },
        timeZone: 'Asia/Shanghai',
        handleMinutes: 120,
        remindAgainHours: 12,
        againHours: 24,
      },
    });
  });

  test.each([
    ['all required ones, where nothing is set', salesPlan, null, 5],
    ['as many as are set', salesPlan, 3, 3],
    ['never more than there are required ones', plan, 3, 1],
    ['only the required ones', plan, null, 1],
  ])('answers needed: %s', (_, its, answersNeeded, needed) => {
    const terms = freezeTerms(its, { ...defaultSettings, answersNeeded }, now);
    expect(terms.answersNeeded).toBe(needed);
    expect(terms.requiredIds).toEqual(its.questions.filter(({ required }) => required).map(({ id }) => id));
  });
});
