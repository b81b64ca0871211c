import type { Request } from '#functions/http/request.ts';
import type { Learned, Learning } from '#functions/ports/learning.ts';
import type { Directory, StaffActor } from '#functions/ports.ts';
import { ok } from '#shared/result.ts';
import { effectiveSettings } from '#shared/settings.ts';

const listed = 26;

/** 爽约预测: whether there is one, how good it was on appointments it had not seen, and how it was before. */
export async function noShow(
  { learning, directory }: { learning: Learning; directory: Directory },
  { actor: { company } }: Request<'learning.noShow', StaffActor>,
) {
  const [past, owner] = await Promise.all([learning.past(company, 'no_show', listed), directory.company(company)]);
  return ok({
    found: past[0] ?? null,
    helps: effectiveSettings(owner?.settings).foreseeNoShows,
    history: past.map(historyOf),
  });
}

const historyOf = ({ version, at, value }: Learned<'no_show'>) => ({
  version,
  at,
  state: value.state,
  gain: value.state === 'insufficient' ? null : value.evidence.gain.mean / value.evidence.baseBrier,
});
