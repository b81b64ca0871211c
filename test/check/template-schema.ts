import type { loadAwsServiceSpec } from '@aws-cdk/aws-service-spec';
import type { Resource, Template } from './template-package.ts';
import { isIntrinsic, isRecord, noValue } from './template-values.ts';

type SpecProperty = { type: SpecType; required?: boolean };
type Primitive = { type: 'string' | 'integer' | 'number' | 'boolean'; allowedValues?: readonly (string | number)[] };
type SpecType =
  | Primitive
  | { type: 'json' | 'date-time' | 'null' | 'tag' }
  | { type: 'array' | 'map'; element: SpecType }
  | { type: 'union'; types: SpecType[] }
  | { type: 'ref'; reference: { $ref: string } };
/** AWS's own description of its resource types; about a second to load. */
export type Spec = Awaited<ReturnType<typeof loadAwsServiceSpec>>;
type Look = { spec: Spec; at: string };

/** Every resource against CloudFormation's own schemas: known types, known, required and rightly typed properties. */
export function schemaProblems(spec: Spec, { Resources }: Template): string[] {
  return Object.entries(Resources).flatMap(([name, resource]) => ofResource(spec, name, resource));
}

function ofResource(spec: Spec, name: string, { Type, Properties = {} }: Resource): string[] {
  const [known] = spec.lookup('resource', 'cloudFormationType', 'equals', Type);
  if (known === undefined) return [`${name}: there is no resource type ${Type}`];
  return ofProperties({ spec, at: name }, Properties, known.properties as Record<string, SpecProperty>);
}

function ofProperties(
  { spec, at }: Look,
  found: Record<string, unknown>,
  known: Record<string, SpecProperty>,
): string[] {
  const missing = Object.entries(known)
    .filter(([name, { required }]) => required && found[name] === undefined)
    .map(([name]) => `${at}: needs ${name}`);
  const wrong = Object.entries(found).flatMap(([name, value]) => {
    const property = known[name];
    if (property === undefined) return [`${at}: has no property ${name}`];
    return ofValue({ spec, at: `${at}.${name}` }, value, property.type);
  });
  return [...missing, ...wrong];
}

function ofValue(look: Look, value: unknown, type: SpecType): string[] {
  if (noValue(value)) return [];
  if (isRecord(value) && 'Fn::If' in value) {
    const [, yes, no] = value['Fn::If'] as unknown[];
    return [...ofValue(look, yes, type), ...ofValue(look, no, type)];
  }
  // What a function yields is known to AWS alone; that what it refers to is there, template-references.ts sees to.
  if (isIntrinsic(value)) return [];
  const { spec, at } = look;
  switch (type.type) {
    case 'string':
    case 'integer':
    case 'number':
    case 'boolean':
      return ofPrimitive(at, value, type);
    case 'array':
      if (!Array.isArray(value)) return [`${at}: is no list`];
      return value.flatMap((element, i) => ofValue({ spec, at: `${at}[${i}]` }, element, type.element));
    case 'map':
      if (!isRecord(value)) return [`${at}: is no map`];
      return Object.entries(value).flatMap(([key, one]) => ofValue({ spec, at: `${at}.${key}` }, one, type.element));
    case 'union': {
      const tried = type.types.map((one) => ofValue(look, value, one));
      return tried.find((problems) => problems.length === 0) ?? tried[0] ?? [];
    }
    case 'ref': {
      if (!isRecord(value)) return [`${at}: is no object`];
      const { properties } = spec.get('typeDefinition', type.reference.$ref);
      return ofProperties(look, value, properties as Record<string, SpecProperty>);
    }
    default:
      return [];
  }
}

function ofPrimitive(at: string, value: unknown, { type, allowedValues }: Primitive): string[] {
  const fits = type === 'integer' ? Number.isInteger(value) : typeof value === type;
  if (!fits) return [`${at}: ${JSON.stringify(value)} is no ${type}`];
  const allowed: readonly unknown[] = allowedValues ?? [value];
  return allowed.includes(value) ? [] : [`${at}: ${value} is none of ${allowed.join(', ')}`];
}
