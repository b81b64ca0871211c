import { columnNames as english } from '../copy/en/intake-columns.ts';
import { columnNames as chinese } from '../copy/zh/intake-columns.ts';

export const candidateFields = ['name', 'phone', 'email', 'headline', 'resume'] as const;
export const roundFields = ['phone', 'applicationId', 'round', 'score', 'passed', 'comment', 'day'] as const;
/** Of a table of departments and posts. */
export const organisationFields = ['department', 'post', 'headcount', 'inPost', 'head'] as const;
/** Of a table of how it went with people who were hired. */
export const outcomeFields = ['phone', 'applicationId', 'retention', 'leftOn', 'probation', 'performance'] as const;
export type CandidateField = (typeof candidateFields)[number];
export type RoundField = (typeof roundFields)[number];
export type OrganisationField = (typeof organisationFields)[number];
export type OutcomeField = (typeof outcomeFields)[number];
export type IntakeField = CandidateField | RoundField | OrganisationField | OutcomeField;

/** Which field a column holds, column by column; null: none of ours. */
export type Columns<F extends string = IntakeField> = readonly (F | null)[];

const plainHeader = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-:*()[\]\u3010\u3011\u3001]/g, '');

/** The mapping that the header suggests: exactly a known name first, then one that holds a known name; a field once. */
export function suggestedColumns<F extends IntakeField>(headers: readonly string[], fields: readonly F[]): Columns<F> {
  const columns: (F | null)[] = headers.map(() => null);
  const found = headers.map(plainHeader);
  const matches = [
    (header: string, name: string) => header === name,
    (header: string, name: string) => header.includes(name),
  ];
  for (const same of matches) {
    for (const field of fields) {
      if (columns.includes(field)) continue;
      const names = [...chinese[field], ...english[field]].map(plainHeader);
      const at = found.findIndex((header, i) => columns[i] === null && names.some((name) => same(header, name)));
      if (at >= 0) columns[at] = field;
    }
  }
  return columns;
}

/** A row by its fields; what no column holds is ''. */
export const valuesOf = <F extends string>(
  cells: readonly string[],
  columns: Columns<F>,
  fields: readonly F[],
): Record<F, string> =>
  Object.fromEntries(fields.map((field) => [field, cells[columns.indexOf(field)] ?? ''])) as Record<F, string>;

/** The letter of a column as a spreadsheet names it; null where no column holds the field. */
export function columnLetter<F extends string>(columns: Columns<F>, field: F): string | null {
  const at = columns.indexOf(field);
  if (at < 0) return null;
  return at < 26 ? letter(at) : `${letter(Math.floor(at / 26) - 1)}${letter(at % 26)}`;
}

const letter = (n: number): string => String.fromCharCode(65 + n);
