import type { Directory } from '#functions/ports.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { effectiveSettings } from '#shared/settings.ts';

/** The zone in which this position's people read times. */
export async function zoneOf({ directory }: { directory: Directory }, company: string, { positionId }: InterviewState) {
  const [owner, position] = await Promise.all([directory.company(company), directory.position(company, positionId)]);
  return effectiveSettings(owner?.settings, position?.settings).timeZone;
}
