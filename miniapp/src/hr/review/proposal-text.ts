import { conditionSentence, valueText } from '../rules/sentence.ts';
import type { ruleWords } from '../words.ts';
import type { Review } from './dossier.ts';

type Condition = NonNullable<Review['proposal']>['checked'][number]['conditions'][number];

/** 「AI 综合分 ≥ 80（本次 84）」 */
export function conditionText(words: typeof ruleWords, { known, ...condition }: Condition): string {
  const here = known === null ? words.unknown : valueText(words, condition.fact, known);
  return `${conditionSentence(words, condition)} (${words.known(here)})`;
}
