import type { Request } from '#functions/http/request.ts';
import type { Learned, Learning } from '#functions/ports/learning.ts';
import type { Positions, PositionVersion } from '#functions/ports/positions.ts';
import type { Directory, StaffActor } from '#functions/ports.ts';
import { ok } from '#shared/result.ts';

type Deps = { learning: Learning; positions: Positions; directory: Directory };

/** 权重建议: what those who were hired say of each position's weights, and which were approved last, by whom. */
export async function weights(deps: Deps, { actor: { company } }: Request<'learning.weights', StaffActor>) {
  const [all, learned] = await Promise.all([deps.positions.all(company), deps.learning.all(company, 'weights')]);
  const rows = all
    .filter(({ archivedAt }) => archivedAt === undefined)
    .map(async ({ positionId, title, plan }) => ({
      positionId,
      title,
      planVersion: plan.version,
      report: learned.find(({ subject }) => subject === positionId) ?? null,
      approved: await lastApproval(deps, company, positionId),
    }));
  // What waits for a person first.
  const found = (await Promise.all(rows)).sort((a, b) => rankOf(a.report) - rankOf(b.report));
  return ok({ positions: found });
}

const order = ['proposal', 'adverse', 'no_gain', 'insufficient'] as const;
const rankOf = (report: Learned<'weights'> | null): number =>
  report === null ? order.length : order.indexOf(report.value.state);

async function lastApproval({ positions, directory }: Deps, company: string, positionId: string) {
  const versions = await positions.versions(company, positionId);
  const approval = versions.findLast(({ kind }) => kind === 'weights');
  if (approval === undefined || approval.at === null || approval.by === null) return null;
  const { version, at, by } = approval;
  const rolledBack = versions.some((one: PositionVersion) => one.kind === 'weights_back' && one.version > version);
  const name = (await directory.staff(company, by))?.name ?? by;
  return { by: name, at, from: Math.max(1, version - 1), to: version, rolledBack };
}
