import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { applicationStages } from '#shared/application/stage.ts';
import { errorCodes } from '#shared/contract/errors.ts';
import { copy, copyFor } from '#shared/copy/copy.ts';
import { hr as hrEn } from '#shared/copy/en/hr.ts';
import * as statusesEn from '#shared/copy/en/statuses.ts';
import { hr } from '#shared/copy/zh/hr.ts';
import { questionKindSchema } from '#shared/interview/plan.ts';
import { outcomeSchema, reportStatusSchema } from '#shared/interview/state.ts';
import { interviewStatuses } from '#shared/interview/statuses.ts';
import { deliveryKinds } from '#shared/messaging/messages.ts';

/** What is said in one language alone: to HR in WeCom, to a model, and how a time is said. */
const alone = ['board.ts', 'cards.ts', 'follow-up.ts', 'llm-prompt.ts', 'local-time.ts'];
/** Not said, but looked for in what others wrote. */
const lookedFor = ['intake-columns.ts', 'resume-words.ts'];
const folder = new URL('../../../shared/copy/', import.meta.url);
/** A list is of names of things, not of words; so is the table of which SMS an outcome sends. */
const sayings = (all: object): object =>
  Object.fromEntries(Object.entries(all).filter(([name, one]) => !Array.isArray(one) && name !== 'smsOfOutcome'));
/** Every file of words there is. */
const pairs: [string, { zh: object; en: object }][] = await Promise.all(
  readdirSync(new URL('zh/', folder))
    .filter((file) => file.endsWith('.ts') && ![...alone, ...lookedFor].includes(file))
    .map(async (file): Promise<[string, { zh: object; en: object }]> => {
      const [zh, en] = (await Promise.all(
        ['zh', 'en'].map((language) => import(new URL(`${language}/${file}`, folder).href)),
      )) as [object, object];
      return [file, { zh: sayings(zh), en: sayings(en) }];
    }),
);

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
/** What looks its own word up by a name knows that of what is counted. */
const counted = 'people';
const said = (words: (...values: unknown[]) => string) => {
  const saidOf = (value: unknown) => String(words(...Array.from({ length: words.length }, () => value)));
  try {
    const text = saidOf(anything);
    return text.includes('undefined') ? saidOf(counted) : text;
  } catch {
    return saidOf(counted);
  }
};

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
