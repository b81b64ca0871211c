import type { Request } from '#functions/http/request.ts';
import type { Copies, Interviews, StaffActor } from '#functions/ports.ts';
import { ok, refuse } from '#shared/result.ts';
import { bringUpToDate } from './bring-up-to-date.ts';

/** 「重新同步」: every copy of the status is held against a replay of the events, and healed. */
export async function resync(
  deps: { interviews: Interviews; copies: Copies },
  { actor, params }: Request<'interview.resync', StaffActor>,
) {
  const done = await bringUpToDate(deps, actor.company, params.interviewId);
  if (done === undefined) return refuse({ code: 'not_found' as const });
  return ok({ version: done.version, healed: done.changed });
}
