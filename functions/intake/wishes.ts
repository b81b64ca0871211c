import type { Request } from '#functions/http/request.ts';
import type { Files, Openings, Wish } from '#functions/ports/intake.ts';
import type { Clock, Copies, Directory, StaffActor } from '#functions/ports.ts';
import { openingOf } from '#functions/requisition/opening.ts';
import { matchResume } from '#shared/application/match.ts';
import { type FileRefusal, isReadAgain } from '#shared/intake/files.ts';
import { sources } from '#shared/organisation/records.ts';
import { ok, refuse } from '#shared/result.ts';
import { standingOf } from './late.ts';

type Deps = { directory: Directory; copies: Copies; openings: Openings; files: Files; clock: Clock };

/** 「新投递」: who applied by the link, the newest first, each held against the position. */
export async function wishes(deps: Deps, { actor, params }: Request<'requisition.wishes', StaffActor>) {
  const { company } = actor;
  const opening = await openingOf(deps, company, params.requisitionId);
  if (opening === undefined) return refuse({ code: 'not_found' as const });
  const [all, applicants] = await Promise.all([
    deps.openings.wishes(company, params.requisitionId),
    deps.directory.applicants(company, params.requisitionId),
  ]);
  const { criteria } = opening.position;
  const rows = await Promise.all(
    all.map(async (wish) => {
      const candidate = await deps.directory.candidate(company, wish.candidateId);
      if (candidate === undefined) return [];
      const { candidateId, name, at, times, newer } = wish;
      return [
        {
          candidateId,
          name,
          at,
          times,
          headline: candidate.headline,
          source: sources.find((one) => one === wish.source) ?? null,
          ...(await resumeOf(deps, company, wish, candidate.resume)),
          match: matchResume(newer?.text ?? candidate.resume, criteria, opening.settings.matchThreshold),
          applicationId: applicants.get(candidateId) ?? null,
        },
      ];
    }),
  );
  return ok({ wishes: rows.flat().sort((a, b) => b.at.localeCompare(a.at)) });
}

type Resume = {
  resume: 'none' | 'reading' | 'unread' | 'there' | 'newer';
  unread: { fileId: string; code: FileRefusal; again: boolean } | null;
};

/** What cannot be read, or was read for too long, is said with its reason; a résumé that is there all the same counts. */
async function resumeOf(
  { files, clock }: Deps,
  company: string,
  { fileId, newer, unread }: Wish,
  text: string,
): Promise<Resume> {
  const failed = (about: Wish['unread']) => about && { ...about, again: isReadAgain(about.code) };
  if (fileId !== null) {
    const file = await files.get(company, fileId);
    const { state, code } = file ? standingOf(file, clock.now()) : { state: 'failed', code: 'gave_up' as const };
    if (state !== 'failed') return { resume: 'reading', unread: null };
    return { resume: 'unread', unread: failed({ fileId, code: code ?? 'gave_up' }) };
  }
  const resume = newer !== null ? 'newer' : text !== '' ? 'there' : unread !== null ? 'unread' : 'none';
  return { resume, unread: failed(unread) };
}
