import { describe, expect, test } from 'vitest';
import { composeWechat, type Facts } from '#shared/messaging/compose.ts';
import { composeEmail } from '#shared/messaging/compose-email.ts';
import { isPlainSentence, ownTextOf, ownTextRoom } from '#shared/messaging/own-text.ts';
import { effectiveSettings } from '#shared/settings.ts';

const facts: Facts = {
  candidate: '林晓',
  company: '华东制造',
  position: '销售代表',
  deadline: '2026年3月5日 09:00',
  time: '2026年3月4日 14:00',
  clock: '2026年3月4日 14:00',
  left: null,
  bookingAsked: true,
  now: '2026年3月3日 14:00',
  help: '400-000-0000',
  interviewId: 'itv_own00001',
  applicationId: 'app_own00001',
  outcome: null,
  overall: null,
};
const own = '面试官期待与您见面。';

test.each([
  [own, true],
  ['', false],
  [' 前后有空格 ', false],
  ['详见 https://example.com', false],
  ['{1}您好', false],
  ['两行\n文字', false],
  ['<b>重要</b>', false],
])('%j is a sentence of one’s own: %s', (text, is) => {
  expect(isPlainSentence(text)).toBe(is);
});

test('a company and a position each say their own; the position’s word is the last', () => {
  const { texts } = effectiveSettings(
    { texts: { reminder: '公司的话。', no_show: '公司的另一句话。' } },
    { texts: { reminder: own } },
  );
  expect(texts).toEqual({ reminder: own, no_show: '公司的另一句话。' });
  expect(ownTextOf(texts, 'reminder')).toBe(own);
  expect(ownTextOf(texts, 'result')).toBeUndefined();
  expect(() => effectiveSettings({ texts: { reminder: '字'.repeat(ownTextRoom.most + 1) } })).toThrow();
  expect(() => effectiveSettings({ texts: { reminder: '点 www.example.com' } })).toThrow();
});

describe('what a message must say it says all the same', () => {
  test.each(['reminder', 'no_show'] as const)('mail: %s', (kind) => {
    const codes = { page: 'abc', guide: 'def' };
    const { text, html } = composeEmail(kind, { ...facts, own }, codes);
    const plain = composeEmail(kind, facts, codes);
    for (const said of [text, html]) expect(said).toContain(own);
    expect(text.replace(own, '')).toBe(plain.text);
  });

  test('WeChat: in place of the hint where it fits, never of the time, the device or the help', () => {
    const usual = composeWechat('reminder', facts).data;
    expect(composeWechat('reminder', { ...facts, own }).data).toEqual({ ...usual, thing5: own });
    expect(composeWechat('reminder', { ...facts, own: '字'.repeat(ownTextRoom.wechat + 1) }).data).toEqual(usual);
    // Shortly before, the countdown stands there.
    const soon = { ...facts, left: '58分钟' };
    expect(composeWechat('reminder', { ...soon, own }).data).toEqual(composeWechat('reminder', soon).data);
    expect(composeWechat('no_show', { ...facts, own }).data).toMatchObject({ time2: facts.clock, thing4: own });
  });
});
