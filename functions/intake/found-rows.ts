import type { People } from '#functions/ports/intake.ts';
import { type Columns, columnLetter, type IntakeField } from '#shared/intake/columns.ts';
import { type Who, whoFieldOf } from '#shared/intake/who.ts';
import type { InterviewState } from '#shared/interview/state.ts';

type Problem<F extends IntakeField, P extends string> = { row: number; field: F; problem: P };

/** The interviews that rows of a table are about, and the rows whose person is not found or is not one. */
export async function whoseRows<R extends { row: number; who: Who }, P extends string>(
  people: People,
  company: string,
  rows: readonly R[],
  interviewOf: (who: Who, candidates: Map<string, string>) => Promise<InterviewState | P>,
) {
  const phones = rows.flatMap(({ who }) => ('phone' in who ? [who.phone] : []));
  const candidates = await people.byPhones(company, phones);
  const found: { row: R; state: InterviewState }[] = [];
  const missing: Problem<'phone' | 'applicationId', P>[] = [];
  for (const row of rows) {
    const state = await interviewOf(row.who, candidates);
    if (typeof state === 'string') missing.push({ row: row.row, field: whoFieldOf(row.who), problem: state });
    else found.push({ row, state });
  }
  return { found, missing };
}

/** What is wrong with a table, from its first row on, with the column and the text it is about. */
export const shownProblems = <F extends IntakeField, P extends string>(
  problems: readonly Problem<F, P>[],
  table: readonly (readonly string[])[],
  columns: Columns<F>,
) =>
  problems
    .toSorted((a, b) => a.row - b.row)
    .map((one) => ({
      ...one,
      column: columnLetter(columns, one.field),
      text: (table[one.row - 2]?.[columns.indexOf(one.field)] ?? '').slice(0, 60),
    }));
