import type { Request } from '#functions/http/request.ts';
import type { Ids, StaffActor } from '#functions/ports.ts';
import { positionFromTemplate } from '#shared/organisation/position/templates.ts';
import { refuse } from '#shared/result.ts';
import { earlier, type WriteDeps, writePosition } from './write.ts';

/** A new position, from a template or with one question to begin with. */
export async function create(deps: WriteDeps & { ids: Ids }, request: Request<'position.create', StaffActor>) {
  const { templateId, language, title, department } = request.input;
  const known = await earlier(deps, 'position.create', request);
  if (known !== undefined) return known;
  const positionId = deps.ids.make('pos');
  const after = positionFromTemplate(templateId, language, { positionId, title, department });
  if (after === undefined) return refuse({ code: 'not_found' as const });
  return writePosition(deps, 'position.create', request, { before: undefined, after, kind: 'created' });
}
