import { outcomeWords as english } from '../copy/en/intake-columns.ts';
import { outcomeWords as chinese } from '../copy/zh/intake-columns.ts';
import { type Columns, type OutcomeField, outcomeFields, valuesOf } from './columns.ts';
import { dayOf } from './date.ts';
import { type Who, whoFieldOf, whoOf, word } from './who.ts';

export const outcomeProblems = [
  'who_missing',
  'who_unknown',
  'who_several',
  'not_hired',
  'phone_rounded',
  'phone_invalid',
  'retention_unknown',
  'day_invalid',
  'probation_unknown',
  'performance_invalid',
  'nothing_said',
  'repeated',
] as const;
export type OutcomeProblem = (typeof outcomeProblems)[number];

export type OutcomeRow = {
  row: number;
  who: Who;
  retention: 'there' | 'left' | null;
  leftOn: string | null;
  probation: 'passed' | 'failed' | null;
  performance: number | null;
};
export type FoundOutcomeProblem = { row: number; field: OutcomeField; problem: OutcomeProblem };

type Meanings = keyof typeof chinese;
/** null: nothing is said; undefined: none of ours. */
function meaningOf<const M extends Meanings>(raw: string, meanings: readonly M[]): M | null | undefined {
  const text = word(raw);
  if (text === '') return null;
  return meanings.find((one) => [...chinese[one], ...english[one]].some((name) => word(name) === text));
}

function performanceOf(raw: string): number | null | undefined {
  const text = word(raw);
  if (text === '') return null;
  return /^[1-5]$/.test(text) ? Number(text) : undefined;
}

/** The rows of a table of how it went: whose, what, and what is wrong where. Whether there is such a person nobody has asked yet. */
export function outcomeRowsOf(
  rows: readonly (readonly string[])[],
  columns: Columns<OutcomeField>,
): { outcomes: OutcomeRow[]; problems: FoundOutcomeProblem[] } {
  const outcomes: OutcomeRow[] = [];
  const problems: FoundOutcomeProblem[] = [];
  const seen = new Set<string>();
  for (const [i, cells] of rows.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const row = i + 2;
    const given = valuesOf(cells, columns, outcomeFields);
    const found: FoundOutcomeProblem[] = [];
    const wrong = (field: OutcomeField, problem: OutcomeProblem) => found.push({ row, field, problem });
    const who = whoOf(given, wrong);
    const leftOn = given.leftOn.trim() === '' ? null : dayOf(given.leftOn);
    if (leftOn === undefined) wrong('leftOn', 'day_invalid');
    const said = meaningOf(given.retention, ['there', 'left']);
    if (said === undefined) wrong('retention', 'retention_unknown');
    const probation = meaningOf(given.probation, ['passed', 'failed']);
    if (probation === undefined) wrong('probation', 'probation_unknown');
    const performance = performanceOf(given.performance);
    if (performance === undefined) wrong('performance', 'performance_invalid');
    // A day of leaving says that somebody left.
    const retention = said === null && typeof leftOn === 'string' ? 'left' : said;
    if (found.length === 0 && retention === null && probation === null && performance === null)
      wrong('retention', 'nothing_said');
    const key = JSON.stringify(who);
    if (who !== undefined && seen.has(key)) wrong(whoFieldOf(who), 'repeated');
    seen.add(key);
    problems.push(...found);
    if (found.length > 0 || !who || leftOn === undefined) continue;
    if (retention === undefined || probation === undefined || performance === undefined) continue;
    outcomes.push({ row, who, retention, leftOn: retention === 'left' ? leftOn : null, probation, performance });
  }
  return { outcomes, problems };
}
