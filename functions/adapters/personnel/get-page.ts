import { ok, refuse } from '#shared/result.ts';
import { type EndpointResult, errorOfStatus, notAnswered } from '../endpoint/endpoint-error.ts';

/** GETs once and gives the text of a success, of so many bytes at most. Follows nobody elsewhere: the key would go along. */
export async function getPage({
  url,
  key,
  bytes,
  signal,
}: {
  url: URL;
  key: string;
  bytes: number;
  signal: AbortSignal;
}): Promise<EndpointResult<string>> {
  try {
    const response = await fetch(url, {
      signal,
      redirect: 'manual',
      headers: { accept: 'application/json', authorization: `Bearer ${key}`, connection: 'close' },
    });
    if (!response.ok) {
      await response.body?.cancel();
      return refuse(errorOfStatus(response.status));
    }
    const text = await textWithin(response, bytes);
    return text === undefined ? refuse({ kind: 'refused', cause: 'page too large' }) : ok(text);
  } catch (error) {
    return refuse(notAnswered(error));
  }
}

/** Undefined where there is more: what comes after is not waited for. */
async function textWithin(response: Response, bytes: number): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop cancels the rest.
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > bytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
