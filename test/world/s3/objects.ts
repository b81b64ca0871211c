import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Blob, largestUpload, removeBlob, tooLarge, writeBlob } from './blob.ts';
import { bodyOf } from './body.ts';
import { assertIntact } from './checksum.ts';
import type { OperationContext, S3Bucket } from './context.ts';
import type { ObjectStore, StoredObject } from './object-store.ts';
import { S3Error } from './s3-error.ts';
import { queryValue, type S3Request } from './s3-request.ts';

export async function putObject(context: OperationContext): Promise<void> {
  const { request, outgoing, store, clock, bucket } = context;
  if (request.header('x-amz-copy-source')) throw new S3Error('NotImplemented', 'Copies are not made here');
  const headers = storedHeaders(request.header, Object.keys(request.incoming.headers));
  assertEncryption(bucket, headers);
  assertLock(request, bucket);
  const current = () => assertPutCondition(request, store.get(bucket.name, request.key));
  current();
  const blob = await receiveBlob(context);
  await keepOrRemove(store, blob, () => {
    // Somebody else may have written it while this one was on its way.
    current();
    return store.put(bucket.name, objectFrom({ key: request.key, blob, headers, now: clock.now() }));
  });
  outgoing.writeHead(200, putReplyHeaders(blob.md5.toString('hex'), blob, headers)).end();
}

export function putReplyHeaders(etag: string, blob: Pick<Blob, 'crc32'>, headers: Record<string, string>) {
  return {
    etag: `"${etag}"`,
    'x-amz-checksum-crc32': blob.crc32.toString('base64'),
    'x-amz-checksum-type': 'FULL_OBJECT',
    ...encryptionOf(headers),
  };
}

/** The content of a PUT, on disk and compared with its digests. */
export async function receiveBlob({ request, store, payload }: OperationContext): Promise<Blob> {
  const body = bodyOf(request, payload);
  if (body.length > largestUpload) throw tooLarge(largestUpload);
  const blob = await writeBlob(store.blobFolder, body.chunks, { maximum: Math.min(body.length, largestUpload) }).catch(
    (error: unknown) => {
      // More data than the announced length is a broken frame, not a large object.
      if (error instanceof S3Error && error.code === 'EntityTooLarge') {
        throw new S3Error('IncompleteBody', 'You did not provide the number of bytes specified.');
      }
      throw error;
    },
  );
  await keepOrRemove(store, blob, () => {
    assertIntact(request, body, blob, payload);
    return undefined;
  });
  return blob;
}

/** Commits; when that is refused the new bytes go, otherwise those that they replaced. */
export async function keepOrRemove(store: ObjectStore, blob: Blob, commit: () => string | undefined): Promise<void> {
  let replaced: string | undefined;
  try {
    replaced = commit();
  } catch (error) {
    await removeBlob(store.blobFolder, blob.name);
    throw error;
  }
  if (replaced) await removeBlob(store.blobFolder, replaced);
}

export function objectFrom(given: {
  key: string;
  blob: Blob;
  headers: Record<string, string>;
  now: Date;
}): StoredObject {
  const { key, blob, headers, now } = given;
  return {
    key,
    blob: blob.name,
    size: blob.size,
    etag: blob.md5.toString('hex'),
    crc32: blob.crc32.toString('base64'),
    modifiedAt: now.getTime(),
    headers,
  };
}

const keptHeaders = ['content-type', 'cache-control', 'content-disposition', 'content-language', 'expires'];

/** What is given back with the object. `value` reads a header or a form's field, `names` are all that there are. */
export function storedHeaders(
  value: (name: string) => string | undefined,
  names: readonly string[],
): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of [...keptHeaders, ...names.filter((each) => each.startsWith('x-amz-meta-'))]) {
    const given = value(name);
    if (given !== undefined) kept[name] = given;
  }
  kept['content-type'] ??= 'binary/octet-stream';
  const coding = value('content-encoding')
    ?.split(',')
    .map((each) => each.trim())
    .filter((each) => each !== 'aws-chunked');
  if (coding?.length) kept['content-encoding'] = coding.join(', ');
  const encryption = value('x-amz-server-side-encryption');
  if (encryption !== undefined && !['AES256', 'aws:kms'].includes(encryption)) {
    throw new S3Error('InvalidArgument', 'The encryption method specified is not supported');
  }
  if (encryption !== undefined) kept['x-amz-server-side-encryption'] = encryption;
  return kept;
}

export function assertEncryption(bucket: S3Bucket, headers: Record<string, string>) {
  if (bucket.requireEncryption && headers['x-amz-server-side-encryption'] === undefined) {
    throw new S3Error('AccessDenied', 'The bucket policy denies an upload without x-amz-server-side-encryption');
  }
}

/** With a retention S3 wants a checksum of what it is to keep; the bucket's policy wants the key to be a new one. */
function assertLock(request: S3Request, { locked }: S3Bucket) {
  if (!locked) return;
  const sums = Object.keys(request.incoming.headers).some((name) =>
    /^(content-md5|x-amz-checksum-|x-amz-trailer)/.test(name),
  );
  if (!sums)
    throw new S3Error(
      'InvalidRequest',
      'Content-MD5 or x-amz-checksum- HTTP header is required for Put Object requests with Object Lock parameters',
    );
  if (request.header('if-none-match') === undefined) throw explicitDeny();
}

export function assertMayDelete({ locked }: S3Bucket) {
  if (locked) throw explicitDeny();
}

const explicitDeny = () => new S3Error('AccessDenied', 'Access Denied: explicit deny in a resource-based policy');

/** S3 encrypts with AES256 also what nobody asked it to. */
export const encryptionOf = (headers: Record<string, string>) => ({
  'x-amz-server-side-encryption': headers['x-amz-server-side-encryption'] ?? 'AES256',
});

export function assertPutCondition(request: S3Request, current: StoredObject | undefined) {
  const absent = request.header('if-none-match');
  if (absent !== undefined && absent !== '*') throw new S3Error('NotImplemented', 'If-None-Match takes only * here');
  if (absent === '*' && current) throw failed('If-None-Match');
  const match = request.header('if-match');
  if (match === undefined) return;
  if (!current) throw noSuchKey(request.key);
  if (unquote(match) !== current.etag) throw failed('If-Match');
}

export async function getObject({ request, outgoing, store, bucket }: OperationContext): Promise<void> {
  const version = queryValue(request, 'versionId');
  const object =
    version === undefined
      ? store.get(bucket.name, request.key)
      : store.versions.find(bucket.name, request.key, version)?.object;
  if (!object) throw noSuchKey(request.key);
  const etag = `"${object.etag}"`;
  const match = request.header('if-match');
  if (match !== undefined && unquote(match) !== object.etag) throw failed('If-Match');
  const noneMatch = request.header('if-none-match');
  if (noneMatch !== undefined && unquote(noneMatch) === object.etag) {
    outgoing.writeHead(304, { etag }).end();
    return;
  }
  const range = rangeOf(request.header('range'), object.size);
  const overrides = Object.fromEntries(
    request.query
      .filter(([name]) => name.startsWith('response-'))
      .map(([name, value]) => [name.slice('response-'.length), value]),
  );
  outgoing.writeHead(range ? 206 : 200, {
    ...object.headers,
    ...overrides,
    ...encryptionOf(object.headers),
    etag,
    'accept-ranges': 'bytes',
    'last-modified': new Date(object.modifiedAt).toUTCString(),
    'content-length': range ? range.end - range.start + 1 : object.size,
    ...(range && { 'content-range': `bytes ${range.start}-${range.end}/${object.size}` }),
    ...(!range &&
      request.header('x-amz-checksum-mode') === 'ENABLED' && {
        'x-amz-checksum-crc32': object.crc32,
        'x-amz-checksum-type': object.crc32.includes('-') ? 'COMPOSITE' : 'FULL_OBJECT',
      }),
  });
  if (request.method === 'HEAD' || object.size === 0) {
    outgoing.end();
    return;
  }
  // A reader that goes away in mid-download is its own affair.
  await pipeline(createReadStream(join(store.blobFolder, object.blob), range ?? {}), outgoing).catch(() =>
    outgoing.destroy(),
  );
}

export async function deleteObject({ request, outgoing, store, clock, bucket }: OperationContext): Promise<void> {
  assertMayDelete(bucket);
  const version = queryValue(request, 'versionId');
  const blob =
    version === undefined
      ? store.remove(bucket.name, request.key, clock.now())
      : store.removeVersion(bucket.name, request.key, version);
  if (blob) await removeBlob(store.blobFolder, blob);
  outgoing.writeHead(204).end();
}

/** Undefined for the whole object; also for what is no byte range, or several, which S3 ignores. */
function rangeOf(header: string | undefined, size: number): { start: number; end: number } | undefined {
  const parts = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!parts || (parts[1] === '' && parts[2] === '')) return undefined;
  const start = parts[1] === '' ? Math.max(size - Number(parts[2]), 0) : Number(parts[1]);
  const end = parts[1] === '' || parts[2] === '' ? size - 1 : Math.min(Number(parts[2]), size - 1);
  if (start < size && start <= end) return { start, end };
  throw new S3Error('InvalidRange', 'The requested range is not satisfiable', {
    details: { RangeRequested: header ?? '', ActualObjectSize: String(size) },
    headers: { 'content-range': `bytes */${size}` },
  });
}

const noSuchKey = (key: string) =>
  new S3Error('NoSuchKey', 'The specified key does not exist.', { details: { Key: key } });
const failed = (condition: string) =>
  new S3Error('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', {
    details: { Condition: condition },
  });
const unquote = (etag: string) => etag.replace(/^"(.*)"$/, '$1');
