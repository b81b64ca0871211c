import type { Request } from '#functions/http/request.ts';
import type { Learning } from '#functions/ports/learning.ts';
import type { Positions } from '#functions/ports/positions.ts';
import type { WorkbenchRows } from '#functions/ports/workbench.ts';
import type { Copies, Directory, Interviews, StaffActor } from '#functions/ports.ts';
import { invitationsFor } from '#shared/analytics/forecast-demand.ts';
import { lists } from '#shared/application/workbench-places.ts';
import { fillsSeat } from '#shared/interview/hiring.ts';
import { ok } from '#shared/result.ts';

type Deps = {
  learning: Learning;
  positions: Positions;
  directory: Directory;
  copies: Copies;
  rows: WorkbenchRows;
  interviews: Interviews;
};

/** People of the pool that a page names. */
const named = 8;

/** 用人需求: what is expected of each position, and who could be asked to apply again. HR sends, nothing is sent by itself. */
export async function demand(deps: Deps, { actor: { company } }: Request<'learning.demand', StaffActor>) {
  const [learned, positions, requisitions] = await Promise.all([
    deps.learning.newest(company, 'demand'),
    deps.positions.all(company),
    deps.directory.requisitions(company),
  ]);
  const forecasts = learned?.value.state === 'forecast' ? learned.value.forecasts : [];
  const rows = forecasts.flatMap((one) => {
    const position = positions.find(({ positionId }) => positionId === one.positionId);
    return position === undefined || position.archivedAt !== undefined ? [] : [{ one, position }];
  });
  const views = rows.map(async ({ one, position: { positionId, title, department } }) => ({
    positionId,
    title,
    department,
    requisitionId: await openOne(
      deps,
      company,
      requisitions.filter((requisition) => requisition.positionId === positionId),
    ),
    invitations: one.hiredPerInvited === null ? null : invitationsFor(one.expected, one.hiredPerInvited),
    pool: one.pooled === 0 ? [] : await poolOf(deps, company, positionId),
    pooled: one.pooled,
  }));
  return ok({ report: learned ?? null, positions: await Promise.all(views) });
}

async function openOne({ copies }: Deps, company: string, requisitions: { requisitionId: string; openedAt: string }[]) {
  for (const { requisitionId } of requisitions.toSorted((a, b) => b.openedAt.localeCompare(a.openedAt))) {
    if ((await copies.progress(company, requisitionId)).closedAt === null) return requisitionId;
  }
  return null;
}

/** The newest of a position's pool, by name; who was hired since is not asked. */
async function poolOf({ rows, interviews, directory }: Deps, company: string, positionId: string) {
  const list = lists.status('evaluated', positionId);
  const page = await rows.page(company, { lists: [list], newestFirst: true });
  const people = page.rows.map(async ({ applicationId, candidateId, interviewId }) => {
    const state = await interviews.load(company, interviewId);
    if (state?.outcome !== 'pool' && state?.outcome !== 'reject') return [];
    const others = await Promise.all(
      (await interviews.ofCandidate(company, candidateId)).map((id) => interviews.load(company, id)),
    );
    if (others.some((other) => other !== undefined && fillsSeat(other))) return [];
    const candidate = await directory.candidate(company, candidateId);
    return candidate === undefined ? [] : [{ applicationId, candidateId, name: candidate.name }];
  });
  return (await Promise.all(people)).flat().slice(0, named);
}
