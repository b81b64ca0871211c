import type { RuleSet } from '#shared/rules/rule.ts';

/** The rules of a position, version by version; none is ever changed. */
export type Rules = {
  newest(company: string, positionId: string): Promise<RuleSet | undefined>;
  /** False when that version is there already: somebody else was first. */
  save(company: string, positionId: string, ruleSet: RuleSet): Promise<boolean>;
};
