import { type Columns, type OrganisationField, organisationFields, valuesOf } from '../intake/columns.ts';

export const organisationProblems = [
  'department_missing',
  'name_too_long',
  'position_unknown',
  'head_unknown',
  'number_invalid',
  'number_missing',
  'repeated',
] as const;
export type OrganisationProblem = (typeof organisationProblems)[number];
type FoundRowProblem = { row: number; field: OrganisationField; problem: OrganisationProblem };

/** `path`: names from the top, as far as the table says. Null: no post, or no number in it. */
export type OrganisationRow = {
  row: number;
  path: string[];
  post: { positionId: string; position: string; headcount: number; inPost: number | null } | null;
  headUserId: string | null;
};
type Known = {
  positions: readonly { positionId: string; title: string }[];
  staff: readonly { userId: string; name: string }[];
};

const longestName = 40;
const most = 100_000;
const tidy = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim();

/** The rows of a table of departments and posts. A row with a problem is left out whole; the others are taken. */
export function organisationRowsOf(
  rows: readonly (readonly string[])[],
  columns: Columns<OrganisationField>,
  known: Known,
): { rows: OrganisationRow[]; problems: FoundRowProblem[] } {
  const found: OrganisationRow[] = [];
  const problems: FoundRowProblem[] = [];
  const seen = new Set<string>();
  for (const [i, cells] of rows.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const row = i + 2;
    const given = valuesOf(cells, columns, organisationFields);
    const wrong: FoundRowProblem[] = [];
    const say = (field: OrganisationField, problem: OrganisationProblem) => wrong.push({ row, field, problem });
    const path = pathIn(given.department);
    if (path.length === 0) say('department', 'department_missing');
    if (path.some((name) => name.length > longestName)) say('department', 'name_too_long');
    const post = postIn(given, known, say);
    const headUserId = headIn(given.head, known, say);
    const key = `${path.join('/')}#${post?.positionId ?? ''}`;
    if (wrong.length === 0 && seen.has(key)) say(post === null ? 'department' : 'post', 'repeated');
    if (wrong.length > 0) problems.push(...wrong);
    else {
      seen.add(key);
      found.push({ row, path, post, headUserId });
    }
  }
  return { rows: found, problems };
}

/** 「华东制造/销售部」, 「华东制造 > 销售部」 or the name alone. */
const pathIn = (text: string): string[] =>
  tidy(text)
    .split(/[/\\>\u2192]/)
    .map(tidy)
    .filter((name) => name !== '');

type Say = (field: OrganisationField, problem: OrganisationProblem) => void;

function postIn(given: Record<OrganisationField, string>, { positions }: Known, say: Say): OrganisationRow['post'] {
  const title = tidy(given.post);
  if (title === '') return null;
  const named = positions.filter((one) => tidy(one.title) === title);
  const [position] = named;
  if (position === undefined || named.length > 1) say('post', 'position_unknown');
  const headcount = numberIn(given.headcount);
  if (headcount === null) say('headcount', 'number_missing');
  if (headcount === undefined) say('headcount', 'number_invalid');
  const inPost = numberIn(given.inPost);
  if (inPost === undefined) say('inPost', 'number_invalid');
  const { positionId = '' } = position ?? {};
  return { positionId, position: title, headcount: headcount ?? 0, inPost: inPost ?? null };
}

/** null: none given; undefined: no whole number of people. */
function numberIn(text: string): number | null | undefined {
  const plain = tidy(text).replace(/[\u4eba\u540d]$/, '');
  if (plain === '') return null;
  return /^\d{1,6}(\.0+)?$/.test(plain) && Number(plain) <= most ? Number(plain) : undefined;
}

function headIn(text: string, { staff }: Known, say: Say): string | null {
  const name = tidy(text);
  if (name === '') return null;
  const named = staff.filter((one) => tidy(one.name) === name);
  if (named.length !== 1) say('head', 'head_unknown');
  return named[0]?.userId ?? null;
}
