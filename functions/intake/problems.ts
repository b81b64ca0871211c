import type { Request } from '#functions/http/request.ts';
import type { Files } from '#functions/ports/intake.ts';
import type { StaffActor } from '#functions/ports.ts';
import { peopleOf } from '#shared/intake/candidate-row.ts';
import { ok } from '#shared/result.ts';
import { problemView, tableOf } from './table-of.ts';

/** An answer of Lambda's ends at 6 MB. */
const mostCharacters = 1_500_000;

/** The rows with a problem as they stand in the file, to be put right and handed in again. */
export async function problems(
  { files }: { files: Files },
  { actor, params, input }: Request<'intake.problems', StaffActor>,
) {
  const table = await tableOf(files, actor.company, params.fileId, 'candidates');
  if (!table.ok) return table;
  const { file, rows: all } = table.value;
  const found = Map.groupBy(peopleOf(all, input.columns).problems, ({ row }) => row);
  let room = mostCharacters;
  const rows = [...found].flatMap(([row, ones]) => {
    const cells = all[row - 2] ?? [];
    room -= cells.reduce((sum, cell) => sum + cell.length, 0);
    return room < 0 ? [] : [{ row, cells, problems: ones.map((one) => problemView(one, input.columns)) }];
  });
  return ok({ headers: file.headers, rows });
}
