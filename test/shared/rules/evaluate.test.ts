import { describe, expect, test } from 'vitest';
import { outcomeSchema } from '#shared/interview/state.ts';
import { sources } from '#shared/organisation/records.ts';
import { propose } from '#shared/rules/evaluate.ts';
import type { Facts } from '#shared/rules/facts.ts';
import { factsOf } from '#shared/rules/facts.ts';
import { type Conditions, hindranceOf, mayAct } from '#shared/rules/may-act.ts';
import { type Rule, ruleSchema, ruleSetSchema } from '#shared/rules/rule.ts';
import { templateFor, templates } from '#shared/rules/templates.ts';

const facts = (overall: number | null, culture: number | null = 4, satisfaction: number | null = null): Facts => ({
  overall,
  culture,
  satisfaction,
  flags: 0,
  source: null,
});
const said = (given: Facts, rules = templates.with_second_interview.rules) =>
  propose({ rules }, given, true).conclusion;

describe('the shipped rules (121-124, 31)', () => {
  test.each([
    [facts(80, 4), 'second_interview'],
    [facts(100, 5), 'second_interview'],
    [facts(80, 3), 'person'],
    [facts(79, 5), 'person'],
    [facts(70, 5), 'person'],
    [facts(69, 5), 'reject'],
    [facts(0, 0), 'reject'],
    // Too little evidence is no low score.
    [facts(null, 5), 'person'],
    [facts(95, null), 'person'],
  ] as const)('%j → %s', (given, conclusion) => {
    expect(said(given)).toBe(conclusion);
  });

  test('a position without a second interview leads on to onboarding', () => {
    expect(said(facts(80, null), templateFor({ secondInterview: false }).rules)).toBe('onboarding');
    expect(said(facts(75, null), templateFor({ secondInterview: false }).rules)).toBe('person');
  });

  test('both templates are what the schema says', () => {
    for (const one of Object.values(templates)) expect(ruleSetSchema.parse(one)).toEqual(one);
  });
});

describe('a rule that needs what the candidate has not said yet', () => {
  const rules = templates.with_second_interview.rules.map((rule) => ({ ...rule, on: true }));

  test('waits, as long as it may', () => {
    expect(propose({ rules }, facts(95), false)).toMatchObject({ waits: true, rule: { ruleId: 'rule_outstanding' } });
    expect(propose({ rules }, facts(95), true)).toMatchObject({ waits: false, conclusion: 'second_interview' });
    expect(propose({ rules }, facts(95, 4, 5), false)).toMatchObject({ waits: false, conclusion: 'offer' });
    expect(propose({ rules }, facts(95, 4, 4), false)).toMatchObject({ waits: false, conclusion: 'second_interview' });
  });

  test('does not wait where it could not match anyhow', () => {
    expect(propose({ rules }, facts(60), false)).toMatchObject({ waits: false, conclusion: 'reject' });
  });
});

test('every rule up to the deciding one can be read, condition by condition', () => {
  const { checked, rule } = propose(templates.with_second_interview, facts(65, 5), true);
  expect(rule?.ruleId).toBe('rule_weak');
  expect(checked.map((one) => [one.rule.ruleId, one.conditions.map(({ known, holds }) => [known, holds])])).toEqual([
    [
      'rule_strong',
      [
        [65, 'no'],
        [5, 'yes'],
      ],
    ],
    ['rule_weak', [[65, 'yes']]],
  ]);
});

describe('what may be done without a person', () => {
  const [rule] = templates.without.rules as [Rule];
  const allowed: Conditions = { scorer: 'openai/qwen@1', calibrated: true, rulesTurnDown: true };
  const may = (concludes: Rule['concludes'], mode: Rule['mode'], given = allowed) =>
    mayAct({ rule: { ...rule, concludes, mode }, conclusion: concludes }, given);

  test('nothing that is only to be proposed', () => {
    for (const one of outcomeSchema.options) expect(may(one, 'propose')).toBe(false);
  });
  test('an offer is a named person’s, whatever is allowed', () => {
    expect(may('offer', 'act')).toBe(false);
    expect(hindranceOf('offer', allowed)).toBe('person');
    expect(may('second_interview', 'act')).toBe(true);
    expect(may('onboarding', 'act')).toBe(true);
  });
  test('nobody is turned down without the company’s word and a calibrated model', () => {
    for (const one of ['reject', 'pool'] as const) {
      expect(hindranceOf(one, { ...allowed, rulesTurnDown: false })).toBe('company');
      expect(hindranceOf(one, { ...allowed, scorer: 'rubric@3' })).toBe('scorer');
      expect(hindranceOf(one, { ...allowed, calibrated: false })).toBe('scorer');
      expect(may(one, 'act', { ...allowed, rulesTurnDown: false })).toBe(false);
      expect(may(one, 'act')).toBe(true);
    }
  });
  test('no rule, no act', () => {
    expect(mayAct({ rule: null, conclusion: 'person' }, allowed)).toBe(false);
  });
});

describe('where somebody comes from', () => {
  const referred: Rule = {
    ruleId: 'rule_referred',
    name: '内推优先',
    when: [{ fact: 'source', is: 'is', value: sources.indexOf('referral') }],
    concludes: 'second_interview',
    mode: 'propose',
    on: true,
  };
  const from = (source: number | null) => said({ ...facts(50), source }, [referred]);

  test('is one of a list, and unknown where nobody said', () => {
    expect(from(sources.indexOf('referral'))).toBe('second_interview');
    expect(from(sources.indexOf('campus'))).toBe('person');
    expect(from(null)).toBe('person');
    expect(sources.slice(0, 4)).toEqual(['referral', 'campus', 'job_board', 'other']);
  });

  test('is no amount, and an amount is no name', () => {
    const when = (...all: unknown[]) => ruleSchema.safeParse({ ...referred, when: all }).success;
    expect(when({ fact: 'source', is: 'is', value: 0 })).toBe(true);
    expect(when({ fact: 'source', is: 'at_least', value: 0 })).toBe(false);
    expect(when({ fact: 'source', is: 'is', value: sources.length })).toBe(false);
    expect(when({ fact: 'overall', is: 'is', value: 80 })).toBe(false);
    expect(when({ fact: 'overall', is: 'at_least', value: 101 })).toBe(false);
    expect(when({ fact: 'satisfaction', is: 'at_least', value: 4.5 })).toBe(true);
  });
});

test('the facts of a report are numbers, and nothing of who somebody is', () => {
  const report = {
    overall: 82,
    items: [
      { questionId: 'q1', score: 80, evidence: [], missing: [], flags: ['echo' as const] },
      { questionId: 'q2', score: 80, evidence: [], missing: [], flags: [] },
    ],
    dimensions: [
      { name: '沟通能力', weight: 0.9, score: 81, reasons: [] },
      { name: '文化匹配', weight: 0.1, score: 92, level: 5, reasons: [] },
    ],
  };
  const found = factsOf({
    report,
    competencies: [{ name: '沟通能力' }, { name: '文化匹配', kind: 'culture' }],
    state: { questionnaire: null },
    candidate: { source: 'campus' },
  });
  expect(found).toEqual({
    overall: 82,
    culture: 5,
    satisfaction: null,
    flags: 1,
    source: 1,
    'dimension:沟通能力': 81,
    'dimension:文化匹配': 92,
  });
});
