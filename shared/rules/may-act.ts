import type { Proposal } from './evaluate.ts';

/** Who scored, as far as it matters for what may be done without a person. */
export type ScoredBy = { scorer: string; calibrated: boolean };

/** The scorer inside the product: it reads words, and never turns anybody down by itself. */
const embedded = 'rubric';

/**
 * Whether a rule may do what it concludes, or only propose it. An offer and a refusal belong to a named person (PIPL
 * Art. 24, EU AI Act), a refusal by rule needs a company's own decision and a calibrated language model.
 */
export function mayAct({ rule, conclusion }: Pick<Proposal, 'rule' | 'conclusion'>, by: ScoredBy): boolean {
  if (rule?.mode !== 'act' || conclusion === 'person') return false;
  if (conclusion !== 'reject' && conclusion !== 'pool') return true;
  return by.calibrated && !by.scorer.startsWith(embedded);
}
