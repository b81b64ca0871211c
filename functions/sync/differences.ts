import { isDeepStrictEqual } from 'node:util';
import type { ChangedField, Tally } from '#functions/ports/sync.ts';

/** Longest value that a record of a check keeps. */
const longest = 120;

const shown = (value: unknown): string | null => {
  if (value === undefined) return null;
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, longest);
};

/** What two contents of a copy differ in, field by field. */
export function fieldsThatDiffer(
  was: Record<string, unknown> | undefined,
  is: Record<string, unknown>,
): ChangedField[] {
  const before = was ?? {};
  return [...new Set([...Object.keys(is), ...Object.keys(before)])]
    .filter((name) => !isDeepStrictEqual(before[name], is[name]))
    .map((name) => ({ name, was: shown(before[name]), is: shown(is[name]) }));
}

export const numbersThatDiffer = (was: Tally, is: Tally): ChangedField[] =>
  [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((name) => (was[name] ?? 0) !== (is[name] ?? 0))
    .map((name) => ({ name, was: String(was[name] ?? 0), is: String(is[name] ?? 0) }));
