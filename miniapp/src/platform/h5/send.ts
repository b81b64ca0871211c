import type { Send } from '../../api/caller.ts';
import { config } from '../../config.ts';

/** What a browser still sends when the page is being closed is limited to 64 KB in all. */
const keepaliveBytes = 60_000;

export const send: Send = async ({ method, url, headers, body }) => {
  if (!navigator.onLine) return { kind: 'offline' };
  const text = body === undefined ? undefined : JSON.stringify(body);
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), config.requestTimeoutMs);
  try {
    const answer = await fetch(url, {
      method,
      headers,
      signal: controller.signal,
      ...(text === undefined ? {} : { body: text, keepalive: text.length * 3 < keepaliveBytes }),
    });
    const parsed: unknown = await answer.json().catch(() => null);
    return { kind: 'answered', status: answer.status, headers: Object.fromEntries(answer.headers), body: parsed };
  } catch {
    return { kind: navigator.onLine ? 'unknown' : 'offline' };
  } finally {
    clearTimeout(timer);
  }
};
