import type { Conclusion } from '../interview/conclusion.ts';
import type { Facts } from './facts.ts';
import type { Condition, Rule, RuleSet } from './rule.ts';

/** `unknown`: the fact is not there, so nobody can say. */
export type Holds = 'yes' | 'no' | 'unknown';

/** Facts that are said by the candidate after the report, and so may still come. */
const saidLater: readonly string[] = ['satisfaction'];

const comparisons: Record<Condition['is'], (known: number, value: number) => boolean> = {
  at_least: (known, value) => known >= value,
  less_than: (known, value) => known < value,
  is: (known, value) => known === value,
};

export function holds({ fact, is, value }: Condition, facts: Record<string, number | null>): Holds {
  const known = facts[fact] ?? null;
  if (known === null) return 'unknown';
  return comparisons[is](known, value) ? 'yes' : 'no';
}

export type Checked = { rule: Rule; conditions: { condition: Condition; known: number | null; holds: Holds }[] };

/**
 * What the rules say of one interview. `waits`: a rule before the one that matched, or the only one that could, needs
 * something the candidate has not said yet. `checked`: every rule up to the deciding one, condition by condition, so that
 * the proposal can be read.
 */
export type Proposal = { conclusion: Conclusion; rule: Rule | null; waits: boolean; checked: Checked[] };

/** Deterministic, and blind to everything but the facts. `waited`: the time for what comes later is over. */
export function propose({ rules }: Pick<RuleSet, 'rules'>, facts: Facts, waited: boolean): Proposal {
  const checked: Checked[] = [];
  for (const rule of rules) {
    if (!rule.on) continue;
    const conditions = rule.when.map((condition) => ({
      condition,
      known: facts[condition.fact] ?? null,
      holds: holds(condition, facts),
    }));
    checked.push({ rule, conditions });
    if (conditions.some((one) => one.holds === 'no')) continue;
    const missing = conditions.filter((one) => one.holds === 'unknown');
    if (missing.length === 0) return { conclusion: rule.concludes, rule, waits: false, checked };
    const mayCome = missing.every(({ condition }) => saidLater.includes(condition.fact));
    if (mayCome && !waited) return { conclusion: 'person', rule, waits: true, checked };
  }
  return { conclusion: 'person', rule: null, waits: false, checked };
}
