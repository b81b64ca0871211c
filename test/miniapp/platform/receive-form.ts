import type { IncomingMessage } from 'node:http';

export type Received = { names: string[]; fields: Record<string, string>; file: Buffer; type: string };

/** A multipart form as the store of media gets it; `names` in the order they came. */
export async function receiveForm(req: IncomingMessage): Promise<Received> {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(part as Buffer);
  const form = await new Response(Buffer.concat(parts), {
    headers: { 'content-type': req.headers['content-type'] ?? '' },
  }).formData();
  const entries = [...form];
  const file = form.get('file');
  return {
    names: entries.map(([name]) => name),
    fields: Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
    file: file instanceof Blob ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0),
    type: file instanceof Blob ? file.type : '',
  };
}
