import type { Audit } from '#functions/ports/audit.ts';
import type { Clock } from '#functions/ports.ts';
import { plusMinutes } from '#shared/interview/windows.ts';
import { type AnchorDeps, anchor } from './anchor.ts';

export type ChainDeps = AnchorDeps & { audit: Audit; clock: Clock };
type Failed = (what: 'chained' | 'anchored', company: string, error: unknown) => void;

/** Minutes until a company's records are looked at again: where there were some, and where there were none. */
const again = { busy: 1, quiet: 5 };

/** Chains what was noted in every company, and notes each chain's end elsewhere. One company's trouble is not another's. */
export async function chainDue(deps: ChainDeps, onFailure: Failed) {
  const { audit, clock } = deps;
  let chained = 0;
  for (const company of await audit.due(clock.now())) {
    try {
      const records = await audit.chain(company);
      chained += records;
      await anchor(deps, company).catch((error: unknown) => onFailure('anchored', company, error));
      await audit.putOff(company, plusMinutes(clock.now().toISOString(), records > 0 ? again.busy : again.quiet));
    } catch (error) {
      onFailure('chained', company, error);
    }
  }
  return chained;
}
