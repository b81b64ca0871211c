import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type * as z from 'zod';
import type { Actor, Tokens } from '#functions/ports.ts';
import { mayCall, type StaffOperation } from '#shared/access/permissions.ts';
import { type OperationId, operations } from '#shared/contract/operations.ts';
import { limits } from '#shared/limits.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import { matchRoute } from './match.ts';
import type { Refused } from './route.ts';

type Deps = { tokens: Tokens; config: { minimumAppVersion: string } };
/** Once a request is parsed by its operation's own schemas its type is known only there: the table holds them all as one. */
type AnyRequest = {
  actor: Actor | undefined;
  params: unknown;
  query: unknown;
  input: unknown;
  bodyHash: string;
  address: string;
};
type AnyServe = (deps: unknown, request: AnyRequest) => Promise<Result<unknown, Refused>>;

export type Answer = { operation: OperationId | undefined; result: Result<unknown, Refused> };

/** match → version → who → parse → serve. The one way from an HTTP request to a use case. */
export async function dispatch<D extends Deps>(
  table: { [O in OperationId]?: unknown },
  deps: D,
  event: APIGatewayProxyEventV2,
): Promise<Answer> {
  const matched = matchRoute(event.requestContext.http.method, event.rawPath);
  if (typeof matched === 'string') return { operation: undefined, result: refuse({ code: matched }) };
  const { operation } = matched;
  const serve = table[operation] as AnyServe | undefined;
  if (serve === undefined) return { operation: undefined, result: refuse({ code: 'unknown_operation' }) };
  const request = await parsed(deps, operation, matched.params, event);
  return { operation, result: request.ok ? await serve(deps, request.value) : request };
}

async function parsed(
  deps: Deps,
  operation: OperationId,
  rawParams: Record<string, string>,
  event: APIGatewayProxyEventV2,
): Promise<Result<AnyRequest, Refused>> {
  const contract = operations[operation];
  if (isOlder(event.headers['x-app-version'], deps.config.minimumAppVersion))
    return refuse({ code: 'upgrade_required' });
  const actor = await authenticated(deps.tokens, operation, event.headers.authorization);
  if (!actor.ok) return actor;
  const params = contract.params.safeParse(rawParams);
  // An id of the wrong form names nothing, like any other id that is not there.
  if (!params.success) return refuse({ code: 'not_found' });
  const query = contract.query.safeParse(event.queryStringParameters ?? {});
  if (!query.success) return refuse(invalid(query.error));
  const hasInput = Object.keys(contract.input.shape).length > 0;
  const body = hasInput ? bodyOf(event) : ok({ text: '', json: {} });
  if (!body.ok) return body;
  const input = contract.input.safeParse(body.value.json);
  if (!input.success) return refuse(invalid(input.error));
  const bodyHash = createHash('sha256').update(body.value.text).update(event.rawPath).digest('base64url');
  const address = event.requestContext.http.sourceIp;
  return ok({ actor: actor.value, params: params.data, query: query.data, input: input.data, bodyHash, address });
}

async function authenticated(
  tokens: Tokens,
  operation: OperationId,
  authorization: string | undefined,
): Promise<Result<Actor | undefined, Refused>> {
  const { role } = operations[operation];
  if (role === 'public') return ok(undefined);
  const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) return refuse({ code: 'unauthenticated' });
  const actor = await tokens.verify(token);
  if (!actor.ok) return refuse({ code: actor.error });
  return allowed(operation, actor.value) ? actor : refuse({ code: 'forbidden' });
}

function allowed(operation: OperationId, actor: Actor): boolean {
  if (actor.role === 'candidate') return operations[operation].role === 'candidate';
  return isOfStaff(operation) && mayCall(actor.role, operation);
}

const isOfStaff = (operation: OperationId): operation is StaffOperation => operations[operation].role === 'staff';

function bodyOf(event: APIGatewayProxyEventV2): Result<{ text: string; json: unknown }, Refused> {
  const type = event.headers['content-type'] ?? 'application/json';
  if (!/^application\/json\b/i.test(type)) return refuse({ code: 'unsupported_media_type' });
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.byteLength > limits.bodyBytes) return refuse({ code: 'payload_too_large' });
  const text = bytes.toString('utf8');
  if (isTooDeep(text)) return refuse({ code: 'malformed_json' });
  try {
    return ok({ text, json: JSON.parse(text) });
  } catch {
    return refuse({ code: 'malformed_json' });
  }
}

const deepest = 32;

/** Nothing of ours is nested this deep; said before a parser or a schema recurses into it. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i];
    if (quoted && character === '\\') i += 1;
    else if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '{' || character === '[')) depth += 1;
    else if (!quoted && (character === '}' || character === ']')) depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}

/** Where, never what: the value may be a person's words. */
const invalid = (error: z.ZodError): Refused => ({
  code: 'invalid_input',
  details: { fields: [...new Set(error.issues.map((issue) => issue.path.join('.')))].slice(0, 20) },
});

function isOlder(version: string | undefined, minimum: string): boolean {
  const found = /^(\d+)\.(\d+)\.(\d+)/.exec(version ?? '');
  if (found === null) return false;
  const [have, need] = [found.slice(1, 4), minimum.split('.')].map((parts) => parts.map(Number));
  for (let i = 0; i < 3; i += 1) {
    const difference = (have?.[i] ?? 0) - (need?.[i] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
