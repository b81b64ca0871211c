import type { Request } from '#functions/http/request.ts';
import type { Files, People } from '#functions/ports/intake.ts';
import type { StaffActor } from '#functions/ports.ts';
import { peopleOf } from '#shared/intake/candidate-row.ts';
import { ok } from '#shared/result.ts';
import { knownAmong, problemView, tableOf } from './table-of.ts';

const shown = { sample: 50, problems: 200, text: 60 } as const;

/** What an import with these columns would do. Writes nothing. */
export async function preview(
  { files, people }: { files: Files; people: People },
  { actor, params, input }: Request<'intake.preview', StaffActor>,
) {
  const table = await tableOf(files, actor.company, params.fileId, 'candidates');
  if (!table.ok) return table;
  const { columns } = input;
  const found = peopleOf(table.value.rows, columns);
  const known = await knownAmong(people, actor.company, found.people);
  const cellOf = (row: number, field: (typeof columns)[number]) =>
    (table.value.rows[row - 2]?.[columns.indexOf(field)] ?? '').slice(0, shown.text);
  return ok({
    new: found.people.length - known.size,
    known: known.size,
    wrong: new Set(found.problems.map(({ row }) => row)).size,
    sample: found.people.slice(0, shown.sample).map(({ row, person: { name, phone, headline } }) => ({
      row,
      name,
      phone,
      headline,
      known: known.has(row),
    })),
    problems: found.problems.slice(0, shown.problems).map((one) => ({
      ...problemView(one, columns),
      row: one.row,
      text: cellOf(one.row, one.field),
    })),
  });
}
