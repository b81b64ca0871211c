import type { Template } from './template-package.ts';
import type { Spec } from './template-schema.ts';
import { listOf, objectsIn } from './template-values.ts';

/** What every `Ref`, `Fn::GetAtt`, `Fn::Sub`, `DependsOn` and condition names is there, attributes included. */
export function referenceProblems(spec: Spec, template: Template): string[] {
  const { Resources, Conditions = {}, Parameters = {}, Outputs = {} } = template;

  const resource = (at: string, name: unknown): string[] => {
    if (typeof name !== 'string') return [`${at}: refers to ${JSON.stringify(name)}`];
    return Object.hasOwn(Resources, name) || Object.hasOwn(Parameters, name) || name.startsWith('AWS::')
      ? []
      : [`${at}: there is no ${name}`];
  };
  const attribute = (at: string, name: unknown, of: unknown): string[] => {
    const missing = resource(at, name);
    if (missing.length > 0) return missing;
    const { Type = '' } = Resources[String(name)] ?? {};
    const [known] = spec.lookup('resource', 'cloudFormationType', 'equals', Type);
    return Object.hasOwn(known?.attributes ?? {}, String(of)) ? [] : [`${at}: ${Type} has no attribute ${of}`];
  };
  const condition = (at: string, name: unknown): string[] =>
    typeof name === 'string' && Object.hasOwn(Conditions, name) ? [] : [`${at}: there is no condition ${name}`];
  const substitutes = (at: string, text: string): string[] =>
    [...text.matchAll(/\$\{([^!}][^}]*)\}/g)].flatMap(([, found = '']) => {
      const [name, ...of] = found.split('.');
      return of.length === 0 ? resource(at, name) : attribute(at, name, of.join('.'));
    });

  const inside = (at: string, value: unknown): string[] =>
    [...objectsIn(value)].flatMap((one) => {
      if ('Ref' in one) return resource(at, one['Ref']);
      if ('Fn::If' in one) return condition(at, listOf(one['Fn::If'])[0]);
      if ('Fn::Sub' in one) return substitutes(at, String(listOf(one['Fn::Sub'])[0]));
      if (!('Fn::GetAtt' in one)) return [];
      const [name, ...of] = [one['Fn::GetAtt']].flat().join('.').split('.');
      return attribute(at, name, of.join('.'));
    });

  return [
    ...Object.entries(Resources).flatMap(([name, { Properties, Condition, DependsOn }]) => [
      ...inside(name, Properties),
      ...listOf(DependsOn).flatMap((other) => resource(name, other)),
      ...(Condition === undefined ? [] : condition(name, Condition)),
    ]),
    ...Object.entries(Outputs).flatMap(([name, { Value, Condition }]) => [
      ...inside(name, Value),
      ...(Condition === undefined ? [] : condition(name, Condition)),
    ]),
  ];
}
