import type { Request } from '#functions/http/request.ts';
import type { Files } from '#functions/ports/intake.ts';
import type { StaffActor } from '#functions/ports.ts';
import { candidateFields, roundFields, suggestedColumns } from '#shared/intake/columns.ts';
import { resumeFacts } from '#shared/intake/resume-facts.ts';
import { ok, refuse } from '#shared/result.ts';

/** How far a file is: what it holds, or why nothing could be read, and how far its import is. */
export async function get({ files }: { files: Files }, { actor, params, query }: Request<'intake.get', StaffActor>) {
  const { company } = actor;
  const [file, imported] = await Promise.all([
    files.get(company, params.fileId),
    query.importId === undefined ? undefined : files.import(company, params.fileId, query.importId),
  ]);
  // An applicant's file is not HR's to import.
  if (file === undefined || file.by === null) return refuse({ code: 'not_found' as const });
  const { name, purpose, state, code, headers, rows, text } = file;
  const columns = suggestedColumns(headers, purpose === 'rounds' ? roundFields : candidateFields);
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
