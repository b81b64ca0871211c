import fc from 'fast-check';

export type Schema = Record<string, unknown>;

const deepest = 6;
const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/** An instant near the world's own, now and then far away. */
const instants = fc.constantFrom(
  '2026-01-05T01:00:00.000Z',
  '2026-01-06T09:30:00Z',
  '1970-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
);
const formats: Record<string, fc.Arbitrary<unknown>> = {
  'date-time': instants,
  date: fc.constantFrom('2026-01-05', '2026-12-31', '2028-02-29', '0001-01-01', '9999-12-31'),
  time: fc.constantFrom('00:00', '09:30', '23:59'),
  email: fc.constantFrom('a@example.com', "o'neil+tag@example.co"),
  uri: fc.constantFrom('https://example.com/', 'https://example.com/%E4%BD%A0?a=1#b'),
};

/** Values that a JSON schema lets through, as zod writes it for the contract. */
export function fitting(schema: Schema, root: Schema = schema, depth = 0): fc.Arbitrary<unknown> {
  if (typeof schema.$ref === 'string') return fitting(at(root, schema.$ref), root, depth + 1);
  if ('const' in schema) return fc.constant(schema.const);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
  const either = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(either)) return fc.oneof(...either.map((one: Schema) => fitting(one, root, depth + 1)));
  switch (schema.type) {
    case 'object':
      return objectOf(schema, root, depth);
    case 'array': {
      const [minLength, maxLength] = [number(schema.minItems) ?? 0, number(schema.maxItems) ?? 3];
      const few = depth > deepest ? minLength : Math.max(minLength, Math.min(3, maxLength));
      return fc.array(fitting((schema.items as Schema | undefined) ?? {}, root, depth + 1), {
        minLength,
        maxLength: few,
      });
    }
    case 'string':
      return textOf(schema);
    case 'integer':
    case 'number':
      return numberOf(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 1 });
  }
}

function objectOf(schema: Schema, root: Schema, depth: number): fc.Arbitrary<unknown> {
  const properties = (schema.properties ?? {}) as Record<string, Schema>;
  const required = (schema.required as string[] | undefined) ?? [];
  const members = Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => required.includes(name) || depth <= deepest)
      .map(([name, one]) => [name, fitting(one, root, depth + 1)]),
  );
  const known = fc.record(members, { requiredKeys: required.filter((name) => name in members) });
  const further = schema.additionalProperties;
  if (typeof further !== 'object' || further === null || depth > deepest) return known;
  const names = schema.propertyNames as Schema | undefined;
  const key = (names ? fitting(names, root, depth + 1) : fc.string({ maxLength: 8 })).map(String);
  const open = fc.dictionary(key, fitting(further as Schema, root, depth + 1), { maxKeys: 3 });
  return fc.tuple(known, open).map(([own, others]) => ({ ...others, ...own }));
}

function textOf({ format, pattern, minLength, maxLength }: Schema): fc.Arbitrary<string> {
  const known = typeof format === 'string' ? formats[format] : undefined;
  if (known !== undefined) return known.map(String);
  const [least, most] = [number(minLength) ?? 0, number(maxLength) ?? 40];
  const fits = (text: string) => text.length >= least && text.length <= (number(maxLength) ?? Number.POSITIVE_INFINITY);
  if (typeof pattern === 'string') return fc.stringMatching(new RegExp(pattern)).filter(fits);
  return fc.string({ minLength: least, maxLength: Math.max(least, Math.min(most, 40)), unit: 'grapheme' }).filter(fits);
}

function numberOf(schema: Schema): fc.Arbitrary<number> {
  const least = number(schema.minimum) ?? (number(schema.exclusiveMinimum) ?? -1001) + 1;
  const most = number(schema.maximum) ?? (number(schema.exclusiveMaximum) ?? least + 2001) - 1;
  if (schema.type === 'integer') return fc.integer({ min: Math.ceil(least), max: Math.floor(Math.max(least, most)) });
  return fc.double({ min: least, max: Math.max(least, most), noNaN: true });
}

const at = (root: Schema, ref: string): Schema =>
  ref
    .replace('#/', '')
    .split('/')
    .filter((part) => part !== '' && part !== '#')
    .reduce<Schema>((schema, part) => schema[part] as Schema, root);
