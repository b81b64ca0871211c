import type { Resource, Template } from './template-package.ts';

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `{ Ref: … }`, `{ 'Fn::…': … }`: a value that CloudFormation works out. */
export const isIntrinsic = (value: unknown): value is Record<string, unknown> => {
  if (!isRecord(value)) return false;
  const [key, ...more] = Object.keys(value);
  return more.length === 0 && key !== undefined && (key === 'Ref' || key.startsWith('Fn::'));
};

export const noValue = (value: unknown): boolean => isRecord(value) && value['Ref'] === 'AWS::NoValue';

/** Every object inside a value, itself included, outermost first. */
export function* objectsIn(value: unknown): Generator<Record<string, unknown>> {
  if (isRecord(value)) yield value;
  if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) yield* objectsIn(inner);
}

export const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

/** What a `Ref` or an `Fn::GetAtt` names. */
export function targetOf(value: unknown): string | undefined {
  if (!isRecord(value)) return undefined;
  const [target] = listOf(value['Ref'] ?? value['Fn::GetAtt']);
  return typeof target === 'string' ? target.split('.')[0] : undefined;
}

export type Named = { name: string; properties: Record<string, unknown>; resource: Resource };

export function resourcesOf({ Resources }: Template, ...types: string[]): Named[] {
  return Object.entries(Resources)
    .filter(([, { Type }]) => types.includes(Type))
    .map(([name, resource]) => ({ name, properties: resource.Properties ?? {}, resource }));
}

/** `a.b.c` of a plain value; undefined where the way ends. */
export function valueAt(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((at, key) => (isRecord(at) || Array.isArray(at) ? at[key as never] : undefined), value);
}
