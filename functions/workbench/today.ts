import type { Clock, Directory } from '#functions/ports.ts';
import { dateIn } from '#shared/application/workbench-places.ts';
import { effectiveSettings } from '#shared/settings.ts';
import type { Today } from './wanted.ts';

/** The day it is where the company is. */
export async function todayOf(
  { directory, clock }: { directory: Pick<Directory, 'company'>; clock: Clock },
  company: string,
): Promise<Today> {
  const { timeZone } = effectiveSettings((await directory.company(company))?.settings);
  return { timeZone, date: dateIn(timeZone, clock.now().toISOString()) };
}
