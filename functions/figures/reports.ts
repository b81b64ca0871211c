import type { Request } from '#functions/http/request.ts';
import type { StaffActor } from '#functions/ports.ts';
import { dimensionValues } from '#shared/figures/names.ts';
import { ok, refuse } from '#shared/result.ts';
import type { ReportDeps } from './own-breakdowns.ts';

export const reports = async (deps: ReportDeps, { actor }: Request<'figures.reports', StaffActor>) =>
  ok(await deps.reports.read(actor.company));

/** All of them at once, on what was read: who comes second looks again. */
export async function saveReports(deps: ReportDeps, { actor, input }: Request<'figures.saveReports', StaffActor>) {
  const { version, reports: all } = input;
  const strange = all.some(({ dimension, groups }) => {
    const values: readonly string[] = dimensionValues[dimension];
    const used = groups.flatMap((group) => group.values);
    return used.some((value) => !values.includes(value)) || new Set(used).size < used.length;
  });
  const twice = new Set(all.map(({ reportId }) => reportId)).size < all.length;
  if (strange || twice) return refuse({ code: 'invalid_input' as const, details: { fields: ['reports'] } });
  const written = await deps.reports.write(actor.company, { version: version + 1, reports: all });
  if (written) return ok({ version: version + 1, reports: all });
  const now = await deps.reports.read(actor.company);
  // A reply that was lost: what was asked for is what stands.
  const same = now.version === version + 1 && JSON.stringify(now.reports) === JSON.stringify(all);
  return same ? ok(now) : refuse({ code: 'version_conflict' as const, details: { version: now.version } });
}
