import { rules as words } from '../copy/zh/rules.ts';
import type { Rule, RuleSet } from './rule.ts';

/** Hours a rule waits for the questionnaire. */
const waitHours = 24;

const strong: Rule = {
  ruleId: 'rule_strong',
  name: words.names.strong,
  when: [
    { fact: 'overall', is: 'at_least', value: 80 },
    { fact: 'culture', is: 'at_least', value: 4 },
  ],
  concludes: 'second_interview',
  mode: 'propose',
  on: true,
};
const outstanding: Rule = {
  ruleId: 'rule_outstanding',
  name: words.names.outstanding,
  when: [
    { fact: 'overall', is: 'at_least', value: 90 },
    { fact: 'satisfaction', is: 'at_least', value: 4.5 },
  ],
  concludes: 'offer',
  mode: 'propose',
  // Praise would buy an offer: there for a company that wants it, and off.
  on: false,
};
const weak: Rule = {
  ruleId: 'rule_weak',
  name: words.names.weak,
  when: [{ fact: 'overall', is: 'less_than', value: 70 }],
  concludes: 'reject',
  mode: 'propose',
  on: true,
};
const passed: Rule = {
  ruleId: 'rule_passed',
  name: words.names.passed,
  when: [{ fact: 'overall', is: 'at_least', value: 80 }],
  concludes: 'onboarding',
  mode: 'propose',
  on: true,
};

/** S4's three rules, for a position with a second interview; S1's one (and S4's thanks) for a position without. */
export const templates: Record<'with_second_interview' | 'without', RuleSet> = {
  with_second_interview: { version: 1, waitHours, rules: [outstanding, strong, weak] },
  without: { version: 1, waitHours, rules: [passed, weak] },
};

/** Every rule that is shipped, to add one of them to rules of one's own. */
export const shipped: Rule[] = [strong, outstanding, passed, weak];

export const templateFor = (position: { secondInterview: boolean }): RuleSet =>
  position.secondInterview ? templates.with_second_interview : templates.without;
