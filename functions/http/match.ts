import { type OperationId, routes } from '#shared/contract/routes.ts';

type Matched = { operation: OperationId; params: Record<string, string> };

const compiled = (Object.entries(routes) as [OperationId, { method: string; path: string }][]).map(
  ([operation, { method, path }]) => ({
    operation,
    method,
    pattern: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]{1,200})')}$`),
  }),
);

/** Which operation a method and path name; a known path under another method is told apart from an unknown one. */
export function matchRoute(method: string, path: string): Matched | 'unknown_operation' | 'method_not_allowed' {
  const onPath = compiled.flatMap((route) => {
    const found = route.pattern.exec(path);
    return found === null ? [] : [{ ...route, params: { ...found.groups } }];
  });
  const match = onPath.find((route) => route.method === method);
  if (match === undefined) return onPath.length > 0 ? 'method_not_allowed' : 'unknown_operation';
  return { operation: match.operation, params: decoded(match.params) };
}

function decoded(params: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      try {
        return [name, decodeURIComponent(value)];
      } catch {
        // A broken escape names nothing: left as it is, it matches no id.
        return [name, value];
      }
    }),
  );
}
