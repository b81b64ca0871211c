import { passedWords as englishPassed, roundNames as englishRounds } from '../copy/en/intake-columns.ts';
import { passedWords as chinesePassed, roundNames as chineseRounds } from '../copy/zh/intake-columns.ts';
import type { Round } from '../interview/hiring.ts';
import { type Columns, type RoundField, roundFields, valuesOf } from './columns.ts';
import { dayOf } from './date.ts';
import { type Who, whoOf, word } from './who.ts';

export const rounds = ['written_test', 'second', 'final'] as const satisfies readonly Round[];
export const roundProblems = [
  'who_missing',
  'who_unknown',
  'who_several',
  'phone_rounded',
  'phone_invalid',
  'round_unknown',
  'score_invalid',
  'passed_unknown',
  'day_invalid',
  'repeated',
] as const;
export type RoundProblem = (typeof roundProblems)[number];

export type RoundRow = {
  row: number;
  who: Who;
  round: Round;
  score: number | null;
  passed: boolean;
  comment: string;
  day: string | null;
};
export type FoundRoundProblem = { row: number; field: RoundField; problem: RoundProblem };

const longestComment = 1000;

/** The rows of a table of results: whose, of which round, and what is wrong where. Whether there is such a person nobody has asked yet. */
export function roundRowsOf(
  rows: readonly (readonly string[])[],
  columns: Columns<RoundField>,
): { results: RoundRow[]; problems: FoundRoundProblem[] } {
  const results: RoundRow[] = [];
  const problems: FoundRoundProblem[] = [];
  const seen = new Set<string>();
  for (const [i, cells] of rows.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const row = i + 2;
    const given = valuesOf(cells, columns, roundFields);
    const found: FoundRoundProblem[] = [];
    const wrong = (field: RoundField, problem: RoundProblem) => found.push({ row, field, problem });
    const who = whoOf(given, wrong);
    const round = rounds.find((one) =>
      [...chineseRounds[one], ...englishRounds[one]].some((name) => word(name) === word(given.round)),
    );
    if (round === undefined) wrong('round', 'round_unknown');
    const score = scoreOf(given.score);
    if (score === undefined) wrong('score', 'score_invalid');
    const passed = passedOf(given.passed);
    if (passed === undefined) wrong('passed', 'passed_unknown');
    const day = given.day.trim() === '' ? null : dayOf(given.day);
    if (day === undefined) wrong('day', 'day_invalid');
    const comment = given.comment.trim().slice(0, longestComment);
    const key = JSON.stringify([who, round]);
    if (who !== undefined && round !== undefined && seen.has(key)) wrong('round', 'repeated');
    seen.add(key);
    if (found.length > 0 || !who || !round || score === undefined || passed === undefined || day === undefined) {
      problems.push(...found);
    } else results.push({ row, who, round, score, passed, comment, day });
  }
  return { results, problems };
}

/** null: none given; undefined: none of ours. */
function scoreOf(raw: string): number | null | undefined {
  const text = word(raw).replace(/\u5206$/, '');
  if (text === '') return null;
  const score = Number(text);
  return /^\d{1,3}(\.\d{1,2})?$/.test(text) && score <= 100 ? score : undefined;
}

function passedOf(raw: string): boolean | undefined {
  const text = word(raw);
  if ([...chinesePassed.yes, ...englishPassed.yes].some((one) => one === text)) return true;
  return [...chinesePassed.no, ...englishPassed.no].some((one) => one === text) ? false : undefined;
}
