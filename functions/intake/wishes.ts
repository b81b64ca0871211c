import type { Request } from '#functions/http/request.ts';
import type { Openings, Wish } from '#functions/ports/intake.ts';
import type { Copies, Directory, StaffActor } from '#functions/ports.ts';
import { openingOf } from '#functions/requisition/opening.ts';
import { matchResume } from '#shared/application/match.ts';
import { sources } from '#shared/organisation/records.ts';
import { ok, refuse } from '#shared/result.ts';

type Deps = { directory: Directory; copies: Copies; openings: Openings };

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
          resume: resumeState(wish, candidate.resume),
          match: matchResume(newer?.text ?? candidate.resume, criteria, opening.settings.matchThreshold),
          applicationId: applicants.get(candidateId) ?? null,
        },
      ];
    }),
  );
  return ok({ wishes: rows.flat().sort((a, b) => b.at.localeCompare(a.at)) });
}

function resumeState({ fileId, newer }: Wish, text: string): 'none' | 'reading' | 'there' | 'newer' {
  if (fileId !== null) return 'reading';
  if (newer !== null) return 'newer';
  return text === '' ? 'none' : 'there';
}
