import type { Clock, Directory, Slots } from '#functions/ports.ts';
import type { Company } from '#shared/organisation/records.ts';
import { freeIn } from '#shared/schedule/slots.ts';
import { effectiveSettings } from '#shared/settings.ts';

type Deps = { directory: Pick<Directory, 'position'>; slots: Pick<Slots, 'from'>; clock: Clock };

/** Places that are free in the times a position offers from now on; null where no time is booked. */
export async function freePlaces(
  { directory, slots, clock }: Deps,
  company: string,
  owner: Company | undefined,
  positionId: string,
): Promise<number | null> {
  const position = await directory.position(company, positionId);
  if (!effectiveSettings(owner?.settings, position?.settings).booking) return null;
  const ahead = await slots.from(company, positionId, clock.now().toISOString());
  return ahead.reduce((sum, slot) => sum + freeIn(slot), 0);
}
