import type * as z from 'zod';
import type { proposalSchema } from '#shared/contract/rules.ts';
import type { Proposed } from './proposal.ts';

/** What the rules propose, as HR reads it. */
export const proposalView = ({
  ruleSet,
  proposal,
}: Pick<Proposed, 'ruleSet' | 'proposal'>): z.infer<typeof proposalSchema> => ({
  version: ruleSet.version,
  conclusion: proposal.conclusion,
  ruleId: proposal.rule?.ruleId ?? null,
  waits: proposal.waits,
  checked: proposal.checked.map(({ rule: { ruleId, name, concludes }, conditions }) => ({
    ruleId,
    name,
    concludes,
    conditions: conditions.map(({ condition, known, holds }) => ({ ...condition, known, holds })),
  })),
});
