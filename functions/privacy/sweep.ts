import type { PrivacyDue, PrivacyDues } from '#functions/ports/privacy.ts';
import type { Clock } from '#functions/ports.ts';
import { plusMinutes } from '#shared/interview/windows.ts';
import { privacyLimits } from '#shared/privacy/limits.ts';
import { type EraseDeps, erase } from './erase.ts';
import { type RetainDeps, retain } from './retain.ts';

export type PrivacySweepDeps = EraseDeps & RetainDeps & { dues: PrivacyDues; clock: Clock };

/** Minutes after which what failed, or may not be done for now, is tried again. */
const again = { failed: 10, held: 24 * 60 };

/** What is due of privacy, one after the other; what fails waits behind the others. `isOver`: nothing more is begun. */
export async function sweepPrivacy(
  deps: PrivacySweepDeps,
  onFailure: (due: PrivacyDue, error: unknown) => void,
  isOver: () => boolean = () => false,
): Promise<number> {
  const dues = await deps.dues.before(deps.clock.now(), privacyLimits.duesPage);
  const later = (minutes: number) => plusMinutes(deps.clock.now().toISOString(), minutes);
  let handled = 0;
  for (const due of dues) {
    if (isOver()) break;
    try {
      if (due.kind === 'retention') await retain(deps, due);
      else if ((await erase(deps, due.company, due.erasureId)) === 'held')
        await deps.dues.settle(due, later(again.held));
      handled += 1;
    } catch (error) {
      onFailure(due, error);
      await deps.dues.settle(due, later(again.failed)).catch((why: unknown) => onFailure(due, why));
    }
  }
  return handled;
}
