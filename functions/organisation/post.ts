import type { Request } from '#functions/http/request.ts';
import type { Operations, StaffActor } from '#functions/ports.ts';
import { numbersOf, othersFrom } from '#shared/organisation/numbers.ts';
import type { Post } from '#shared/organisation/records.ts';
import { ok, refuse } from '#shared/result.ts';
import { earlier, operationOf } from './earlier.ts';
import { hiredOf, type OpeningDeps, openingsOf } from './openings.ts';

/**
 * 编制 and 在职 of a position in a department. What is stored are those in post who did not come through an interview, so
 * whoever joins while HR writes, and whoever is undone, is neither lost nor counted twice.
 */
export async function savePost(
  deps: OpeningDeps & { operations: Operations },
  request: Request<'post.save', StaffActor>,
) {
  const { actor, params, input } = request;
  const { company } = actor;
  const [known, departments, position, before] = await Promise.all([
    earlier(deps.operations, 'post.save', request),
    deps.organisation.departments(company),
    deps.directory.position(company, params.positionId),
    deps.organisation.post(company, params.departmentId, params.positionId),
  ]);
  if (known !== undefined && !known.ok) return known;
  const isThere = departments.some(({ departmentId }) => departmentId === params.departmentId);
  if (!isThere || position === undefined) return refuse({ code: 'not_found' as const });
  if (known !== undefined)
    return before === undefined ? refuse({ code: 'not_found' as const }) : viewOf(deps, company, before);
  const version = before?.version ?? 0;
  if (version !== input.version) return refuse({ code: 'version_conflict' as const, details: { version } });
  const { headcount, inPost, joined } = input;
  const post: Post = { ...params, headcount, others: othersFrom(inPost, joined), version: version + 1 };
  const outcome = await deps.organisation.putPost(company, post, operationOf('post.save', request, {}));
  if (outcome === 'conflict') return refuse({ code: 'version_conflict' as const });
  if (outcome === 'operation_exists') return refuse({ code: 'operation_conflict' as const });
  return viewOf(deps, company, post);
}

async function viewOf(deps: OpeningDeps, company: string, post: Post) {
  const mine = (await openingsOf(deps, company)).filter(
    ({ requisition }) => requisition.departmentId === post.departmentId && requisition.positionId === post.positionId,
  );
  const hired = mine.map(hiredOf);
  const { headcount, inPost, vacancies } = numbersOf(post, hired);
  return ok({ version: post.version, headcount, inPost, vacancies });
}
