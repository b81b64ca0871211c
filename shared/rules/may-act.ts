import type { Conclusion } from '../interview/conclusion.ts';
import type { Proposal } from './evaluate.ts';

/** Who scored, and what the company allows, as far as it matters for what may be done without a person. */
export type Conditions = {
  /** 'name@version' or a name. */
  scorer: string;
  calibrated: boolean;
  /** The company lets rules turn people down. */
  rulesTurnDown: boolean;
};
/** 'person': it is a named person's, always. 'company', 'scorer': the company's word, or a calibrated model, is missing. */
export type Hindrance = 'person' | 'company' | 'scorer';

/** The scorer inside the product: it reads words, and never turns anybody down by itself. */
const embedded = 'rubric';

/** What is not here may be done by any rule. An offer binds the company; a refusal needs its own decision (PIPL Art. 24, EU AI Act). */
const bound: { [C in Conclusion]?: 'always' | 'unless_allowed' } = {
  offer: 'always',
  pool: 'unless_allowed',
  reject: 'unless_allowed',
};

/** Why a rule may not do what it concludes, but only propose it; undefined where it may. */
export function hindranceOf(conclusion: Conclusion, given: Conditions): Hindrance | undefined {
  const needs = bound[conclusion];
  if (conclusion === 'person' || needs === 'always') return 'person';
  if (needs === undefined) return undefined;
  if (!given.rulesTurnDown) return 'company';
  return given.calibrated && !given.scorer.startsWith(embedded) ? undefined : 'scorer';
}

export const mayAct = ({ rule, conclusion }: Pick<Proposal, 'rule' | 'conclusion'>, given: Conditions): boolean =>
  rule?.mode === 'act' && hindranceOf(conclusion, given) === undefined;
