import type { Clock, Directory, Interviews, Slots } from '#functions/ports.ts';
import { localTime } from '#shared/copy/zh/local-time.ts';
import { plusHours } from '#shared/interview/windows.ts';
import { freeIn } from '#shared/schedule/slots.ts';
import { effectiveSettings } from '#shared/settings.ts';

export type SlotDeps = { interviews: Interviews; directory: Directory; slots: Slots; clock: Clock };

/** The free times of a position from now on, as far ahead as the company shows them. */
export async function freeSlots(
  { directory, slots, clock }: Omit<SlotDeps, 'interviews'>,
  company: string,
  positionId: string,
) {
  const [owner, position] = await Promise.all([directory.company(company), directory.position(company, positionId)]);
  const { timeZone, bookingDays } = effectiveSettings(owner?.settings, position?.settings);
  const now = clock.now().toISOString();
  const until = plusHours(now, bookingDays * 24);
  const all = await slots.from(company, positionId, now);
  const free = all.filter((slot) => freeIn(slot) > 0 && slot.startsAt > now && slot.startsAt <= until);
  return {
    timeZone,
    slots: free.map((slot) => {
      const { slotId, startsAt, endsAt } = slot;
      return { slotId, startsAt, endsAt, text: localTime(startsAt, timeZone), free: freeIn(slot) };
    }),
  };
}
