import type { StoredOutcome } from '#functions/ports/outcomes.ts';
import type { Outcome } from '#shared/contract/learning.ts';
import type { OutcomeRow } from '#shared/intake/outcome-row.ts';

type Said = Pick<OutcomeRow, 'retention' | 'leftOn' | 'probation' | 'performance'>;

/** What is known once this is said as well: what a table, or a system, leaves out stays as it is known. */
export const mergedOutcome = (applicationId: string, known: StoredOutcome | undefined, said: Said): Outcome => ({
  applicationId,
  retention: said.retention ?? known?.retention ?? null,
  leftOn: said.leftOn ?? (said.retention === 'there' ? null : (known?.leftOn ?? null)),
  probation: said.probation ?? known?.probation ?? null,
  performance: said.performance ?? known?.performance ?? null,
});
