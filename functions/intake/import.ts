import { isDeepStrictEqual } from 'node:util';
import type { Request } from '#functions/http/request.ts';
import type { Files, ImportRecord } from '#functions/ports/intake.ts';
import type { Clock, StaffActor } from '#functions/ports.ts';
import { ok, refuse } from '#shared/result.ts';
import { tableOf } from './table-of.ts';

/** Asks for the import; it is done elsewhere. The same operation asked for again is the same import. */
export async function importPeople(
  { files, clock }: { files: Files; clock: Clock },
  { actor, params, input }: Request<'intake.import', StaffActor>,
) {
  const { company, userId } = actor;
  const table = await tableOf(files, company, params.fileId, 'candidates');
  if (!table.ok) return table;
  const record = await files.beginImport(company, params.fileId, {
    importId: importIdOf(input.operationId),
    columns: input.columns,
    by: userId,
    at: clock.now().toISOString(),
    state: 'running',
    done: 0,
    all: table.value.rows.length,
    added: 0,
    known: 0,
    skipped: 0,
  });
  if (!isDeepStrictEqual([...record.columns], input.columns)) return refuse({ code: 'operation_conflict' as const });
  return ok(importView(record));
}

const importView = ({ importId, state, done, all, added, known, skipped }: ImportRecord) => ({
  importId,
  state,
  done,
  all,
  added,
  known,
  skipped,
});

/** Ids are lower-case letters and digits; an operation's may hold more. */
const importIdOf = (operationId: string): string =>
  `imp_${Buffer.from(operationId, 'utf8').toString('hex').slice(-40)}`;
