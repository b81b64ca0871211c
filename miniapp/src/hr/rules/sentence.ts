import type { Words } from '#shared/copy/words.ts';
import type { RuleCopy } from '#shared/copy/zh/rules.ts';
import type { Condition, Draft, Fact, Judged, Rule } from './draft.ts';

type RuleWords = Words<RuleCopy>;
type Finding = Judged['findings'][number];
type Band = { fact: string; from: number; to: number };

const prefix = 'dimension:';

export const factName = (words: RuleWords, fact: string): string =>
  fact.startsWith(prefix) ? words.dimension(fact.slice(prefix.length)) : words.facts[fact as keyof RuleWords['facts']];

/** An amount as it is, a name where the values have names. */
export const valueText = (words: RuleWords, fact: string, value: number): string =>
  fact === 'source' ? (words.sources[value] ?? String(value)) : String(value);

/** 「AI 综合分 ≥ 80」 */
export const conditionSentence = (words: RuleWords, { fact, is, value }: Condition): string =>
  words.condition[is](factName(words, fact), valueText(words, fact, value));

/** 「AI 综合分 ≥ 80 且 文化匹配 ≥ 4 → 邀请复试」 */
export const ruleSentence = (words: RuleWords, { when, concludes }: Pick<Rule, 'when' | 'concludes'>): string =>
  words.editor.sentence(
    when.map((one) => conditionSentence(words, one)).join(words.editor.and),
    words.editor.to[concludes],
  );

/** A set of rules as text, a line each, to be read beside another one. */
export const draftText = (words: RuleWords, { rules, waitHours }: Draft): string =>
  [
    ...rules.map(
      (rule, i) =>
        `${i + 1}. ${ruleSentence(words, rule)} (${rule.on ? words.editor.mode[rule.mode] : words.editor.off})`,
    ),
    `${words.editor.wait}: ${words.editor.waitOf(waitHours)}`,
  ].join('\n');

/** 「AI 综合分 70–79 且 文化匹配 0–3」: what does not narrow anything is left out. */
export function areaText(words: RuleWords, area: Band[], facts: Fact[]): string {
  const said = area.flatMap((band) => {
    const known = facts.find(({ fact }) => fact === band.fact);
    if (known && band.from === known.least && band.to === known.most) return [];
    return [bandText(words, band)];
  });
  return said.length === 0 ? words.editor.everything : said.join(words.editor.and);
}

function bandText(words: RuleWords, { fact, from, to }: Band): string {
  const name = factName(words, fact);
  if (fact === 'source') {
    const names = Array.from({ length: to - from + 1 }, (_, i) => valueText(words, fact, from + i));
    return words.editor.exactly(name, names.join(words.editor.list));
  }
  return from === to ? words.editor.exactly(name, String(from)) : words.editor.from(name, String(from), String(to));
}

/** 「规则 2」, by its place in the order. */
export function ruleName(words: RuleWords, rules: Rule[], ruleId: string): string {
  return words.editor.rule(rules.findIndex((one) => one.ruleId === ruleId) + 1);
}

/** A finding as a sentence. */
export function findingText(words: RuleWords, finding: Finding, rules: Rule[], facts: Fact[]): string {
  const { editor } = words;
  const rule = (ruleId: string) => ruleName(words, rules, ruleId);
  switch (finding.kind) {
    case 'gap':
      return editor.gap(areaText(words, finding.area, facts));
    case 'overlap': {
      const where = areaText(words, finding.area, facts);
      const all = finding.ruleIds.map(rule).join(editor.list);
      return finding.agree ? editor.agree(where, all) : editor.overlap(where, all, rule(finding.ruleIds[0] ?? ''));
    }
    case 'idle':
      return editor.idle(rule(finding.ruleId));
    case 'improper':
      return editor.improper[finding.fact === 'source' ? 'source' : 'satisfaction'](rule(finding.ruleId));
    case 'absent':
      return editor.absent(rule(finding.ruleId), factName(words, finding.fact));
    case 'unattended_refusal':
      return editor.unattended(rule(finding.ruleId));
    case 'too_wide':
      return editor.tooWide;
  }
}
