import type { Template } from './template-package.ts';
import { resourcesOf, targetOf, valueAt } from './template-values.ts';

export type Served = { operation: string; method: string; path: string; handler: string };

/** Each operation's method and path arrive at the function whose table serves it. */
export function routeProblems(template: Template, served: readonly Served[]): string[] {
  const keys = resourcesOf(template, 'AWS::ApiGatewayV2::Route').map(({ name, properties }) => ({
    key: String(properties['RouteKey']),
    handler: handlerOf(template, name),
  }));
  return served.flatMap(({ operation, method, path, handler }) => {
    const takers = keys
      .filter(({ key }) => takes(key, method, path))
      .sort((a, b) => specificity(b.key) - specificity(a.key));
    const arrives = takers[0]?.handler;
    return arrives === handler
      ? []
      : [`${operation}: ${method} ${path} arrives at ${arrives ?? 'nobody'}, not ${handler}`];
  });
}

/** route → integration → function → the file that it runs. */
function handlerOf(template: Template, route: string): string | undefined {
  const parts = valueAt(template.Resources[route]?.Properties, 'Target.Fn::Join.1');
  const integration = Array.isArray(parts) ? targetOf(parts.at(-1)) : undefined;
  const uri = template.Resources[integration ?? '']?.Properties?.['IntegrationUri'];
  const handler = template.Resources[targetOf(uri) ?? '']?.Properties?.['Handler'];
  return typeof handler === 'string' ? handler.replace(/^.*\//, '').replace(/\.handler$/, '') : undefined;
}

function takes(key: string, method: string, path: string): boolean {
  if (key === '$default') return true;
  const [routeMethod, routePath = ''] = key.split(' ');
  if (routeMethod !== 'ANY' && routeMethod !== method) return false;
  const pattern = routePath.replace(/\{\w+\+\}/g, '.+').replace(/\{\w+\}/g, '[^/]+');
  return new RegExp(`^${pattern}$`).test(path.replace(/\{(\w+)\}/g, '$1'));
}

/** API Gateway takes a full match before a greedy one, the longer greedy one before the shorter, a method before ANY. */
function specificity(key: string): number {
  if (key === '$default') return 0;
  const [method, path = ''] = key.split(' ');
  const greedy = path.includes('+}') ? 0 : 10_000;
  return greedy + path.split('/').length * 10 + (method === 'ANY' ? 0 : 1);
}
