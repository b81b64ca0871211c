import type { Request } from '#functions/http/request.ts';
import type { Files, Openings } from '#functions/ports/intake.ts';
import type { Clock, StaffActor } from '#functions/ports.ts';
import { isReadAgain } from '#shared/intake/files.ts';
import { ok, refuse } from '#shared/result.ts';
import { standingOf } from './late.ts';

type Deps = { files: Files; openings: Openings; clock: Clock };

/** Another try at a file whose reading was given up, HR's own or an applicant's. Said again while it is read, it is one. */
export async function readAgain(deps: Deps, { actor, params }: Request<'intake.readAgain', StaffActor>) {
  const { company } = actor;
  const { fileId } = params;
  const file = await deps.files.get(company, fileId);
  if (file === undefined) return refuse({ code: 'not_found' as const });
  const now = deps.clock.now();
  const { state, code } = standingOf(file, now);
  if (state !== 'failed') return ok({ state });
  if (!isReadAgain(code)) return refuse({ code: 'file_not_ready' as const });
  const { applicant } = file;
  const wish = applicant && (await deps.openings.wish(company, applicant.requisitionId, applicant.candidateId));
  if (wish && (wish.unread?.fileId === fileId || wish.fileId === fileId)) {
    await deps.openings.putWish(company, { ...wish, fileId, unread: null });
  }
  await deps.files.readAgain(company, fileId, now.toISOString());
  return ok({ state: 'reading' as const });
}
