import type { Request } from '#functions/http/request.ts';
import type { StaffActor } from '#functions/ports.ts';
import { ok, refuse } from '#shared/result.ts';
import { positionView, type ViewDeps } from './view.ts';

/** A position with everything an editor shows. */
export async function get(deps: ViewDeps, { actor, params }: Request<'position.get', StaffActor>) {
  const position = await deps.directory.position(actor.company, params.positionId);
  if (position === undefined) return refuse({ code: 'not_found' as const });
  return ok(await positionView(deps, actor.company, position));
}
