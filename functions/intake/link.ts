import type { Request } from '#functions/http/request.ts';
import type { Openings } from '#functions/ports/intake.ts';
import type { Clock, Copies, Directory, Ids, StaffActor } from '#functions/ports.ts';
import { openingOf } from '#functions/requisition/opening.ts';
import { ok, refuse } from '#shared/result.ts';

type Deps = { directory: Directory; copies: Copies; openings: Openings };

/** A requisition's own link, if it has one. */
export async function link(deps: Deps, { actor, params }: Request<'requisition.link', StaffActor>) {
  const opening = await openingOf(deps, actor.company, params.requisitionId);
  if (opening === undefined) return refuse({ code: 'not_found' as const });
  const found = await deps.openings.linkOf(actor.company, params.requisitionId);
  const { position, open } = opening;
  return ok({ linkId: found?.linkId ?? null, title: position.title, open, at: found?.at ?? null });
}

/** The first link, or another one in its place. Said twice, it is done once: the second names a link that is gone. */
export async function renewLink(
  deps: Deps & { clock: Clock; ids: Ids },
  { actor, params, input }: Request<'requisition.renewLink', StaffActor>,
) {
  const { company, userId } = actor;
  const { requisitionId } = params;
  const opening = await openingOf(deps, company, requisitionId);
  if (opening === undefined) return refuse({ code: 'not_found' as const });
  const { position, open } = opening;
  const found = await deps.openings.linkOf(company, requisitionId);
  const title = position.title;
  if (found !== undefined && found.linkId !== input.instead)
    return ok({ linkId: found.linkId, title, open, at: found.at });
  const at = deps.clock.now().toISOString();
  const linkId = deps.ids.make('lnk');
  await deps.openings.putLink({ linkId, company, requisitionId, by: userId, at });
  return ok({ linkId, title, open, at });
}
