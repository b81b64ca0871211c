import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Question } from '#shared/interview/plan.ts';
import { changesBetween } from '#shared/organisation/position/changes.ts';
import { draftOf, type PositionDraft } from '#shared/organisation/position/draft.ts';
import { improperIn } from '#shared/organisation/position/improper.ts';
import { hasErrors, lintPosition } from '#shared/organisation/position/lint.ts';
import { mergeDrafts } from '#shared/organisation/position/merge.ts';
import { scaledToHundred } from '#shared/organisation/position/weights.ts';
import { backendPosition, salesPosition, supportPosition } from '#test/world/seeds/positions.ts';

const good = draftOf(salesPosition);
const plan = (change: Partial<PositionDraft['plan']>): PositionDraft => ({
  ...good,
  plan: { ...good.plan, ...change },
});
const first = (change: Partial<Question>) =>
  plan({ questions: good.plan.questions.map((one, index) => (index === 0 ? { ...one, ...change } : one)) });
const codes = (draft: PositionDraft) => lintPosition(draft).map(({ level, code, index }) => [level, code, index]);
const weighed = (...weights: number[]) =>
  plan({ competencies: good.plan.competencies.map((one, index) => ({ ...one, weight: weights[index] ?? 0 })) });

it('the seeded positions have nothing to be said of', () => {
  for (const position of [salesPosition, backendPosition, supportPosition]) {
    expect(lintPosition(draftOf(position)).filter(({ level }) => level === 'error')).toEqual([]);
  }
});

describe('what cannot be saved', () => {
  it.each<[string, PositionDraft, string, number | null]>([
    ['weights below 100', weighed(0.3, 0.25, 0.2, 0.15, 0.05), 'weights_sum', null],
    ['weights above 100', weighed(0.4, 0.25, 0.2, 0.15, 0.1), 'weights_sum', null],
    ['an empty question', first({ prompt: '  ' }), 'prompt_empty', 0],
    ['a question without key points', first({ keyPoints: [] }), 'key_points_empty', 0],
    ['an empty key point', first({ keyPoints: ['好', ' '] }), 'key_points_empty', 0],
    ['a question for nothing', first({ competencies: [] }), 'no_competency', 0],
    ['a question for what is not there', first({ competencies: ['唱歌'] }), 'unknown_competency', 0],
    ['no way to answer', first({ ways: [] }), 'no_way', 0],
    ['a follow-up to nothing', first({ followUps: [{ keyPoint: '没有', ask: '呢？' }] }), 'follow_up_lost', 0],
    ['no questions', plan({ questions: [] }), 'no_questions', null],
    [
      'nothing required',
      plan({ questions: good.plan.questions.map((one) => ({ ...one, required: false })) }),
      'no_required',
      null,
    ],
    ['no name', { ...good, title: ' ' }, 'title_empty', null],
    ['a requirement without words', { ...good, criteria: [{ name: '经验', words: [] }] }, 'criterion_empty', null],
  ])('%s', (_, draft, code, index) => {
    expect(codes(draft)).toContainEqual(['error', code, index]);
    expect(hasErrors(lintPosition(draft))).toBe(true);
  });
});

describe('what is only to be looked at', () => {
  it.each<[string, PositionDraft, string, number | null]>([
    ['more than 45 minutes', first({ minutes: 60 }), 'too_long', null],
    [
      'a competency that no question asks for',
      plan({
        questions: good.plan.questions.map((one) => ({
          ...one,
          competencies: one.competencies.filter((name) => name !== '文化匹配'),
        })),
      }),
      'competency_idle',
      4,
    ],
    ['more answers than are required', { ...good, settings: { answersNeeded: 9 } }, 'answers_needed', null],
    ['an unfair question', first({ prompt: '您今年多大？打算什么时候要孩子？' }), 'improper', 0],
    ['an unfair requirement', { ...good, criteria: [{ name: '35 岁以下', words: ['男性优先'] }] }, 'improper', null],
  ])('%s', (_, draft, code, index) => {
    expect(codes(draft)).toContainEqual(['warning', code, index]);
    expect(hasErrors(lintPosition(draft))).toBe(false);
  });
});

describe('fairness', () => {
  it.each([
    ['您多大了？', 'age'],
    ['只要 35 岁以下', 'age'],
    ['您结婚了吗', 'marriage'],
    ['打算要二胎吗', 'marriage'],
    ['您老家在哪', 'origin'],
    ['您是哪里人', 'origin'],
    ['有没有乙肝', 'health'],
    ['您的身体怎么样', 'health'],
    ['男性优先', 'gender'],
    ['身高 165 以上', 'looks'],
    ['How old are you?', 'age'],
    ['Are you married?', 'marriage'],
    ['Where are you from?', 'origin'],
  ])('%s', (text, ground) => expect(improperIn(text)?.ground).toBe(ground));

  it.each([
    '未考虑老年用户的使用场景',
    '客户的孩子在店里哭闹，您会怎么办？',
    '这家公司的户外广告怎么投？',
    '怎样做好健康类内容的合规审核？',
    '您做过最久的一份工作是什么？',
    'How would you serve elderly users?',
  ])('nothing is wrong with: %s', (text) => expect(improperIn(text)).toBeUndefined());
});

describe('scaling weights', () => {
  it('adds up to 100 and keeps who weighs more, whatever was given', () => {
    const percents = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(percents, (given) => {
        const scaled = scaledToHundred(given);
        expect(scaled.reduce((sum, one) => sum + one, 0)).toBe(100);
        expect(Math.min(...scaled)).toBeGreaterThanOrEqual(0);
        const top = given.indexOf(Math.max(...given));
        expect(scaled[top]).toBeGreaterThanOrEqual(Math.min(...scaled));
      }),
    );
  });

  it('leaves what adds up already', () => expect(scaledToHundred([30, 25, 20, 15, 10])).toEqual([30, 25, 20, 15, 10]));
});

describe('changes', () => {
  it('are none between a draft and itself, in whatever order its fields were set', () => {
    const shuffled = JSON.parse(JSON.stringify(good, Object.keys(flat(good)).reverse())) as PositionDraft;
    expect(changesBetween(good, shuffled)).toEqual([]);
  });

  it('name what was added, removed, changed and moved', () => {
    const [one, two, ...rest] = good.plan.questions;
    if (one === undefined || two === undefined) throw new Error('no questions');
    const fresh = { ...one, id: 'qfresh', prompt: '新题' };
    const after = {
      ...plan({ questions: [two, { ...one, minutes: 9 }, ...rest.slice(1), fresh] }),
      settings: { attempts: 3 },
    };
    expect(changesBetween(good, after)).toEqual([
      { part: 'question', kind: 'removed', name: rest[0]?.prompt, from: null, to: null },
      { part: 'question', kind: 'changed', name: one.prompt, from: null, to: null },
      { part: 'question', kind: 'added', name: '新题', from: null, to: null },
      { part: 'question', kind: 'moved', name: '', from: null, to: null },
      { part: 'setting', kind: 'changed', name: 'attempts', from: null, to: '3' },
    ]);
  });

  it('tell a weight in percent', () => {
    expect(changesBetween(good, weighed(0.25, 0.3, 0.2, 0.15, 0.1))[0]).toEqual({
      part: 'competency',
      kind: 'changed',
      name: '沟通能力',
      from: '30%',
      to: '25%',
    });
  });
});

describe('two people at once', () => {
  const settle = (theirs: PositionDraft, mine: PositionDraft) => mergeDrafts(good, theirs, mine);
  const [one, two, ...rest] = good.plan.questions;
  if (one === undefined || two === undefined) throw new Error('no questions');

  it('what only one of them changed stays, and mine is taken where both did', () => {
    const theirs = {
      ...first({ prompt: '他们的' }),
      title: '他们的岗位',
      settings: { attempts: 4, deadlineHours: 24 },
    };
    const mine = { ...good, department: '我的部门', settings: { attempts: 3 } };
    expect(settle(theirs, mine)).toEqual({
      ...theirs,
      department: '我的部门',
      settings: { attempts: 3, deadlineHours: 24 },
    });
  });

  it('what one added is there, what one deleted is gone unless the other worked on it', () => {
    const fresh = { ...one, id: 'qtheirs' };
    const own = { ...one, id: 'qmine' };
    const theirs = plan({ questions: [{ ...one, prompt: '改过' }, ...rest, fresh] });
    const mine = plan({ questions: [two, ...rest, own] });
    const ids = settle(theirs, mine).plan.questions.map(({ id }) => id);
    expect(ids).toEqual([...rest.map(({ id }) => id), 'qmine', one.id, 'qtheirs']);
  });

  it('changes nothing where nobody changed anything, and gives me mine where only I did', () => {
    expect(settle(good, good)).toEqual(good);
    const mine = { ...first({ prompt: '我的' }), settings: {} };
    expect(settle(good, mine)).toEqual(mine);
    expect(settle(mine, good)).toEqual(mine);
  });
});

/** Every key there is, however deep. */
function flat(value: unknown, found: Record<string, true> = {}): Record<string, true> {
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      found[key] = true;
      flat(inner, found);
    }
  }
  return found;
}
