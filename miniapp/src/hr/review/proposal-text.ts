import type { rules } from '#shared/copy/zh/rules.ts';
import type { Review } from './dossier.ts';

type Condition = NonNullable<Review['proposal']>['checked'][number]['conditions'][number];
type Words = Pick<typeof rules, 'facts' | 'dimension' | 'condition' | 'known' | 'unknown'>;

const prefix = 'dimension:';

/** 「AI 综合分 ≥ 80（本次 84）」 */
export function conditionText(words: Widened<Words>, { fact, is, value, known }: Condition): string {
  const name = fact.startsWith(prefix)
    ? words.dimension(fact.slice(prefix.length))
    : words.facts[fact as keyof Words['facts']];
  const here = words.known(known === null ? words.unknown : String(known));
  return `${words.condition[is](name, String(value))} (${here})`;
}

/** The copy's words, whatever language they are in. */
type Widened<T> = {
  [K in keyof T]: T[K] extends (...values: infer V) => string
    ? (...values: V) => string
    : T[K] extends string
      ? string
      : Widened<T[K]>;
};
