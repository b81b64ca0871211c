import { describe, expect, test } from 'vitest';
import { applicationStages } from '#shared/application/stage.ts';
import { errorCodes } from '#shared/contract/errors.ts';
import { copy, copyFor } from '#shared/copy/copy.ts';
import { apply as applyEn } from '#shared/copy/en/apply.ts';
import { booking as bookingEn } from '#shared/copy/en/booking.ts';
import { candidate as candidateEn } from '#shared/copy/en/candidate.ts';
import { cards as cardsEn } from '#shared/copy/en/cards.ts';
import { errors as errorsEn } from '#shared/copy/en/errors.ts';
import { evaluation as evaluationEn } from '#shared/copy/en/evaluation.ts';
import { hr as hrEn } from '#shared/copy/en/hr.ts';
import { hrBooking as hrBookingEn } from '#shared/copy/en/hr-booking.ts';
import { hrHelp as hrHelpEn } from '#shared/copy/en/hr-help.ts';
import { hrIntake as hrIntakeEn } from '#shared/copy/en/hr-intake.ts';
import { hrPositions as hrPositionsEn } from '#shared/copy/en/hr-positions.ts';
import { hrRequests as hrRequestsEn } from '#shared/copy/en/hr-requests.ts';
import { hrStatus as hrStatusEn } from '#shared/copy/en/hr-status.ts';
import { hrTraining as hrTrainingEn } from '#shared/copy/en/hr-training.ts';
import { hrWorkbench as hrWorkbenchEn } from '#shared/copy/en/hr-workbench.ts';
import * as messagesEn from '#shared/copy/en/messages.ts';
import { rules as rulesEn } from '#shared/copy/en/rules.ts';
import * as statusesEn from '#shared/copy/en/statuses.ts';
import { apply } from '#shared/copy/zh/apply.ts';
import { booking } from '#shared/copy/zh/booking.ts';
import { candidate } from '#shared/copy/zh/candidate.ts';
import { cards } from '#shared/copy/zh/cards.ts';
import { errors } from '#shared/copy/zh/errors.ts';
import { evaluation } from '#shared/copy/zh/evaluation.ts';
import { hr } from '#shared/copy/zh/hr.ts';
import { hrBooking } from '#shared/copy/zh/hr-booking.ts';
import { hrHelp } from '#shared/copy/zh/hr-help.ts';
import { hrIntake } from '#shared/copy/zh/hr-intake.ts';
import { hrPositions } from '#shared/copy/zh/hr-positions.ts';
import { hrRequests } from '#shared/copy/zh/hr-requests.ts';
import { hrStatus } from '#shared/copy/zh/hr-status.ts';
import { hrTraining } from '#shared/copy/zh/hr-training.ts';
import { hrWorkbench } from '#shared/copy/zh/hr-workbench.ts';
import * as messages from '#shared/copy/zh/messages.ts';
import { rules } from '#shared/copy/zh/rules.ts';
import * as statuses from '#shared/copy/zh/statuses.ts';
import { questionKindSchema } from '#shared/interview/plan.ts';
import { outcomeSchema, reportStatusSchema } from '#shared/interview/state.ts';
import { interviewStatuses } from '#shared/interview/statuses.ts';
import { deliveryKinds } from '#shared/messaging/messages.ts';

const pairs: [string, { zh: object; en: object }][] = [
  ['candidate', { zh: candidate, en: candidateEn }],
  ['hr', { zh: hr, en: hrEn }],
  ['cards', { zh: cards, en: cardsEn }],
  ['apply', { zh: apply, en: applyEn }],
  ['hr-intake', { zh: hrIntake, en: hrIntakeEn }],
  ['booking', { zh: booking, en: bookingEn }],
  ['rules', { zh: rules, en: rulesEn }],
  ['hr-booking', { zh: hrBooking, en: hrBookingEn }],
  ['hr-workbench', { zh: hrWorkbench, en: hrWorkbenchEn }],
  ['hr-positions', { zh: hrPositions, en: hrPositionsEn }],
  ['hr-status', { zh: hrStatus, en: hrStatusEn }],
  ['hr-training', { zh: hrTraining, en: hrTrainingEn }],
  ['hr-help', { zh: hrHelp, en: hrHelpEn }],
  ['hr-requests', { zh: hrRequests, en: hrRequestsEn }],
  ['errors', { zh: errors, en: errorsEn }],
  ['statuses', { zh: { ...statuses }, en: { ...statusesEn } }],
  ['evaluation', { zh: evaluation, en: evaluationEn }],
  ['messages', { zh: { ...messages, smsOfOutcome: {} }, en: { ...messagesEn, smsOfOutcome: {} } }],
];

/** `path → what stands there`: a text, or a function and how many values it is given. */
function shapeOf(words: unknown, path = ''): Record<string, string> {
  if (typeof words === 'string') return { [path]: 'text' };
  if (typeof words === 'function') return { [path]: `function of ${words.length}` };
  if (typeof words !== 'object' || words === null) return { [path]: typeof words };
  return Object.assign(
    {},
    ...Object.entries(words).map(([key, inner]) => shapeOf(inner, path ? `${path}.${key}` : key)),
  );
}

/** Every text, functions called with something that can be found again. */
function texts(words: unknown, path = ''): [path: string, text: string][] {
  if (typeof words === 'string') return [[path, words]];
  if (typeof words === 'function') return [[path, said(words as (...values: unknown[]) => string)]];
  return Object.entries(words as object).flatMap(([key, inner]) => texts(inner, path ? `${path}.${key}` : key));
}
/** Names and numbers stand where they are wanted; a function that takes an object finds any name in it. */
const anything = new Proxy({}, { get: (_, key) => (key === Symbol.toPrimitive ? () => 7 : '7') });
const said = (words: (...values: unknown[]) => string) =>
  String(words(...Array.from({ length: words.length }, () => anything)));

describe.each(pairs)('%s', (_, { zh, en }) => {
  test('says the same things in both languages', () => {
    expect(shapeOf(en)).toEqual(shapeOf(zh));
  });

  test('English has no Chinese in it but its names for things', () => {
    const chinese = texts(en).filter(([, text]) => /\p{Script=Han}/u.test(text));
    expect(chinese).toEqual([]);
  });

  test('nothing undefined is said', () => {
    for (const [path, text] of [...texts(zh), ...texts(en)]) expect(text, path).not.toMatch(/undefined|NaN|\[object/);
  });

  test('one thing is empty only where both are', () => {
    const empty = (words: object) =>
      texts(words)
        .filter(([, text]) => text.trim() === '')
        .map(([path]) => path);
    expect(empty(en)).toEqual(empty(zh));
  });
});

test('what somebody is hired for has one name', () => {
  const others = pairs.flatMap(([, { zh }]) => texts(zh)).filter(([, text]) => text.includes('职位'));
  expect(others).toEqual([]);
});

test.each(['zh', 'en'] as const)('every status, stage, kind and error has a word: %s', (language) => {
  const { statuses: words, errors: sentences } = copyFor(language);
  const expected = {
    interviewStatus: interviewStatuses,
    reportStatus: reportStatusSchema.options,
    applicationStage: applicationStages,
    outcome: outcomeSchema.options,
    questionKind: questionKindSchema.options,
  };
  for (const [name, keys] of Object.entries(expected)) {
    const table: Record<string, string> = words[name as keyof typeof expected];
    expect(Object.keys(table).sort(), name).toEqual([...keys].sort());
    for (const word of Object.values(table)) expect(word.trim()).not.toBe('');
    expect(new Set(Object.values(table)).size, `${name}: two things under one word`).toBe(keys.length);
  }
  expect(Object.keys(sentences).sort()).toEqual([...errorCodes].sort());
  for (const code of errorCodes) expect(sentences[code]).toMatch(/[。.]$/);
});

test('HR reads a name for every message, channel and state of a delivery', () => {
  for (const words of [hr, hrEn]) {
    expect(Object.keys(words.messageKinds).sort()).toEqual([...deliveryKinds].sort());
    for (const channel of ['sms', 'wechat', 'wecom']) expect(words.channels[channel]).toBeTruthy();
    for (const state of ['claimed', 'sent', 'refused', 'unknown', 'unavailable']) {
      expect(words.deliveryStates[state]).toBeTruthy();
    }
  }
});

test('Chinese comes unless English is asked for', () => {
  expect(copyFor('zh')).toBe(copy);
  expect(copyFor('en').statuses.interviewStatus.submitted).toBe(statusesEn.interviewStatus.submitted);
});
