import type { Request } from '#functions/http/request.ts';
import type { Files, NewPerson, Openings, People, StoredResume, Wish } from '#functions/ports/intake.ts';
import type { Clock, Copies, Directory, Ids } from '#functions/ports.ts';
import { checkedPerson } from '#shared/intake/candidate-row.ts';
import { intakeLimits, isFileType } from '#shared/intake/files.ts';
import { ok, refuse } from '#shared/result.ts';
import { mayApply } from './may-apply.ts';
import { newFile } from './new-file.ts';

type Deps = {
  directory: Directory;
  copies: Copies;
  openings: Openings;
  people: People;
  files: Files;
  clock: Clock;
  ids: Ids;
};
const day = 24 * 60;

/**
 * A stranger applies. The answer is the same whoever they are: whether a phone is known is nobody's to learn. Nobody is
 * invited by it, and nothing that we have of a known person changes.
 */
export async function applySend(deps: Deps, { params, input, address }: Request<'apply.send', undefined>) {
  const { file, consent, operationId } = input;
  if (file !== undefined && !isFileType('resume', file.mime)) return refuse({ code: 'media_not_allowed' as const });
  const { person, problems } = checkedPerson(input);
  if (problems.length > 0) return ok({ received: false, problems });
  const allowed = await mayApply(deps, params.linkId, 'send', address);
  if (!allowed.ok) return allowed;
  const { company, requisitionId, linkId } = allowed.value;
  if (!(await deps.openings.allow(company, `phone#${linkId}#${person.phone}`, intakeLimits.applies.phone, day)))
    return refuse({ code: 'rate_limited' as const });

  const at = deps.clock.now().toISOString();
  const wanted: NewPerson = {
    candidateId: deps.ids.make('cand'),
    name: person.name,
    phone: person.phone,
    headline: person.headline,
    ...(person.email !== null && { email: person.email }),
    ...(input.source !== undefined && { source: input.source }),
  };
  const typed: StoredResume | undefined = person.resume === '' ? undefined : { text: person.resume, at, file: null };
  const { candidateId, kind } = await addedByPhone(deps.people, company, wanted, typed, `${linkId}#${operationId}`);
  const before = await deps.openings.wish(company, requisitionId, candidateId);
  if (before?.operation === operationId) return received;
  const wish: Wish = {
    candidateId,
    requisitionId,
    name: person.name,
    source: input.source ?? before?.source ?? null,
    at,
    times: (before?.times ?? 0) + 1,
    consent: { version: consent.version, at },
    operation: operationId,
    fileId: file?.fileId ?? null,
    unread: null,
    newer: before?.newer ?? null,
  };
  const beside = kind === 'known' && typed !== undefined && (await besides(deps, company, candidateId, typed));
  await deps.openings.apply(company, { ...wish, ...(beside && { newer: typed }) });
  if (file !== undefined) {
    const applicant = { requisitionId, candidateId };
    await deps.files.putOnce(company, newFile({ ...file, purpose: 'resume', by: null, at, applicant }));
  }
  return received;
}

const received = ok({ received: true, problems: [] });

/** One person is one phone. An address of mail that is somebody else's is left out: it must not lead to them. */
async function addedByPhone(
  people: People,
  company: string,
  wanted: NewPerson,
  resume: StoredResume | undefined,
  key: string,
) {
  const added = await people.add(company, wanted, resume, key);
  const known = await people.byPhones(company, [wanted.phone]);
  if (added.kind === 'added' || known.has(wanted.phone)) return added;
  const { email: _, ...without } = wanted;
  return people.add(company, without, resume, key);
}

/** Where there is no résumé yet this is it; else it waits beside, unless it says the same. */
async function besides({ people, directory }: Deps, company: string, candidateId: string, typed: StoredResume) {
  const candidate = await directory.candidate(company, candidateId);
  if (candidate !== undefined && candidate.resume !== '') return candidate.resume !== typed.text;
  await people.putResume(company, candidateId, typed);
  return false;
}
