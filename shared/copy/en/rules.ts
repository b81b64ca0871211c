import type { Words } from '../words.ts';
import type * as zh from '../zh/rules.ts';

export const rules: Words<typeof zh.rules> = {
  names: {
    strong: 'High score and culture fit: second interview',
    outstanding: 'Outstanding and content: offer',
    weak: 'Below 70: letter of thanks',
    passed: '80 and above: onboarding',
  },
  facts: { overall: 'AI score', culture: 'Culture fit', satisfaction: 'Satisfaction', flags: 'Flags' },
  dimension: (name) => `Score of ${name}`,
  condition: {
    at_least: (fact, value) => `${fact} ≥ ${value}`,
    less_than: (fact, value) => `${fact} < ${value}`,
  },
  conclusion: {
    second_interview: 'Proposes a second interview',
    onboarding: 'Proposes onboarding',
    pool: 'Proposes the talent pool',
    reject: 'Proposes a letter of thanks',
    person: 'For a person to judge',
  },
  noRule: 'No rule applies; please judge yourself',
  waits: 'Waits for the candidate’s questionnaire',
  why: 'Why',
  less: 'Less',
  unknown: 'unknown',
  known: (value) => `here ${value}`,
  version: (version) => `Rules version ${version}`,
};
