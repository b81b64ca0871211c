import type { IncomingMessage } from 'node:http';
import { S3Error } from './s3-error.ts';

/** A request as S3 sees it. The key is opaque: `..` and `//` in it mean nothing. */
export type S3Request = {
  method: string;
  bucket: string;
  key: string;
  /** The path as it was sent, for the signature. */
  rawPath: string;
  query: [name: string, value: string][];
  /** A header, or for `x-amz-…` the query parameter that a presigned URL carries in its place. */
  header(name: string): string | undefined;
  incoming: IncomingMessage;
};

export const queryValue = (request: S3Request, name: string) => request.query.find(([key]) => key === name)?.[1];

/** Path style (`localhost/bucket/key`) and virtual-host style (`bucket.localhost/key`). */
export function readRequest(incoming: IncomingMessage): S3Request {
  const [rawPath = '/', rawQuery = ''] = splitOnce(incoming.url ?? '/', '?');
  const query = readQuery(rawQuery);
  const header = (name: string) => {
    const value = sentHeader(incoming, name);
    if (value !== undefined || !name.startsWith('x-amz-')) return value;
    return query.find(([each]) => each.toLowerCase() === name)?.[1];
  };
  const hostname = (header('host') ?? '').replace(/:\d+$/, '');
  const virtual = /^(.+)\.localhost$/.exec(hostname)?.[1];
  const path = decode(rawPath).slice(1);
  const [first = '', rest = ''] = splitOnce(path, '/');
  const key = virtual === undefined ? rest : path;
  if (Buffer.byteLength(key) > 1_024) throw new S3Error('KeyTooLongError', 'Your key is too long');
  return { method: incoming.method ?? 'GET', bucket: virtual ?? first, key, rawPath, query, header, incoming };
}

export function sentHeader(incoming: IncomingMessage, name: string): string | undefined {
  const value = incoming.headers[name];
  return Array.isArray(value) ? value.join(',') : value;
}

function readQuery(rawQuery: string): S3Request['query'] {
  return rawQuery
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair): [string, string] => {
      const [name = '', value = ''] = splitOnce(pair, '=');
      return [decode(name.replaceAll('+', ' ')), decode(value.replaceAll('+', ' '))];
    });
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new S3Error('InvalidURI', "Couldn't parse the specified URI.");
  }
}
