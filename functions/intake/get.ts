import type { Request } from '#functions/http/request.ts';
import type { Files } from '#functions/ports/intake.ts';
import type { Clock, StaffActor } from '#functions/ports.ts';
import {
  candidateFields,
  type IntakeField,
  organisationFields,
  outcomeFields,
  roundFields,
  suggestedColumns,
} from '#shared/intake/columns.ts';
import type { FilePurpose } from '#shared/intake/files.ts';
import { resumeFacts } from '#shared/intake/resume-facts.ts';
import { ok, refuse } from '#shared/result.ts';
import { standingOf } from './late.ts';

const fieldsOf: Record<FilePurpose, readonly IntakeField[]> = {
  candidates: candidateFields,
  rounds: roundFields,
  organisation: organisationFields,
  outcomes: outcomeFields,
  resume: candidateFields,
};

/** How far a file is: what it holds, or why nothing could be read, and how far its import is. */
export async function get(
  { files, clock }: { files: Files; clock: Clock },
  { actor, params, query }: Request<'intake.get', StaffActor>,
) {
  const { company } = actor;
  const [file, imported] = await Promise.all([
    files.get(company, params.fileId),
    query.importId === undefined ? undefined : files.import(company, params.fileId, query.importId),
  ]);
  // An applicant's file is not HR's to import.
  if (file === undefined || file.by === null) return refuse({ code: 'not_found' as const });
  const { name, purpose, headers, rows, text } = file;
  const { state, code } = standingOf(file, clock.now());
  const columns = suggestedColumns(headers, fieldsOf[purpose]);
  const facts = resumeFacts(text ?? '');
  return ok({
    name,
    purpose,
    state,
    code,
    headers,
    rows,
    columns: [...columns],
    text,
    facts,
    import: imported ?? null,
  });
}
