import { expect, test } from 'vitest';
import { estimatedMinutes, planSchema } from '#shared/interview/plan.ts';
import { limits } from '#shared/limits.ts';
import { backendPlan } from '#test/world/seeds/backend-plan.ts';
import { salesPlan } from '#test/world/seeds/sales-plan.ts';

const [question] = salesPlan.questions;
const [competency] = salesPlan.competencies;
if (question === undefined || competency === undefined) throw new Error('a plan without questions');
const taken = (changes: object) => planSchema.safeParse({ ...salesPlan, ...changes }).success;
const questions = (count: number) => Array.from({ length: count }, (_, i) => ({ ...question, id: `q${i}` }));

test('the plans of the world are plans', () => {
  for (const plan of [salesPlan, backendPlan]) expect(planSchema.parse(plan)).toEqual(plan);
});

test.each([
  ['no question', { questions: [] }],
  ['no required question: no end could ever count', { questions: [{ ...question, required: false }] }],
  ['more questions than one transaction can seal', { questions: questions(limits.questions + 1) }],
  ['a question without a key point', { questions: [{ ...question, keyPoints: [] }] }],
  ['an id that is not one', { questions: [{ ...question, id: 'Q 1' }] }],
  ['weights that do not add up', { competencies: [{ ...competency, weight: 0.5 }] }],
  ['no competency', { competencies: [] }],
])('not a plan: %s', (_, changes) => {
  expect(taken(changes)).toBe(false);
});

test('up to the limit it is one', () => {
  expect(taken({ questions: questions(limits.questions) })).toBe(true);
  expect(taken({ competencies: [0.1, 0.2, 0.3, 0.4].map((weight) => ({ ...competency, weight })) })).toBe(true);
});

test('the time it takes is what its questions take', () => {
  const plan = { ...salesPlan, questions: [2, 3.4].map((minutes) => ({ ...question, minutes })) };
  expect(estimatedMinutes(plan)).toBe(5);
});
