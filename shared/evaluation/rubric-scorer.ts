import { aggregate, estimate } from './aggregate.ts';
import { type JudgedItem, judgeAnswer } from './judge-answer.ts';
import { weigher } from './key-point-terms.ts';
import type { Judgement, Scorer, ScorerInput } from './scorer.ts';

function judgedItems({ items }: ScorerInput): JudgedItem[] {
  const weigh = weigher(items.flatMap(({ question }) => [question.prompt, ...question.keyPoints]));
  return items.map((item) => judgeAnswer(item, weigh));
}

/** The judgement, and beside it estimates for whatever could not be judged (ranking only, never shown as scores). */
export function judgeByRubric(input: ScorerInput): { judgement: Judgement; estimates: ReturnType<typeof estimate> } {
  const items = judgedItems(input);
  return { judgement: aggregate(input, items), estimates: estimate(input, items) };
}

/** The embedded scorer: looks for the rubric's key points in the candidate's own words. No network, the same every time. */
export const rubricScorer: Scorer = {
  name: 'rubric',
  version: '1',
  calibrated: false,
  judge: async (input) => judgeByRubric(input).judgement,
};
