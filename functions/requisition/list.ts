import type { Request } from '#functions/http/request.ts';
import type { Openings } from '#functions/ports/intake.ts';
import type { Clock, Copies, Directory, Slots, StaffActor } from '#functions/ports.ts';
import { ok } from '#shared/result.ts';
import { freePlaces } from './free-places.ts';

type Deps = { directory: Directory; copies: Copies; slots: Slots; openings: Pick<Openings, 'waiting'>; clock: Clock };

/** Open requisitions with their headcount and 「已完成1/2面试」. */
export async function list(deps: Deps, { actor }: Request<'requisition.list', StaffActor>) {
  const { directory, copies } = deps;
  const [owner, waiting] = await Promise.all([directory.company(actor.company), deps.openings.waiting(actor.company)]);
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
      places: await freePlaces(deps, actor.company, owner, positionId),
      archived: (await deps.directory.position(actor.company, positionId))?.archivedAt !== undefined,
      wishes: waiting.get(requisitionId) ?? 0,
      ...(await copies.progress(actor.company, requisitionId)),
    })),
  );
  return ok({ requisitions });
}
