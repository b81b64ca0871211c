import type { FileRecord, Files, People } from '#functions/ports/intake.ts';
import type { FoundProblem, PersonRow } from '#shared/intake/candidate-row.ts';
import { type CandidateField, type Columns, columnLetter } from '#shared/intake/columns.ts';
import type { FilePurpose } from '#shared/intake/files.ts';
import { ok, type Result, refuse } from '#shared/result.ts';

type Table = { file: FileRecord; rows: string[][] };

/** A table that HR handed in and that is read. */
export async function tableOf(
  files: Files,
  company: string,
  fileId: string,
  purpose: FilePurpose,
): Promise<Result<Table, { code: 'not_found' | 'file_not_ready' }>> {
  const file = await files.get(company, fileId);
  if (file === undefined || file.by === null || file.purpose !== purpose) return refuse({ code: 'not_found' });
  if (file.state !== 'ready') return refuse({ code: 'file_not_ready' });
  return ok({ file, rows: await files.rows(company, fileId) });
}

/** Whom of these the company knows already, by phone or by mail. */
export async function knownAmong(people: People, company: string, rows: PersonRow[]): Promise<Set<number>> {
  const [phones, emails] = await Promise.all([
    people.byPhones(
      company,
      rows.map(({ person }) => person.phone),
    ),
    people.byEmails(
      company,
      rows.flatMap(({ person }) => person.email ?? []),
    ),
  ]);
  const known = rows.filter(({ person }) => phones.has(person.phone) || emails.has(person.email ?? ''));
  return new Set(known.map(({ row }) => row));
}

export const problemView = ({ field, problem, first }: FoundProblem, columns: Columns<CandidateField>) => ({
  column: columnLetter(columns, field),
  field,
  problem,
  first: first ?? null,
});
