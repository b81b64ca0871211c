import { removeBlob } from './blob.ts';
import { bodyOf, readText } from './body.ts';
import { type OperationContext, replyXml, xmlNamespace } from './context.ts';
import type { ObjectStore, StoredObject } from './object-store.ts';
import { assertMayDelete } from './objects.ts';
import { S3Error } from './s3-error.ts';
import { queryValue } from './s3-request.ts';
import { child, fromXml, listOf } from './xml.ts';

export async function listObjectsV2({ request, outgoing, store, bucket }: OperationContext): Promise<void> {
  if (queryValue(request, 'list-type') !== '2')
    throw new S3Error('NotImplemented', 'Only ListObjectsV2 is answered here');
  const prefix = queryValue(request, 'prefix') ?? '';
  const delimiter = queryValue(request, 'delimiter') ?? '';
  const token = queryValue(request, 'continuation-token');
  const startAfter = queryValue(request, 'start-after') ?? '';
  const maxKeys = Number(queryValue(request, 'max-keys') ?? 1_000);
  if (!(Number.isInteger(maxKeys) && maxKeys >= 0))
    throw new S3Error('InvalidArgument', 'Provided max-keys not an integer');
  const after = token === undefined ? startAfter : Buffer.from(token, 'base64url').toString('utf8');
  const page = readPage(store, bucket.name, { prefix, delimiter, after, limit: Math.min(maxKeys, 1_000) });
  const encoded = queryValue(request, 'encoding-type') === 'url';
  const show = (key: string) => (encoded ? encodeURIComponent(key).replaceAll('%2F', '/') : key);
  replyXml(outgoing, 200, {
    ListBucketResult: {
      ...xmlNamespace,
      Name: bucket.name,
      Prefix: show(prefix),
      ...(delimiter && { Delimiter: show(delimiter) }),
      ...(encoded && { EncodingType: 'url' }),
      MaxKeys: maxKeys,
      KeyCount: page.objects.length + page.commonPrefixes.length,
      IsTruncated: page.next !== undefined,
      ...(token !== undefined && { ContinuationToken: token }),
      ...(page.next !== undefined && { NextContinuationToken: Buffer.from(page.next).toString('base64url') }),
      Contents: page.objects.map((object) => ({
        Key: show(object.key),
        LastModified: new Date(object.modifiedAt).toISOString(),
        ETag: `"${object.etag}"`,
        Size: object.size,
        StorageClass: 'STANDARD',
      })),
      CommonPrefixes: page.commonPrefixes.map((common) => ({ Prefix: show(common) })),
    },
  });
}

type Page = { objects: StoredObject[]; commonPrefixes: string[]; next: string | undefined };

/** `next` is the key to go on after; behind a common prefix that is the last key under it. */
function readPage(
  store: ObjectStore,
  bucket: string,
  { prefix, delimiter, after, limit }: { prefix: string; delimiter: string; after: string; limit: number },
): Page {
  const page: Page = { objects: [], commonPrefixes: [], next: undefined };
  let at = after;
  while (limit > 0) {
    const [object] = store.list(bucket, { prefix, after: at, limit: 1 });
    if (!object) return page;
    if (page.objects.length + page.commonPrefixes.length === limit) {
      page.next = at;
      return page;
    }
    const end = delimiter === '' ? -1 : object.key.indexOf(delimiter, prefix.length);
    if (end < 0) {
      page.objects.push(object);
      at = object.key;
    } else {
      const common = object.key.slice(0, end + delimiter.length);
      page.commonPrefixes.push(common);
      // The highest code point: behind every key under the prefix.
      at = `${common}\u{10ffff}`;
    }
  }
  return page;
}

/** `POST /?delete`: up to 1,000 keys in one request; a key that is not there counts as deleted. */
export async function deleteObjects({
  request,
  outgoing,
  store,
  clock,
  bucket,
  payload,
}: OperationContext): Promise<void> {
  assertMayDelete(bucket);
  const xml = fromXml(await readText(bodyOf(request, payload)));
  const keys = listOf(child(xml, 'Delete', 'Object')).map((each) => String(child(each, 'Key')));
  if (keys.length === 0 || keys.length > 1_000) {
    throw new S3Error('MalformedXML', 'The XML you provided was not well-formed or did not validate');
  }
  for (const key of keys) {
    const blob = store.remove(bucket.name, key, clock.now());
    if (blob) await removeBlob(store.blobFolder, blob);
  }
  const quiet = child(xml, 'Delete', 'Quiet') === 'true';
  replyXml(outgoing, 200, { DeleteResult: { ...xmlNamespace, Deleted: quiet ? [] : keys.map((Key) => ({ Key })) } });
}
