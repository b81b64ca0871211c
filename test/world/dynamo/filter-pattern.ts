/**
 * The event filtering of Lambda's event source mappings: a record passes when it matches any pattern (or there is none).
 * In a pattern every key must be in the record, and a leaf lists alternatives: plain values or one operator each.
 */
export type FilterPattern = { [key: string]: FilterPattern | readonly FilterAlternative[] };

export type FilterAlternative =
  | string
  | number
  | boolean
  | null
  | { prefix: string }
  | { suffix: string }
  | { exists: boolean }
  | { 'equals-ignore-case': string }
  | { 'anything-but': readonly (string | number)[] }
  | { numeric: readonly (string | number)[] };

export function matchesAny(patterns: readonly FilterPattern[], record: unknown): boolean {
  return patterns.length === 0 || patterns.some((pattern) => matchesPattern(pattern, record));
}

function matchesPattern(pattern: FilterPattern, value: unknown): boolean {
  return Object.entries(pattern).every(([key, expected]) => {
    const found = property(value, key);
    if (isAlternatives(expected)) return expected.some((alternative) => matchesOne(alternative, found));
    // A branch under a missing key can still match, when all it asks is that something does not exist.
    return matchesPattern(expected, found);
  });
}

function matchesOne(alternative: FilterAlternative, found: unknown): boolean {
  if (typeof alternative !== 'object' || alternative === null) return found === alternative;
  if ('exists' in alternative) return (found !== undefined) === alternative.exists;
  if (found === undefined) return false;
  if ('prefix' in alternative) return typeof found === 'string' && found.startsWith(alternative.prefix);
  if ('suffix' in alternative) return typeof found === 'string' && found.endsWith(alternative.suffix);
  if ('anything-but' in alternative) return !alternative['anything-but'].some((other) => other === found);
  if ('numeric' in alternative) return withinRange(alternative.numeric, found);
  return typeof found === 'string' && found.toLowerCase() === alternative['equals-ignore-case'].toLowerCase();
}

/** `[">", 0, "<=", 5]`. DynamoDB's numbers are strings in a stream record, and Lambda compares them as strings only. */
function withinRange(range: readonly (string | number)[], found: unknown): boolean {
  if (typeof found !== 'number') return false;
  for (let at = 0; at < range.length; at += 2) {
    const bound = Number(range[at + 1]);
    const holds = {
      '=': found === bound,
      '<': found < bound,
      '<=': found <= bound,
      '>': found > bound,
      '>=': found >= bound,
    };
    if (!holds[range[at] as keyof typeof holds]) return false;
  }
  return true;
}

function isAlternatives(
  expected: FilterPattern | readonly FilterAlternative[],
): expected is readonly FilterAlternative[] {
  return Array.isArray(expected);
}

function property(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}
