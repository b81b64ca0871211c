import type { Rules } from '#functions/ports/rules.ts';
import type { Directory } from '#functions/ports.ts';
import type { InterviewStatus } from '#shared/interview/state.ts';
import { limits } from '#shared/limits.ts';

export type PastDeps = { rules: Pick<Rules, 'past'>; directory: Pick<Directory, 'requisitions'> };
/** Where a look back stands: in which opening, after which interview; how many it had. */
export type PastCursor = { looked: number; requisitionId?: string; before?: string };

const separator = '.';
export const writeCursor = ({ looked, requisitionId = '', before = '' }: PastCursor): string =>
  [looked, requisitionId, before].join(separator);

/** What was not written by `writeCursor` begins anew. */
export function readCursor(text: string): PastCursor {
  const [looked = '', requisitionId = '', before = ''] = text.split(separator);
  if (!/^\d{1,4}$/.test(looked)) return { looked: limits.replayed };
  return { looked: Number(looked), ...(requisitionId && { requisitionId }), ...(before && { before }) };
}

const over: readonly InterviewStatus[] = ['submitted', 'evaluated'];

/**
 * The next interviews of a position that were ended and may have a report: opening by opening, the newest first, one
 * query each through the opening's own copies.
 */
export async function pastPage(
  { rules, directory }: PastDeps,
  company: string,
  positionId: string,
  { requisitionId, before }: PastCursor,
): Promise<{ interviewIds: string[]; next: Omit<PastCursor, 'looked'> | undefined }> {
  const openings = (await directory.requisitions(company))
    .filter((one) => one.positionId === positionId)
    .toSorted((a, b) => b.openedAt.localeCompare(a.openedAt));
  const at = openings.findIndex((one) => one.requisitionId === requisitionId);
  const opening = openings[Math.max(0, at)];
  if (opening === undefined) return { interviewIds: [], next: undefined };
  const found = await rules.past(company, opening.requisitionId, { limit: limits.replayPage, before });
  const interviewIds = found.filter(({ status }) => over.includes(status)).map(({ interviewId }) => interviewId);
  const last = found.at(-1);
  if (found.length === limits.replayPage && last !== undefined) {
    return { interviewIds, next: { requisitionId: opening.requisitionId, before: last.interviewId } };
  }
  const following = openings[Math.max(0, at) + 1];
  return { interviewIds, next: following && { requisitionId: following.requisitionId } };
}
