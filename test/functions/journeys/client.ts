import { type ErrorBody, type ErrorCode, errorStatus } from '#shared/contract/errors.ts';
import type { Input, OperationId, Output, Params, Query } from '#shared/contract/operations.ts';
import { pathOf, routes } from '#shared/contract/routes.ts';

/** A function gives a fresh one: a test turns the clock further than a token lives. */
export type Token = string | (() => Promise<string>);

export type Given<O extends OperationId> = {
  params?: Params<O>;
  query?: Query<O>;
  input?: Input<O>;
  token?: Token | undefined;
  headers?: Record<string, string>;
};
export type Refused = { ok: false; status: number; code: ErrorCode; message: string; details: Record<string, unknown> };
export type Reply<T> = { ok: true; status: number; value: T } | Refused;

/** The API over HTTP, typed by the contract. */
export function createClient(origin: string) {
  async function send(method: string, target: string, init: RequestInit = {}): Promise<Reply<unknown>> {
    const response = await fetch(new URL(target, origin), { ...init, method });
    const body: unknown = await response.json();
    if (response.status === 200) return { ok: true, status: 200, value: body };
    return refusalOf(response.status, body);
  }

  async function call<O extends OperationId>(operation: O, given: Given<O> = {}): Promise<Reply<Output<O>>> {
    const { params, query, input, headers } = given;
    const token = typeof given.token === 'function' ? await given.token() : given.token;
    const search = new URLSearchParams((query ?? {}) as Record<string, string>).toString();
    const path = pathOf(operation, (params ?? {}) as Record<string, string>);
    const reply = await send(routes[operation].method, search === '' ? path : `${path}?${search}`, {
      headers: {
        ...(input !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(input !== undefined && { body: JSON.stringify(input) }),
    });
    return reply as Reply<Output<O>>;
  }

  return {
    origin,
    send,
    call,
    /** The value, or an error that names the operation and its refusal. */
    async must<O extends OperationId>(operation: O, given: Given<O> = {}): Promise<Output<O>> {
      const reply = await call(operation, given);
      if (!reply.ok) throw new Error(`${operation}: ${reply.code} ${JSON.stringify(reply.details)}`);
      return reply.value;
    },
    /** The refusal, or an error when there was none. */
    async refused<O extends OperationId>(operation: O, given: Given<O> = {}): Promise<Refused> {
      const reply = await call(operation, given);
      if (reply.ok) throw new Error(`${operation} was not refused`);
      return reply;
    },
    /** A control of the world, `/world/…`. */
    async control<T = unknown>(path: string, body?: unknown): Promise<T> {
      const response = await fetch(`${origin}/world/${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      if (!response.ok) throw new Error(`/world/${path}: ${await response.text()}`);
      return (await response.json()) as T;
    },
  };
}

/** Every refusal has the one form, a code of the closed list and that code's status. */
function refusalOf(status: number, body: unknown): Refused {
  const { code, message, details = {} } = (body as Partial<ErrorBody>).error ?? {};
  if (code === undefined || message === undefined || errorStatus[code] !== status) {
    throw new Error(`not a refusal of the contract: ${status} ${JSON.stringify(body).slice(0, 200)}`);
  }
  return { ok: false, status, code, message, details };
}
