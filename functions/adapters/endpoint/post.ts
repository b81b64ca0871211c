import { ok, refuse } from '#shared/result.ts';
import { type EndpointError, type EndpointResult, errorOfStatus, notAnswered } from './endpoint-error.ts';

export type Reply = { status: number; text: string; retryAfterMs: number | undefined };

/** POSTs once and gives whatever was answered; an error only where nothing was. */
export async function post({
  url,
  headers,
  body,
  signal,
  fetch: send = fetch,
}: {
  url: string;
  headers: Record<string, string>;
  body: string | FormData;
  signal: AbortSignal;
  fetch?: typeof fetch | undefined;
}): Promise<EndpointResult<Reply>> {
  try {
    const response = await send(url, { method: 'POST', headers, body, signal, redirect: 'error' });
    const text = await response.text();
    return ok({ status: response.status, text, retryAfterMs: retryAfter(response.headers) });
  } catch (error) {
    return refuse(notAnswered(error));
  }
}

/** What a reply that is no success says; undefined for a success. */
export const failureOf = ({ status, retryAfterMs }: Reply): EndpointError | undefined =>
  status >= 200 && status < 300 ? undefined : errorOfStatus(status, retryAfterMs);

/** Seconds, or a date counted from the reply's own Date, so that no clock of ours matters. In milliseconds. */
function retryAfter(headers: Headers): number | undefined {
  const said = headers.get('retry-after');
  if (said === null) return undefined;
  if (/^\d+(\.\d+)?$/.test(said.trim())) return Number(said) * 1000;
  const wait = Date.parse(said) - Date.parse(headers.get('date') ?? '');
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}

/** A reply's JSON; undefined for what is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
