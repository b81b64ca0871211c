import { describe, expect, test } from 'vitest';
import { copy, copyFor } from '#shared/copy/copy.ts';
import { emptyDraft } from '#shared/interview/answer.ts';
import type { DraftContent } from '#shared/interview/draft.ts';
import { endSummary, nextOpen, reached } from '../../miniapp/src/state/chat.ts';
import { canFinish, finished, sendTyped, takeBack } from '../../miniapp/src/state/edits.ts';
import { clockOf, describeInstant, describeLeft } from '../../miniapp/src/state/instants.ts';
import { createJournal } from '../../miniapp/src/state/journal.ts';
import { stagesOf } from '../../miniapp/src/state/stages.ts';
import { memoryStorage } from './memory-storage.ts';
import { timeOf } from './time-of.ts';

const words = copy.candidate.when;
const local = (text: string) => new Date(text);

describe('times', () => {
  const now = local('2026-03-02T10:00:00').getTime();
  test.each([
    ['2026-03-02T14:00:00', /^今天 14:00/],
    ['2026-03-03T09:05:00', /^明天 周二 09:05/],
    ['2026-03-01T23:59:00', /^昨天 23:59/],
    ['2026-03-06T08:00:00', /^3月6日 周五 08:00/],
    ['2027-01-01T08:00:00', /^2027年1月1日 周五 08:00/],
  ])('%s', (at, said) => {
    expect(describeInstant(words, local(at).toISOString(), now)).toMatch(said);
  });
  test.each([
    [-1, '已截止'],
    [59_000, '不到 1 分钟'],
    [12 * 60_000, '12 分钟'],
    [80 * 60_000, '1 小时 20 分'],
    [51 * 3_600_000, '2 天 3 小时'],
  ])('%d ms left', (ms, said) => {
    expect(describeLeft(words, ms)).toBe(said);
  });
  test('a save says its second', () => {
    expect(clockOf(local('2026-03-02T04:03:09').toISOString())).toBe('04:03:09');
  });
});

describe('the conversation', () => {
  const questions = ['q1', 'q2', 'q3'].map((id) => ({
    id,
    kind: 'structured' as const,
    prompt: id,
    required: id !== 'q3',
    minutes: 1,
    ways: ['text' as const],
    prepareSeconds: 0,
    answerSeconds: null,
    retakes: 2,
    asked: [],
  }));
  const contents: Record<string, DraftContent> = {
    q1: { sent: ['a'], typing: '', done: true },
    q2: { sent: ['b'], typing: '', done: false },
  };
  const content = (id: string) => contents[id] ?? emptyDraft;

  test('goes on with the next open question, round to those passed over', () => {
    expect(nextOpen(questions, content)).toBe('q2');
    expect(nextOpen(questions, content, 'q2')).toBe('q3');
    expect(nextOpen(questions, content, 'q3')).toBe('q2');
    expect(nextOpen(questions, () => ({ ...emptyDraft, done: true }))).toBeUndefined();
  });
  test('shows what was reached, not what is to come', () => {
    expect(reached(questions, () => emptyDraft, 'q1')).toBe(1);
    expect(reached(questions, content, 'q2')).toBe(2);
  });
  test('says before the tap what an end would mean', () => {
    expect(endSummary(questions, 2, content)).toEqual({
      outcome: 'incomplete',
      missing: 1,
      done: [1],
      open: [2, 3],
      openRequired: [2],
      started: [2],
    });
  });
  test('a bubble taken back stands before what is being typed', () => {
    expect(takeBack({ sent: ['一', '二'], typing: '三', done: true }, 0)).toEqual({
      sent: ['二'],
      typing: '一\n三',
      done: false,
    });
  });
  test('blank text is neither sent nor enough to finish', () => {
    expect(sendTyped({ ...emptyDraft, typing: '  \n' }).sent).toEqual([]);
    expect(canFinish({ ...emptyDraft, typing: ' ' })).toBe(false);
    expect(finished({ ...emptyDraft, typing: ' 好 ' })).toEqual({ sent: ['好'], typing: '', done: true });
  });
});

describe('the way so far', () => {
  const at = '2026-03-02T02:00:00.000Z';
  const milestones = { invitedAt: at, startedAt: null, endedAt: null, reportAt: null, decidedAt: null };
  const states = (facts: Parameters<typeof stagesOf>[0]) => stagesOf(facts).map(({ state }) => state);
  test.each([
    ['invited', milestones, ['done', 'now', 'next', 'next']],
    ['in_progress', { ...milestones, startedAt: at }, ['done', 'done', 'now', 'next']],
    ['submitted', { ...milestones, startedAt: at, endedAt: at }, ['done', 'done', 'done', 'now']],
    ['evaluated', { ...milestones, startedAt: at, endedAt: at, decidedAt: at }, ['done', 'done', 'done', 'done']],
    ['incomplete', { ...milestones, startedAt: at, endedAt: at }, ['done', 'done', 'missed', 'none']],
    ['no_show', { ...milestones, endedAt: at }, ['done', 'missed', 'missed', 'none']],
  ] as const)('%s', (status, facts, expected) => {
    expect(states({ status, closesAt: at, milestones: facts, time: timeOf() })).toEqual(expected);
  });
});

test('a full device is told and goes on in memory', () => {
  const storage = memoryStorage();
  let told = 0;
  const journal = createJournal(storage, { set: (run) => run, clear: () => {} }, () => {
    told++;
  });
  storage.full = true;
  journal.write('itv_a', 1, 'q1', { number: 1, content: emptyDraft, acknowledged: 0, seen: [] });
  expect(() => journal.sync()).not.toThrow();
  expect(told).toBe(1);
});

test('the texts that must stand as they are', () => {
  const { candidate } = copy;
  expect(candidate.endSheet.title + candidate.endSheet.text).toBe(
    '是否确认结束本次面试?未完成的答题内容将不计入最终评估结果',
  );
  expect(candidate.endSheet.titleDone).toBe('面试已完成,是否退出?');
  expect(candidate.resume.title).toBe('是否继续上次未完成的面试?');
  expect([candidate.resume.yes, candidate.resume.no]).toEqual(['是', '否']);
  expect(candidate.guide.steps.end.text).toBe('完成所有环节后,点击右上角‘结束面试’按钮退出');
});

test('English says everything Chinese says', () => {
  const names = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, names(inner)]))
      : typeof value;
  expect(names(copyFor('en').candidate)).toEqual(names(copyFor('zh').candidate));
  expect(names(copyFor('en').booking)).toEqual(names(copyFor('zh').booking));
});
