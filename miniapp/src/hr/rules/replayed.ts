import type { Output } from '#shared/contract/operations.ts';

export type Replayed = Omit<Output<'position.replayRules'>, 'cursor'>;

/** Two parts of one replay as one. */
export function joined(a: Replayed, b: Replayed): Replayed {
  const ruleIds = [...new Set([...a.counts, ...b.counts].map(({ ruleId }) => ruleId))];
  const count = (ruleId: string | null, when: 'before' | 'after') =>
    [...a.counts, ...b.counts].filter((one) => one.ruleId === ruleId).reduce((sum, one) => sum + one[when], 0);
  return {
    looked: a.looked + b.looked,
    changed: [...a.changed, ...b.changed],
    counts: ruleIds.map((ruleId) => ({ ruleId, before: count(ruleId, 'before'), after: count(ruleId, 'after') })),
    decided: {
      people: a.decided.people + b.decided.people,
      before: a.decided.before + b.decided.before,
      after: a.decided.after + b.decided.after,
    },
  };
}
