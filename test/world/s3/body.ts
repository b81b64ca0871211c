import { S3Error } from './s3-error.ts';
import type { S3Request } from './s3-request.ts';

/** A request's content: its bytes without transfer framing, and the headers that follow them. */
export type Body = { chunks: AsyncIterable<Buffer>; trailers: Map<string, string>; length: number };

/** The SDK frames streams as aws-chunked, with the checksum behind the data. Signed chunks are not taken. */
export function bodyOf(request: S3Request, payload: string): Body {
  const trailers = new Map<string, string>();
  const streaming = payload.startsWith('STREAMING-');
  const length = Number(
    (streaming ? request.header('x-amz-decoded-content-length') : undefined) ?? request.header('content-length'),
  );
  if (Number.isNaN(length))
    throw new S3Error('MissingContentLength', 'You must provide the Content-Length HTTP header.');
  // A refusal in mid-body must not end the connection on which it is told.
  if (!streaming) return { chunks: request.incoming.iterator({ destroyOnReturn: false }), trailers, length };
  if (payload !== 'STREAMING-UNSIGNED-PAYLOAD-TRAILER')
    throw new S3Error('NotImplemented', `${payload} is not taken here`);
  return { chunks: unframe(request.incoming, trailers), trailers, length };
}

/** `<hex size>[;extension]\r\n<data>\r\n … 0\r\n<trailer>: <value>\r\n\r\n` */
async function* unframe(incoming: AsyncIterable<Buffer>, trailers: Map<string, string>): AsyncGenerator<Buffer> {
  const source = incoming[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  const more = async () => {
    const { value, done } = await source.next();
    if (done) throw incomplete();
    held = held.length === 0 ? value : Buffer.concat([held, value]);
  };
  const line = async () => {
    for (;;) {
      const end = held.indexOf('\r\n');
      if (end >= 0) {
        const text = held.subarray(0, end).toString('latin1');
        held = held.subarray(end + 2);
        return text;
      }
      if (held.length > 8_192) throw incomplete();
      await more();
    }
  };
  for (;;) {
    const size = /^([0-9a-f]{1,8})(;|$)/i.exec(await line())?.[1];
    if (size === undefined) throw incomplete();
    let left = Number.parseInt(size, 16);
    if (left === 0) break;
    while (left > 0) {
      if (held.length === 0) await more();
      const part = held.subarray(0, left);
      held = held.subarray(part.length);
      left -= part.length;
      yield part;
    }
    if ((await line()) !== '') throw incomplete();
  }
  for (let text = await line(); text !== ''; text = await line()) {
    const at = text.indexOf(':');
    trailers.set(text.slice(0, at).trim().toLowerCase(), text.slice(at + 1).trim());
  }
}

const incomplete = () => new S3Error('IncompleteBody', 'The request body terminated unexpectedly');

/** For the small XML bodies of requests. */
export async function readText({ chunks }: Body, limit = 1_048_576): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > limit) throw new S3Error('MalformedXML', 'The XML you provided was too large');
    parts.push(chunk);
  }
  return Buffer.concat(parts).toString('utf8');
}
