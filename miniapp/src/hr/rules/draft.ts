import type { Output } from '#shared/contract/operations.ts';

/** A position's rules as the server tells them, with all that it takes to change them. */
export type RulesView = Output<'position.rules'>;
export type Rule = RulesView['ruleSet']['rules'][number];
export type Condition = Rule['when'][number];
export type Fact = RulesView['facts'][number];
export type Judged = Output<'position.lintRules'>;
/** Rules that are not saved. */
export type Draft = { rules: Rule[]; waitHours: number };

export const draftOf = ({ ruleSet: { rules, waitHours } }: Pick<RulesView, 'ruleSet'>): Draft => ({ rules, waitHours });

export const isSame = (a: Draft, b: Draft): boolean =>
  a.waitHours === b.waitHours && JSON.stringify(a.rules) === JSON.stringify(b.rules);

/** With the rule at `index` so many places further; the same where it cannot go there. */
export function moved(rules: Rule[], index: number, by: number): Rule[] {
  const rule = rules[index];
  const to = index + by;
  if (rule === undefined || to < 0 || to >= rules.length) return rules;
  const others = rules.filter((one) => one !== rule);
  return [...others.slice(0, to), rule, ...others.slice(to)];
}

/** With this one in the place `at`, which may be one past the last. */
export const put = <T>(all: T[], at: number, one: T): T[] => [...all.slice(0, at), one, ...all.slice(at + 1)];

export const changed = (rules: Rule[], rule: Rule): Rule[] =>
  rules.map((one) => (one.ruleId === rule.ruleId ? rule : one));

/** Two rules never have one id, also not one that is gone long since: decisions name it. */
export function newRuleId(rules: Rule[], now: number): string {
  const id = `rule_${now.toString(36)}`;
  return rules.some(({ ruleId }) => ruleId === id) ? newRuleId(rules, now + 1) : id;
}

/** The first thing that a condition on this fact says. */
export function conditionOn({ fact, least, most, names }: Fact): Condition {
  const name = fact as Condition['fact'];
  if (names !== null) return { fact: name, is: 'is', value: least };
  return { fact: name, is: 'at_least', value: most === 100 ? 80 : most - 1 };
}

/** What was written, where it is a value that this fact can have or lies between two of them. */
export function readValue(text: string, { least, most }: Pick<Fact, 'least' | 'most'>): number | undefined {
  const value = Number(text.trim().replace(/[\uff0c,]/u, '.'));
  return text.trim() === '' || Number.isNaN(value) || value < least || value > most ? undefined : value;
}

/** The next value up or down that the fact can have. */
export function stepped(value: number, by: 1 | -1, { least, most, step }: Fact): number {
  const steps = (value - least) / step;
  const next = by === 1 ? Math.floor(steps + 1) : Math.ceil(steps - 1);
  return Math.min(most, Math.max(least, least + next * step));
}
