import type { Template } from './template-package.ts';
import { isRecord, noValue } from './template-values.ts';

/** The template as it is with these conditions on and every other one off: what stands behind one that is off is not there. */
export function withConditions(template: Template, on: ReadonlySet<string>): Template {
  const { Resources, Conditions, Outputs } = template;
  const there = <T extends { Condition?: string }>(all: Record<string, T> | undefined): Record<string, T> =>
    Object.fromEntries(
      Object.entries(all ?? {})
        .filter(([, { Condition }]) => Condition === undefined || on.has(Condition))
        .map(([name, one]) => [name, chosen(one, on)]),
    );
  return { ...template, ...(Conditions && { Conditions }), Resources: there(Resources), Outputs: there(Outputs) };
}

/** Each condition on and off, with each other: what no deployment would show before it is made. */
export function everyCondition(template: Template): Template[] {
  const names = Object.keys(template.Conditions ?? {});
  return Array.from({ length: 2 ** names.length }, (_, bits) => {
    const on = new Set(names.filter((_name, at) => (bits >> at) % 2 === 1));
    return withConditions(template, on);
  });
}

/** A value whose choices are made; what becomes `AWS::NoValue` is left out of its object or its list. */
function chosen<T>(value: T, on: ReadonlySet<string>): T {
  const made = choose(value, on);
  return made as T;
}

function choose(value: unknown, on: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((one) => choose(one, on)).filter((one) => !noValue(one));
  if (!isRecord(value)) return value;
  if (Array.isArray(value['Fn::If'])) {
    const [name, yes, no] = value['Fn::If'] as unknown[];
    return choose(on.has(String(name)) ? yes : no, on);
  }
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, one]) => [key, choose(one, on)] as const)
      .filter(([, one]) => !noValue(one)),
  );
}
