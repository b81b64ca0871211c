import { aggregate, estimate } from './aggregate.ts';
import { type JudgedItem, judgeAnswer } from './judge-answer.ts';
import type { Judgement, Scorer, ScorerInput } from './scorer.ts';

const judgedItems = ({ items }: ScorerInput): JudgedItem[] => items.map(judgeAnswer);

/** The judgement, and beside it estimates for whatever could not be judged (ranking only, never shown as scores). */
export function judgeByRubric(input: ScorerInput): { judgement: Judgement; estimates: ReturnType<typeof estimate> } {
  const items = judgedItems(input);
  return { judgement: aggregate(input, items), estimates: estimate(input, items) };
}

/** The embedded scorer: what of the rubric was shown, in whose words ever, and how
 * much was told rather than claimed. No network, the same every time. */
export const rubricScorer: Scorer = {
  name: 'rubric',
  version: '2',
  calibrated: false,
  judge: async (input) => judgeByRubric(input).judgement,
};
