import type { Request } from '#functions/http/request.ts';
import type { Learning } from '#functions/ports/learning.ts';
import type { Positions } from '#functions/ports/positions.ts';
import type { Directory, StaffActor } from '#functions/ports.ts';
import { flaggedIn } from '#shared/analytics/fairness-pack.ts';
import { ok, refuse } from '#shared/result.ts';

type Deps = { learning: Learning; positions: Positions; directory: Directory };

/** Packs that are listed: two years of weeks. */
const listed = 104;

/** 公平性报告: the newest pack, or an older one, and how many categories each one flagged. */
export async function fairness(
  { learning, positions, directory }: Deps,
  { actor: { company }, query }: Request<'learning.fairness', StaffActor>,
) {
  const [past, all, owner] = await Promise.all([
    learning.past(company, 'fairness', listed),
    positions.all(company),
    directory.company(company),
  ]);
  const wanted = query.version === undefined ? past[0] : past.find(({ version }) => version === query.version);
  if (query.version !== undefined && wanted === undefined) return refuse({ code: 'not_found' as const });
  return ok({
    report: wanted ?? null,
    history: past.map(({ version, at, value }) => ({ version, at, people: value.people, flagged: flaggedIn(value) })),
    company: owner?.name ?? '',
    positions: all.map(({ positionId, title }) => ({ positionId, title })),
  });
}
