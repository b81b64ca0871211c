import type { UploadForm } from '#functions/ports/clip.ts';

type Content = string | Uint8Array<ArrayBuffer>;

/** As a phone posts a form: its fields first and as they are, the file last. */
export function upload({ url, fields }: UploadForm, content: Content, headers: Record<string, string> = {}) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append('file', new Blob([content]), 'part.bin');
  return fetch(url, { method: 'POST', body, headers });
}

/** `403 AccessDenied`: how the bucket refused. */
export async function refusedWith(answered: Promise<Response>): Promise<string> {
  const answer = await answered;
  return `${answer.status} ${/<Code>(\w+)<\/Code>/.exec(await answer.text())?.[1] ?? ''}`.trim();
}
