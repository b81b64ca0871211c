import fc from 'fast-check';
import * as z from 'zod';
import { type Input, type OperationId, operations } from '#shared/contract/operations.ts';
import { routes } from '#shared/contract/routes.ts';
import { draftOf } from '#shared/organisation/position/draft.ts';
import { salesPosition } from '#test/world/seeds/positions.ts';

type Schema = Record<string, unknown>;

/** Of which a schema says less than what is checked. */
const checked: { [O in OperationId]?: Input<O> & Schema } = {
  'position.saveRules': {
    version: 1,
    waitHours: 0,
    rules: [
      {
        ruleId: 'rule_bad',
        name: '?',
        when: [{ fact: 'overall', is: 'at_least', value: 1 }],
        concludes: 'reject',
        mode: 'propose',
        on: true,
      },
    ],
  },
  'position.save': { operationId: 'op-bad-position', version: 1, draft: draftOf(salesPosition), acknowledged: true },
};

/**
 * A body that an operation takes, made from its schema: the least that is valid. So a new operation is tried by every
 * test that tries them all, without a row of its own. Undefined where it takes none.
 */
export function exampleInput(operation: OperationId): Schema | undefined {
  const { method } = routes[operation];
  if (method === 'GET') return undefined;
  const own = checked[operation];
  if (own !== undefined) return own;
  const schema: Schema = z.toJSONSchema(operations[operation].input, { io: 'input', unrepresentable: 'any' });
  const found = exampleOf(schema, schema);
  return typeof found === 'object' && found !== null ? { ...found } : undefined;
}

function exampleOf(schema: Schema, root: Schema): unknown {
  if (typeof schema.$ref === 'string') return exampleOf(at(root, schema.$ref), root);
  if ('const' in schema) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  const either = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (Array.isArray(either)) return exampleOf(either[0], root);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        ((schema.required as string[] | undefined) ?? []).map((name) => [
          name,
          exampleOf((schema.properties as Record<string, Schema>)[name] ?? {}, root),
        ]),
      );
    case 'array':
      return Array.from({ length: number(schema.minItems) ?? 0 }, () => exampleOf(schema.items as Schema, root));
    case 'string':
      return text(schema);
    case 'number':
    case 'integer':
      return number(schema.minimum) ?? (number(schema.exclusiveMinimum) ?? 0) + 1;
    case 'boolean':
      return false;
    case 'null':
      return null;
    default:
      return 'x';
  }
}

const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

const at = (root: Schema, ref: string): Schema =>
  ref
    .replace('#/', '')
    .split('/')
    .reduce<Schema>((schema, part) => schema[part] as Schema, root);

const formats: Record<string, string> = {
  'date-time': '2099-01-05T09:00:00.000Z',
  date: '2099-01-05',
  time: '09:00',
  email: 'nobody@example.com',
  uri: 'https://example.com/',
};

function text({ format, pattern, minLength, maxLength }: Schema): string {
  const known = typeof format === 'string' ? formats[format] : undefined;
  if (known !== undefined) return known;
  const [least, most] = [number(minLength) ?? 0, number(maxLength) ?? Number.POSITIVE_INFINITY];
  if (typeof pattern !== 'string') return 'x'.repeat(Math.max(least, Math.min(1, most)));
  const fits = fc.stringMatching(new RegExp(pattern)).filter(({ length }) => length >= least && length <= most);
  return fc.sample(fits, { numRuns: 1, seed: 1 })[0] ?? '';
}
