import type { Request } from '#functions/http/request.ts';
import type { Copies, Directory, StaffActor } from '#functions/ports.ts';
import { ok } from '#shared/result.ts';

/** Open requisitions with their headcount and 「已完成1/2面试」. */
export async function list(
  { directory, copies }: { directory: Directory; copies: Copies },
  { actor }: Request<'requisition.list', StaffActor>,
) {
  const all = (await directory.requisitions(actor.company)).sort((a, b) => a.openedAt.localeCompare(b.openedAt));
  const requisitions = await Promise.all(
    all.map(async ({ requisitionId, positionId, department, position, headcount, inPost, vacancies }) => ({
      requisitionId,
      positionId,
      department,
      position,
      headcount,
      inPost,
      vacancies,
      ...(await copies.progress(actor.company, requisitionId)),
    })),
  );
  return ok({ requisitions });
}
