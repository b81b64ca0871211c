import { describe, expect, it } from 'vitest';
import { rules as english } from '#shared/copy/en/rules.ts';
import { rules as words } from '#shared/copy/zh/rules.ts';
import { sources } from '#shared/organisation/records.ts';
import { lint } from '#shared/rules/lint.ts';
import { ruleSchema, ruleSetSchema } from '#shared/rules/rule.ts';
import { shipped, templates } from '#shared/rules/templates.ts';
import {
  changed,
  conditionOn,
  draftOf,
  type Fact,
  isSame,
  moved,
  newRuleId,
  put,
  readValue,
  stepped,
} from '../../../miniapp/src/hr/rules/draft.ts';
import { joined } from '../../../miniapp/src/hr/rules/replayed.ts';
import { areaText, draftText, findingText, ruleSentence } from '../../../miniapp/src/hr/rules/sentence.ts';

const { rules, waitHours } = templates.with_second_interview;
const [outstanding, strong, weak] = rules;
if (outstanding === undefined || strong === undefined || weak === undefined) throw new Error('no rules are shipped');
const score: Fact = { fact: 'overall', least: 0, most: 100, step: 1, names: null };
const content: Fact = { fact: 'satisfaction', least: 1, most: 5, step: 1, names: null };
const source: Fact = { fact: 'source', least: 0, most: 3, step: 1, names: [...sources] };
const facts = [score, content, source];

describe('rules as a person changes them', () => {
  it('move one place at a time, and stay where they cannot go on', () => {
    expect(moved(rules, 2, -1)).toEqual([outstanding, weak, strong]);
    expect(moved(moved(rules, 0, 1), 1, -1)).toEqual(rules);
    expect(moved(rules, 0, -1)).toBe(rules);
    expect(moved(rules, 2, 1)).toBe(rules);
  });

  it('a change there and back is none', () => {
    const there = changed(rules, { ...weak, when: put(weak.when, 0, { fact: 'overall', is: 'less_than', value: 60 }) });
    const draft = draftOf({ ruleSet: { ...templates.with_second_interview } });
    expect(isSame({ rules: there, waitHours }, draft)).toBe(false);
    expect(isSame({ rules: changed(there, weak), waitHours }, draft)).toBe(true);
    expect(isSame({ rules, waitHours: waitHours + 1 }, draft)).toBe(false);
  });

  it('what the editor makes of any fact is a rule that can be saved', () => {
    for (const fact of facts) {
      const rule = { ...weak, ruleId: newRuleId(rules, 1_767_574_800_000), when: [conditionOn(fact)] };
      expect(ruleSchema.parse(rule)).toEqual(rule);
    }
    const ids = [newRuleId(rules, 5), newRuleId([{ ...weak, ruleId: newRuleId(rules, 5) }], 5)];
    expect(new Set(ids).size).toBe(2);
    expect(ruleSetSchema.parse({ version: 1, rules: shipped, waitHours }).rules).toEqual(shipped);
  });

  it.each([
    ['80', score, 80],
    [' 4.5 ', content, 4.5],
    ['4，5', content, 4.5],
    ['', score, undefined],
    ['101', score, undefined],
    ['0', content, undefined],
    ['八十', score, undefined],
  ] as const)('「%s」', (text, fact, value) => {
    expect(readValue(text, fact)).toBe(value);
  });

  it('a step leads to what can occur, and not beyond', () => {
    expect([stepped(4.5, 1, content), stepped(4.5, -1, content)]).toEqual([5, 4]);
    expect([stepped(100, 1, score), stepped(0, -1, score), stepped(79, 1, score)]).toEqual([100, 0, 80]);
  });
});

describe('rules as a person reads them', () => {
  it('a rule is a sentence', () => {
    expect(ruleSentence(words, strong)).toBe('AI 综合分 ≥ 80 且 文化匹配 ≥ 4 → 邀请复试');
    const referred = { ...weak, when: [conditionOn(source)] };
    expect(ruleSentence(words, referred)).toBe('来源为内推 → 发送感谢函');
    expect(draftText(words, { rules, waitHours }).split('\n')).toHaveLength(4);
  });

  it('every source has a name in both languages', () => {
    expect(words.sources).toHaveLength(sources.length);
    expect(english.sources).toHaveLength(sources.length);
  });

  it('what narrows nothing is not said', () => {
    const band = (fact: string, from: number, to: number) => ({ fact, from, to });
    expect(areaText(words, [band('overall', 70, 79), band('satisfaction', 1, 5)], facts)).toBe('AI 综合分 70–79');
    expect(areaText(words, [band('overall', 0, 100)], facts)).toBe(words.editor.everything);
    expect(areaText(words, [band('source', 0, 1)], facts)).toBe('来源 内推、校招');
  });

  it('the linter in words: the gap 70-79, the overlap of 90, praise for an offer', () => {
    const all = rules.map((rule) => ({ ...rule, on: true }));
    const said = lint({ rules: all }).map((finding) => findingText(words, finding, all, facts));
    expect(said).toContainEqual(expect.stringContaining('AI 综合分 70–79'));
    expect(said).toContainEqual(expect.stringMatching(/AI 综合分 90–100.*同时满足 规则 1、规则 2，规则 1 先到/));
    expect(said).toContainEqual(expect.stringContaining('满意度换 offer'));
  });
});

it('two pages of a replay are one', () => {
  const page = {
    looked: 2,
    changed: [],
    counts: [
      { ruleId: 'rule_a', before: 1, after: 0 },
      { ruleId: null, before: 1, after: 2 },
    ],
    decided: { people: 1, before: 1, after: 0 },
  };
  expect(joined(page, { ...page, counts: page.counts.slice(1) })).toEqual({
    looked: 4,
    changed: [],
    counts: [
      { ruleId: 'rule_a', before: 1, after: 0 },
      { ruleId: null, before: 2, after: 4 },
    ],
    decided: { people: 2, before: 2, after: 0 },
  });
});
