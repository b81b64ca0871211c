import * as z from 'zod';
import { conclusionSchema } from '../interview/conclusion.ts';
import { domainOf, type FactName, factNames } from './facts.ts';

const factSchema = z.custom<FactName>(
  (name) =>
    typeof name === 'string' && ((factNames as readonly string[]).includes(name) || /^dimension:.{1,40}$/u.test(name)),
  'no such fact',
);

/** `is`: of a fact whose values have names. A value is one that the fact can have, or lies between two of them. */
export const conditionSchema = z.object({
  fact: factSchema,
  is: z.enum(['at_least', 'less_than', 'is']),
  value: z.number(),
});
export type Condition = z.infer<typeof conditionSchema>;

function isPossible({ fact, is, value }: Condition): boolean {
  const { least, most, names } = domainOf(fact);
  const whole = is === 'is' ? Number.isInteger(value) : true;
  return (is === 'is') === (names !== undefined) && whole && value >= least && value <= most;
}

/** All conditions hold → the conclusion. 'propose': a named person taps it; 'act': it is done when the facts are there. */
export const ruleSchema = z.object({
  ruleId: z.string().regex(/^rule_[a-z0-9_]{2,40}$/),
  name: z.string().min(1).max(60),
  when: z.array(conditionSchema.refine(isPossible, 'no such value of this fact')).min(1).max(8),
  concludes: conclusionSchema,
  mode: z.enum(['propose', 'act']),
  /** Whoever owns the opening hears of it when this rule concludes. */
  notify: z.boolean().optional(),
  on: z.boolean(),
});
export type Rule = z.infer<typeof ruleSchema>;

/** Rules in their order: the first that matches decides. What no rule matches goes to a person, 「待人工判断」. */
export const ruleSetSchema = z.object({
  version: z.number().int().positive(),
  rules: z.array(ruleSchema).max(30),
  /** Hours a rule waits for what the candidate has not said yet; then it goes on without. */
  waitHours: z.number().int().nonnegative(),
});
export type RuleSet = z.infer<typeof ruleSetSchema>;
