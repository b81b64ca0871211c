import type { Words } from '#shared/copy/words.ts';
import type { rules } from '#shared/copy/zh/rules.ts';
import type { Review } from './dossier.ts';

type Condition = NonNullable<Review['proposal']>['checked'][number]['conditions'][number];
type RuleWords = Words<Pick<typeof rules, 'facts' | 'dimension' | 'condition' | 'known' | 'unknown'>>;

const prefix = 'dimension:';

/** 「AI 综合分 ≥ 80（本次 84）」 */
export function conditionText(words: RuleWords, { fact, is, value, known }: Condition): string {
  const name = fact.startsWith(prefix)
    ? words.dimension(fact.slice(prefix.length))
    : words.facts[fact as keyof RuleWords['facts']];
  const here = words.known(known === null ? words.unknown : String(known));
  return `${words.condition[is](name, String(value))} (${here})`;
}
