import * as z from 'zod';
import { outcomeSchema } from '../interview/state.ts';
import { type FactName, factNames } from './facts.ts';

const factSchema = z.custom<FactName>(
  (name) =>
    typeof name === 'string' && ((factNames as readonly string[]).includes(name) || /^dimension:.{1,40}$/u.test(name)),
  'no such fact',
);

export const conditionSchema = z.object({
  fact: factSchema,
  is: z.enum(['at_least', 'less_than']),
  value: z.number(),
});
export type Condition = z.infer<typeof conditionSchema>;

/** What a rule leads to: a decision, or a person who makes one. */
export const conclusionSchema = z.enum([...outcomeSchema.options, 'person']);
export type Conclusion = z.infer<typeof conclusionSchema>;

/** All conditions hold → the conclusion. 'propose': a named person taps it; 'act': it is done when the facts are there. */
export const ruleSchema = z.object({
  ruleId: z.string().regex(/^rule_[a-z0-9_]{2,40}$/),
  name: z.string().min(1).max(60),
  when: z.array(conditionSchema).min(1).max(8),
  concludes: conclusionSchema,
  mode: z.enum(['propose', 'act']),
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
