import type { Audit } from '#functions/ports/audit.ts';
import type { Clock } from '#functions/ports.ts';
import { plusMinutes } from '#shared/interview/windows.ts';

export type ChainDeps = { audit: Audit; clock: Clock };

/** Minutes until a company's records are looked at again: where there were some, and where there were none. */
const again = { busy: 1, quiet: 5 };

/** Chains what was noted in every company. One company's trouble is not another's. */
export async function chainDue({ audit, clock }: ChainDeps, onFailure: (company: string, error: unknown) => void) {
  let chained = 0;
  for (const company of await audit.due(clock.now())) {
    try {
      const records = await audit.chain(company);
      chained += records;
      await audit.putOff(company, plusMinutes(clock.now().toISOString(), records > 0 ? again.busy : again.quiet));
    } catch (error) {
      onFailure(company, error);
    }
  }
  return chained;
}
