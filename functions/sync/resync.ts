import type { Request } from '#functions/http/request.ts';
import type { StaffActor } from '#functions/ports.ts';
import { ok, refuse } from '#shared/result.ts';
import { type CheckDeps, check } from './check.ts';
import { type RecountDeps, recountAfter } from './recount.ts';

/** 「重新同步」: every copy of the status is held against a replay of the events, and healed. */
export async function resync(
  deps: CheckDeps & RecountDeps,
  { actor, params }: Request<'interview.resync', StaffActor>,
) {
  const { company, userId: by } = actor;
  const wanted = { company, interviewId: params.interviewId, cause: 'asked' as const, by };
  const done = await check(deps, wanted);
  if (done === undefined) return refuse({ code: 'not_found' as const });
  await recountAfter(deps, done, wanted);
  return ok({ version: done.version, healed: done.changed });
}
