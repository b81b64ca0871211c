import type { Files, ImportRecord, People } from '#functions/ports/intake.ts';
import type { Clock, Ids } from '#functions/ports.ts';
import { type PersonRow, peopleOf } from '#shared/intake/candidate-row.ts';

export type ImportDeps = { files: Files; people: People; clock: Clock; ids: Ids };

/** Written side by side. */
const atOnce = 10;
/** After so many it is noted how far it is. */
const step = 100;

/** Puts the people of a table among the candidates. Whoever is known stays as they are; done again, everybody is there once. */
export async function importPeople(
  deps: ImportDeps,
  company: string,
  fileId: string,
  importId: string,
): Promise<string> {
  const { files } = deps;
  const asked = await files.import(company, fileId, importId);
  if (asked === undefined || asked.state === 'done') return 'settled';
  const { people, problems } = peopleOf(await files.rows(company, fileId), asked.columns);
  const skipped = new Set(problems.map(({ row }) => row)).size;
  let record: ImportRecord = { ...asked, done: skipped, all: people.length + skipped, added: 0, known: 0, skipped };
  for (let from = 0; from < people.length; from += atOnce) {
    const kinds = await Promise.all(
      people.slice(from, from + atOnce).map((one) => added(deps, company, `${fileId}#${importId}`, one)),
    );
    const fresh = kinds.filter((kind) => kind === 'added').length;
    record = {
      ...record,
      done: record.done + kinds.length,
      added: record.added + fresh,
      known: record.known + kinds.length - fresh,
    };
    if (from % step === 0) await files.noteImport(company, fileId, record);
  }
  await files.noteImport(company, fileId, { ...record, state: 'done' });
  return 'done';
}

async function added({ people, clock, ids }: ImportDeps, company: string, key: string, { row, person }: PersonRow) {
  const { name, phone, email, headline, resume } = person;
  const wanted = { candidateId: ids.make('cand'), name, phone, headline, ...(email !== null && { email }) };
  const stored = resume === '' ? undefined : { text: resume, at: clock.now().toISOString(), file: null };
  return (await people.add(company, wanted, stored, `${key}#${row}`)).kind;
}
