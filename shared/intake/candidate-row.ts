import { type CandidateField, type Columns, candidateFields, valuesOf } from './columns.ts';
import { intakeLimits } from './files.ts';
import { phoneOf } from './phone.ts';

export const personProblems = [
  'name_missing',
  'name_too_long',
  'phone_missing',
  'phone_rounded',
  'phone_invalid',
  'email_invalid',
  'headline_too_long',
  'resume_too_long',
  'repeated',
] as const;
export type PersonProblem = (typeof personProblems)[number];

type Person = { name: string; phone: string; email: string | null; headline: string; resume: string };
/** `row` counts as a spreadsheet does: the header is 1. `first`: the row that a `repeated` one repeats. */
export type FoundProblem = { row: number; field: CandidateField; problem: PersonProblem; first?: number };
export type PersonRow = { row: number; person: Person };

const longest = { name: 40, headline: 120 } as const;
/** As a mail server takes it; whether somebody reads it nobody knows. */
const address = /^[^\s@<>,;"'()]{1,64}@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i;

/** One person as somebody wrote them down, made fit to be stored, and what is wrong with it. */
export function checkedPerson(given: Record<CandidateField, string>): {
  person: Person;
  problems: { field: CandidateField; problem: PersonProblem }[];
} {
  const name = tidy(given.name);
  const email = given.email.normalize('NFKC').trim().toLowerCase();
  const headline = tidy(given.headline);
  const resume = given.resume.trim();
  const called = phoneOf(given.phone);
  const wrong = (field: CandidateField, problem: PersonProblem, is: boolean) => (is ? [{ field, problem }] : []);
  return {
    person: {
      name,
      phone: 'phone' in called ? called.phone : '',
      email: email === '' ? null : email,
      headline,
      resume,
    },
    problems: [
      ...wrong('name', 'name_missing', name === ''),
      ...wrong('name', 'name_too_long', name.length > longest.name),
      ...('problem' in called ? [{ field: 'phone' as const, problem: called.problem }] : []),
      ...wrong('email', 'email_invalid', email !== '' && !(email.length <= 254 && address.test(email))),
      ...wrong('headline', 'headline_too_long', headline.length > longest.headline),
      ...wrong('resume', 'resume_too_long', resume.length > intakeLimits.resumeCharacters),
    ],
  };
}

/** The rows of a table (its header left out): whom it names, and what is wrong where. A row with a problem names nobody. */
export function peopleOf(
  rows: readonly (readonly string[])[],
  columns: Columns<CandidateField>,
): { people: PersonRow[]; problems: FoundProblem[] } {
  const people: PersonRow[] = [];
  const problems: FoundProblem[] = [];
  const seen = new Map<string, number>();
  for (const [i, cells] of rows.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const row = i + 2;
    const checked = checkedPerson(valuesOf(cells, columns, candidateFields));
    const found: FoundProblem[] = checked.problems.map((one) => ({ row, ...one }));
    for (const field of ['phone', 'email'] as const) {
      const value = checked.person[field];
      if (!value || found.some((one) => one.field === field)) continue;
      const first = seen.get(value);
      if (first === undefined) seen.set(value, row);
      else found.push({ row, field, problem: 'repeated', first });
    }
    if (found.length === 0) people.push({ row, person: checked.person });
    else problems.push(...found);
  }
  return { people, problems };
}

const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();
