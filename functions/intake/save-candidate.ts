import type { Request } from '#functions/http/request.ts';
import type { Sessions } from '#functions/ports/access.ts';
import type { FileRecord, Files, NewPerson, People } from '#functions/ports/intake.ts';
import type { Clock, Directory, Identities, Ids, StaffActor } from '#functions/ports.ts';
import { checkedPerson, type PersonProblem } from '#shared/intake/candidate-row.ts';
import type { CandidateField } from '#shared/intake/columns.ts';
import { ok, refuse } from '#shared/result.ts';
import { fileKey } from './file-key.ts';

type Deps = {
  files: Files;
  people: People;
  directory: Directory;
  clock: Clock;
  ids: Ids;
  sessions: Pick<Sessions, 'of' | 'end'>;
  identities: Pick<Identities, 'unbind'>;
};
type Problem = { field: CandidateField; problem: PersonProblem };

/** One candidate by hand, or out of a résumé's file once somebody has looked at what was read. */
export async function saveCandidate(deps: Deps, { actor, input }: Request<'candidate.save', StaffActor>) {
  const { company, userId } = actor;
  const { operationId, source } = input;
  const file = input.fileId === undefined ? undefined : await deps.files.get(company, input.fileId);
  if (input.fileId !== undefined && !isSaved(file)) return refuse({ code: 'file_not_ready' as const });
  const before =
    input.candidateId === undefined ? undefined : await deps.directory.candidate(company, input.candidateId);
  if (input.candidateId !== undefined && before === undefined) return refuse({ code: 'not_found' as const });

  const resume = input.resume ?? file?.text ?? before?.resume ?? '';
  const { person, problems } = checkedPerson({ ...input, resume });
  if (problems.length > 0) return answer(before?.candidateId ?? null, 'wrong', problems);
  const wanted: NewPerson = {
    candidateId: before?.candidateId ?? deps.ids.make('cand'),
    name: person.name,
    phone: person.phone,
    headline: person.headline,
    ...(person.email !== null && { email: person.email }),
    ...((source ?? before?.source) && { source: source ?? before?.source }),
  };
  const original = file && { key: fileKey.resume(company, file.fileId), name: file.name };
  const at = deps.clock.now().toISOString();
  const stored = { text: person.resume, at, file: original ?? null };
  if (before === undefined) {
    const added = await deps.people.add(company, wanted, stored, `${userId}#${operationId}`);
    return answer(added.candidateId, added.kind);
  }
  if (before.phone !== person.phone) await letNobodyStay(deps, company, before.candidateId);
  const kept = await deps.people.resume(company, before.candidateId);
  const changed = await deps.people.change(company, wanted);
  if (changed === 'absent') return refuse({ code: 'not_found' as const });
  if (changed === 'taken') return answer(before.candidateId, 'known');
  if (original !== undefined || kept?.text !== person.resume) {
    await deps.people.putResume(company, before.candidateId, { ...stored, file: original ?? kept?.file ?? null });
  }
  return answer(before.candidateId, 'changed');
}

/**
 * The number was wrong: whoever has the old one may have come in by the link that went there. Before it is put right, so that
 * a save that dies in between is simply done again.
 */
async function letNobodyStay({ sessions, identities }: Deps, company: string, candidateId: string): Promise<void> {
  await identities.unbind(company, candidateId);
  for (const { sessionId } of await sessions.of(company, candidateId))
    await sessions.end(company, candidateId, sessionId);
}

/** A scan has no text, and is worth keeping: somebody may type it beside. */
const isSaved = (file: FileRecord | undefined): file is FileRecord =>
  file !== undefined &&
  file.by !== null &&
  file.purpose === 'resume' &&
  (file.state === 'ready' || file.code === 'no_text');

const answer = (
  candidateId: string | null,
  outcome: 'added' | 'changed' | 'known' | 'wrong',
  problems: Problem[] = [],
) => ok({ candidateId, outcome, problems });
