import type { Request } from '#functions/http/request.ts';
import type { Media } from '#functions/ports/clip.ts';
import type { People } from '#functions/ports/intake.ts';
import type { Directory, StaffActor } from '#functions/ports.ts';
import { intakeLimits } from '#shared/intake/files.ts';
import { ok, refuse } from '#shared/result.ts';

type Deps = { directory: Directory; people: People; media: Media };

/** A candidate as they stand, to be put right, and the résumé they handed in. */
export async function getCandidate(deps: Deps, { actor, params }: Request<'candidate.get', StaffActor>) {
  const { company } = actor;
  const [candidate, resume] = await Promise.all([
    deps.directory.candidate(company, params.candidateId),
    deps.people.resume(company, params.candidateId),
  ]);
  if (candidate === undefined) return refuse({ code: 'not_found' as const });
  const { candidateId, name, phone, email = '', headline, source = null } = candidate;
  const file = resume?.file && {
    name: resume.file.name,
    url: await deps.media.url(resume.file.key, intakeLimits.openMinutes),
  };
  return ok({ candidateId, name, phone, email, headline, source, resume: candidate.resume, file: file ?? null });
}
