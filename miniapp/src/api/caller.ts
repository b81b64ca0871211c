import type { ErrorCode } from '#shared/contract/errors.ts';
import type { Input, Output, Params, Query } from '#shared/contract/operations.ts';
import { type HttpMethod, type OperationId, pathOf, routes } from '#shared/contract/routes.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import type { CallError } from './call-error.ts';
import type { ServerTime } from './server-time.ts';

export type HttpRequest = { method: HttpMethod; url: string; headers: Record<string, string>; body?: unknown };
/** Header names in lower case; `body` is parsed JSON, null when there was none or it was cut. */
export type Sent =
  | { kind: 'answered'; status: number; headers: Record<string, string>; body: unknown }
  | { kind: 'offline' }
  | { kind: 'unknown' };
export type Send = (request: HttpRequest) => Promise<Sent>;

export type SessionKind = 'candidate' | 'recruiter';
export type Session = {
  token(kind: SessionKind): string | undefined;
  /** A token other than `stale`, by signing in again. Calls at the same time share one sign-in. */
  renew(kind: SessionKind, stale: string | undefined): Promise<Result<string, CallError>>;
};

type None = Record<never, never>;
type Part<K extends string, T> = None extends T ? { [P in K]?: T } : { [P in K]: T };
export type CallRequest<O extends OperationId> = Part<'params', Params<O>> &
  Part<'query', Query<O>> &
  Part<'input', Input<O>>;
export type Call = <O extends OperationId>(
  operation: O,
  ...request: None extends CallRequest<O> ? [CallRequest<O>?] : [CallRequest<O>]
) => Promise<Result<Output<O>, CallError>>;

type Loose = { params?: Record<string, string>; query?: Record<string, string | undefined>; input?: unknown };

type CallerParts = {
  send: Send;
  time: ServerTime;
  origin: string;
  appVersion: string;
  deviceNow?: () => number;
  /** None: for the sign-in operations themselves. */
  session?: Session;
};

/** Whose session an operation needs; none for what is public. */
export function sessionKindOf(operation: OperationId): SessionKind | undefined {
  const { path } = routes[operation];
  if (path.startsWith('/v1/hr/')) return 'recruiter';
  return /^\/v1\/(health|openapi\.json|session|apply|certificates)(\/|$)/.test(path) ? undefined : 'candidate';
}

/** `call(operation, { params, query, input })`. One request, repeated once after signing in again; it never retries. */
export function createCaller({ send, time, origin, appVersion, session, deviceNow = Date.now }: CallerParts): Call {
  async function once(operation: OperationId, request: Loose, token: string | undefined): Promise<Sent> {
    const sentAt = deviceNow();
    const sent = await send({
      method: routes[operation].method,
      url: `${origin}${pathOf(operation, request.params)}${queryOf(request.query)}`,
      headers: {
        'x-app-version': appVersion,
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(request.input === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(request.input === undefined ? {} : { body: request.input }),
    });
    if (sent.kind === 'answered') time.learn(sent.headers['x-server-time'], sentAt, deviceNow());
    return sent;
  }

  return async (operation, ...[request]) => {
    const loose = (request ?? {}) as Loose;
    if (Object.values(loose.params ?? {}).includes('')) return refuse(nowhere);
    const kind = session && sessionKindOf(operation);
    if (!session || !kind) return read(await once(operation, loose, undefined));
    let token = session.token(kind);
    if (token === undefined) {
      const renewed = await session.renew(kind, undefined);
      if (!renewed.ok) return renewed;
      token = renewed.value;
    }
    const first = await once(operation, loose, token);
    if (!isSignedOut(first)) return read(first);
    const renewed = await session.renew(kind, token);
    return renewed.ok ? read(await once(operation, loose, renewed.value)) : renewed;
  };
}

/** For a page whose address was cut: it names nothing, and no path can be made of it. */
const nowhere: CallError = { kind: 'refused', code: 'not_found', message: '', status: 404 };

const isSignedOut = (sent: Sent): boolean => sent.kind === 'answered' && sent.status === 401;

function queryOf(query: Record<string, string | undefined> = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(value)}`],
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

/** Our server answers in JSON always; anything else is a gateway between, and what the server did is not known. */
function read<T>(sent: Sent): Result<T, CallError> {
  if (sent.kind !== 'answered') return refuse(sent);
  const { status, body } = sent;
  if (typeof body !== 'object' || body === null) return refuse({ kind: 'unknown' });
  if (status >= 200 && status < 300) return ok(body as T);
  const { error } = body as { error?: { code?: ErrorCode; message?: string; details?: Record<string, unknown> } };
  if (error?.code === undefined) return refuse({ kind: 'unknown' });
  const details = error.details === undefined ? {} : { details: error.details };
  return refuse({ kind: 'refused', code: error.code, message: error.message ?? '', status, ...details });
}
