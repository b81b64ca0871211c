import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type * as z from 'zod';
import type { Admit } from '#functions/access/admit.ts';
import type { Asked } from '#functions/access/confirmed.ts';
import type { Limit } from '#functions/access/limiting.ts';
import type { Seen } from '#functions/audit/witness.ts';
import type { Actor, StaffActor, Tokens } from '#functions/ports.ts';
import { type Device, deviceOf } from '#shared/access/device.ts';
import { mayCall, type StaffOperation } from '#shared/access/permissions.ts';
import type { Role, Shape } from '#shared/contract/operation.ts';
import type { OperationId } from '#shared/contract/operations.ts';
import { shapeOf } from '#shared/contract/shape-of.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import { bodyOf } from './body.ts';
import { matchRoute } from './match.ts';
import type { Refused } from './route.ts';

export type HttpDeps = {
  tokens: Tokens;
  config: { minimumAppVersion: string };
  /** Whether the session that a token belongs to still stands. */
  admit: Admit;
  /** Whether a member of staff may do it without saying once more who they are. */
  confirmed?: (asked: Asked) => Promise<'yes' | 'confirm' | 'enable'>;
  /** Whether somebody, a link or a company asks for more than anybody may. */
  limit?: Limit;
  /** Told of everything that was served, before it is answered: the audit. */
  witness?: (seen: Seen) => Promise<void>;
  /** The deps as somebody of the company may see through them. */
  seenBy?: (actor: StaffActor) => Promise<object>;
};
/** Once a request is parsed by its operation's own schemas its type is known only there: the table holds them all as one. */
type AnyRequest = {
  actor: Actor | undefined;
  params: unknown;
  query: unknown;
  input: unknown;
  bodyHash: string;
  address: string;
  device: Device;
  confirmedUntil: string | undefined;
};
type AnyServe = (deps: unknown, request: AnyRequest) => Promise<Result<unknown, Refused>>;

export type Answer = { operation: OperationId | undefined; result: Result<unknown, Refused> };

/** match → version → who → parse → limit → confirmed → seen by → serve. The one way from an HTTP request to a use case. */
export async function dispatch<D extends HttpDeps>(
  table: { [O in OperationId]?: unknown },
  deps: D,
  event: APIGatewayProxyEventV2,
): Promise<Answer> {
  const matched = matchRoute(event.requestContext.http.method, event.rawPath);
  if (typeof matched === 'string') return { operation: undefined, result: refuse({ code: matched }) };
  const { operation } = matched;
  const serve = table[operation] as AnyServe | undefined;
  if (serve === undefined) return { operation: undefined, result: refuse({ code: 'unknown_operation' }) };
  const shape = await shapeOf(operation);
  const request = await parsed(deps, operation, shape, matched.params, event);
  if (!request.ok) return { operation, result: request };
  const { actor, address } = request.value;
  const seconds = await deps.limit?.({ operation, actor, address, link: linkIn(request.value) });
  if (seconds !== undefined) return { operation, result: refuse({ code: 'rate_limited', details: { seconds } }) };
  const served = async (through: object): Promise<Answer> => {
    const result = await serve(through, request.value);
    await deps.witness?.({ operation, request: request.value, result });
    return { operation, result };
  };
  if (actor === undefined || actor.role === 'candidate') return served(deps);
  const { input, confirmedUntil } = request.value;
  const staffs = staffsOwn(operation, shape.role);
  const sure = staffs ? await deps.confirmed?.({ actor, confirmedUntil, operation: staffs, input }) : 'yes';
  if (sure === 'confirm' || sure === 'enable')
    return { operation, result: refuse({ code: 'second_factor_required', details: { enable: sure === 'enable' } }) };
  return served((await deps.seenBy?.(actor)) ?? deps);
}

async function parsed(
  deps: HttpDeps,
  operation: OperationId,
  contract: Shape,
  rawParams: Record<string, string>,
  event: APIGatewayProxyEventV2,
): Promise<Result<AnyRequest, Refused>> {
  if (isOlder(event.headers['x-app-version'], deps.config.minimumAppVersion))
    return refuse({ code: 'upgrade_required' });
  const admitted = await authenticated(deps, operation, contract.role, event.headers.authorization);
  if (!admitted.ok) return admitted;
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
  return ok({
    ...admitted.value,
    params: params.data,
    query: query.data,
    input: input.data,
    bodyHash,
    address: event.requestContext.http.sourceIp,
    device: deviceOf(event.headers['user-agent']),
  });
}

async function authenticated(
  { tokens, admit }: Pick<HttpDeps, 'tokens' | 'admit'>,
  operation: OperationId,
  role: Role,
  authorization: string | undefined,
): Promise<Result<Pick<AnyRequest, 'actor' | 'confirmedUntil'>, Refused>> {
  if (role === 'public') return ok({ actor: undefined, confirmedUntil: undefined });
  const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) return refuse({ code: 'unauthenticated' });
  const claimed = await tokens.verify(token);
  if (!claimed.ok) return refuse({ code: claimed.error });
  const admitted = await admit(claimed.value);
  if (!admitted.ok) return refuse({ code: admitted.error });
  const { actor, confirmedUntil } = admitted.value;
  return allowed(operation, role, actor) ? ok({ actor, confirmedUntil }) : refuse({ code: 'forbidden' });
}

function allowed(operation: OperationId, role: Role, actor: Actor): boolean {
  if (actor.role === 'candidate') return role === 'candidate';
  const staffs = staffsOwn(operation, role);
  return staffs !== undefined && mayCall(actor.role, staffs);
}

/** What opens a page to whoever has it: an invitation's, or that of an opening. */
function linkIn({ params, input }: Pick<AnyRequest, 'params' | 'input'>): string | undefined {
  const { link, linkId } = { ...(params as object), ...(input as object) } as Record<string, unknown>;
  const found = link ?? linkId;
  return typeof found === 'string' ? found : undefined;
}

/** The operation, where its role is the staff's. */
const staffsOwn = (operation: OperationId, role: Role): StaffOperation | undefined =>
  role === 'staff' ? (operation as StaffOperation) : undefined;

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
