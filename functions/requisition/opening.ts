import type { Copies, Directory } from '#functions/ports.ts';
import { effectiveSettings } from '#shared/settings.ts';

/** A requisition with its position and company, and whether it still takes people. */
export async function openingOf(
  { directory, copies }: { directory: Directory; copies: Copies },
  company: string,
  requisitionId: string,
) {
  const requisition = await directory.requisition(company, requisitionId);
  const [owner, position, progress] = await Promise.all([
    directory.company(company),
    requisition && directory.position(company, requisition.positionId),
    requisition && copies.progress(company, requisitionId),
  ]);
  if (!requisition || !owner || !position || !progress) return undefined;
  const settings = effectiveSettings(owner.settings, position.settings);
  return {
    requisition,
    owner,
    position,
    settings,
    open: progress.closedAt === null && progress.filled < requisition.vacancies,
  };
}
