import * as z from 'zod';
import { ok, refuse } from '#shared/result.ts';
import type { Exchange, Outcome } from './exchange.ts';

const verdict = z.looseObject({ errcode: z.number().default(0), errmsg: z.string().default('') });

export type WeixinCall = {
  path: string;
  query?: Record<string, string>;
  /** A POST when given, else a GET. */
  body?: Record<string, unknown>;
};

/**
 * WeChat and WeCom speak one dialect: HTTP 200 always, the verdict in `errcode` (absent or 0 is success).
 * A reply that is not of the expected shape is `unknown`: the vendor handled something.
 */
export function createWeixinApi({ baseUrl, exchange }: { baseUrl: string; exchange: Exchange }) {
  return async function call<T>({ path, query, body }: WeixinCall, shape: z.ZodType<T>): Promise<Outcome<T>> {
    const url = new URL(baseUrl.replace(/\/$/, '') + path);
    for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
    const reply = await exchange({
      url,
      method: body ? 'POST' : 'GET',
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    if (!reply.ok) return reply;
    const said = verdict.safeParse(reply.value);
    if (!said.success) return refuse({ kind: 'unknown', cause: 'unreadable reply' });
    const { errcode, errmsg } = said.data;
    if (errcode !== 0) return refuse({ kind: 'refused', errcode, errmsg });
    const value = shape.safeParse(reply.value);
    return value.success ? ok(value.data) : refuse({ kind: 'unknown', cause: 'unreadable reply' });
  };
}
