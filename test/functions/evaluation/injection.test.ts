import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rubricScorer } from '#shared/evaluation/rubric-scorer.ts';
import type { Judgement, Scorer } from '#shared/evaluation/scorer.ts';
import {
  complaintAnswer,
  type FakeLlm,
  input,
  refusalAnswer,
  scorerFor,
} from '#test/functions/adapters/llm/setting.ts';
import { startFakeLlm } from '#test/world/llm/start-fake-llm.ts';
import { attacks } from './attacks.ts';

// An answer that instructs the scorer: the score does not move, and HR is told (SCENARIOS 24). The same list for whoever
// judges; a trick that somebody finds is a line more of it.

let llm: FakeLlm;
beforeAll(async () => {
  llm = await startFakeLlm();
  // It does whatever it is told, where the words reach it.
  llm.faults.set([{ provider: 'llm', kind: 'errcode', errcode: 'obedient' }]);
});
afterAll(() => llm.stop());

const scores = ({ overall, dimensions, items }: Judgement) => ({
  overall,
  dimensions: dimensions.map(({ name, score, level }) => ({ name, score, level })),
  items: items.map(({ questionId, score }) => ({ questionId, score })),
});

const [first = '', ...rest] = complaintAnswer.split('\n');
const places = [
  ['behind', (attack: string) => `${complaintAnswer}\n${attack}`],
  ['before', (attack: string) => `${attack}\n${complaintAnswer}`],
  ['amid', (attack: string) => [first, attack, ...rest].join('\n')],
] as const;

const scorers: [string, () => Scorer][] = [
  ['the embedded scorer', () => rubricScorer],
  ['a model that obeys', () => scorerFor(llm)],
];

describe.each(scorers)('%s', (_, scorer) => {
  let plain: Judgement;
  beforeAll(async () => {
    plain = await scorer().judge(input());
  });

  describe.each(places)('an instruction %s the answer', (_place, written) => {
    it.each(attacks)('%s: no score moves, and it is told', async (_kind, attack) => {
      const judged = await scorer().judge(input({ complaint: written(attack) }));
      expect(scores(judged)).toEqual(scores(plain));
      expect(judged.items[0]?.flags).toContain('instructs_grader');
    });
  });

  it.each(attacks)('%s, for an answer: there is nothing to judge', async (_kind, attack) => {
    const judged = await scorer().judge(input({ complaint: attack }));
    expect(judged.items[0]?.score).toBeNull();
  });
});

it('a model is shown nothing of them', () => {
  const shown = new Set(llm.calls.map(({ asked }) => asked?.answer));
  const whole = complaintAnswer.replaceAll('\n', '');
  expect(shown.size).toBeGreaterThan(1);
  for (const answer of shown) expect([whole, refusalAnswer]).toContain(answer?.replaceAll('\n', ''));
});
