import fc from 'fast-check';

/** What nobody of good will sends. */
const values: readonly unknown[] = [
  null,
  true,
  '',
  ' ',
  0,
  -1,
  0.1,
  1e308,
  Number.MAX_SAFE_INTEGER,
  [],
  {},
  [[[[[[]]]]]],
  { toString: null },
  { length: 1e9 },
  '\u0000',
  '\ud800',
  '\u202e反',
  '👩‍👩‍👧‍👦'.repeat(40),
  '<script>alert(1)</script>',
  '=HYPERLINK("http://example.com","x")',
  "'; DROP TABLE x; --",
  '$%7Bjndi:ldap://127.0.0.1/x}',
  '../../../../etc/passwd',
  'constructor',
  '__proto__',
  'c#co_other#itv#x',
  '0000-00-00',
  '2026-02-30T25:61:61Z',
  '9'.repeat(400),
  'a'.repeat(20_000),
  `${'a'.repeat(60)}!`,
  '١٢٣',
];

/** A value with one of its parts replaced, now and then two; objects get a property that is not theirs. */
export const spoilt = (value: unknown): fc.Arbitrary<unknown> =>
  fc
    .array(fc.tuple(fc.nat(), fc.constantFrom(...values), fc.boolean()), { minLength: 1, maxLength: 2 })
    .map((changes) =>
      changes.reduce<unknown>((now, [where, what, extra]) => {
        const places = placesIn(now);
        return replaced(now, places[where % places.length] ?? [], what, extra);
      }, value),
    );

export const hostileText: fc.Arbitrary<string> = fc.constantFrom(
  ...values.filter((one): one is string => typeof one === 'string' && one !== '' && one.isWellFormed()).map(short),
);

/** The gateway lets no longer address through. */
function short(text: string): string {
  return text.slice(0, 400).toWellFormed();
}

type Place = readonly (string | number)[];

/** Every part of a value, the whole of it first. */
function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [[]];
  const parts: [string | number, unknown][] = Array.isArray(value)
    ? value.map((one, at): [number, unknown] => [at, one])
    : Object.entries(value);
  return [[], ...parts.flatMap(([name, one]) => placesIn(one).map((rest) => [name, ...rest]))];
}

function replaced(value: unknown, [first, ...rest]: Place, what: unknown, extra: boolean): unknown {
  if (first === undefined) return extra && isObject(value) ? { ...value, unheardOf: what } : what;
  if (Array.isArray(value)) return value.map((one, at) => (at === first ? replaced(one, rest, what, extra) : one));
  return isObject(value) ? { ...value, [first]: replaced(value[first], rest, what, extra) } : what;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
