import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { crc32 as crc32Of } from 'node:zlib';
import { removeBlob, writeBlob } from './blob.ts';
import { bodyOf, readText } from './body.ts';
import { type OperationContext, replyXml, xmlNamespace } from './context.ts';
import type { StoredPart } from './object-store.ts';
import {
  assertEncryption,
  assertPutCondition,
  encryptionOf,
  keepOrRemove,
  putReplyHeaders,
  receiveBlob,
  storedHeaders,
} from './objects.ts';
import { S3Error } from './s3-error.ts';
import { queryValue } from './s3-request.ts';
import { child, fromXml, listOf } from './xml.ts';

const smallestPart = 5 * 1024 ** 2;

export async function createMultipartUpload({ request, outgoing, store, bucket }: OperationContext): Promise<void> {
  const headers = storedHeaders(request.header, Object.keys(request.incoming.headers));
  assertEncryption(bucket, headers);
  const UploadId = store.startUpload({ bucket: bucket.name, key: request.key, headers });
  replyXml(
    outgoing,
    200,
    { InitiateMultipartUploadResult: { ...xmlNamespace, Bucket: bucket.name, Key: request.key, UploadId } },
    encryptionOf(headers),
  );
}

export async function uploadPart(context: OperationContext): Promise<void> {
  const { request, outgoing, store, clock } = context;
  const { id, upload } = uploadOf(context);
  const number = Number(queryValue(request, 'partNumber'));
  if (!(Number.isInteger(number) && number >= 1 && number <= 10_000)) {
    throw new S3Error('InvalidArgument', 'Part number must be an integer between 1 and 10000, inclusive');
  }
  const blob = await receiveBlob(context);
  const md5 = blob.md5.toString('hex');
  await keepOrRemove(store, blob, () => {
    uploadOf(context);
    const crc32 = blob.crc32.toString('base64');
    return store.putPart(id, {
      number,
      blob: blob.name,
      size: blob.size,
      md5,
      crc32,
      modifiedAt: clock.now().getTime(),
    });
  });
  outgoing.writeHead(200, putReplyHeaders(md5, blob, upload.headers)).end();
}

/** Which parts are safe: what a resumed upload asks first. */
export async function listParts(context: OperationContext): Promise<void> {
  const { request, outgoing, store, bucket } = context;
  const { id } = uploadOf(context);
  const parts = store.parts(id).map((part) => ({
    PartNumber: part.number,
    LastModified: new Date(part.modifiedAt).toISOString(),
    ETag: `"${part.md5}"`,
    Size: part.size,
    ChecksumCRC32: part.crc32,
  }));
  replyXml(outgoing, 200, {
    ListPartsResult: {
      ...xmlNamespace,
      Bucket: bucket.name,
      Key: request.key,
      UploadId: id,
      MaxParts: 10_000,
      IsTruncated: false,
      Part: parts,
    },
  });
}

export async function completeMultipartUpload(context: OperationContext): Promise<void> {
  const { request, outgoing, store, clock, bucket, payload } = context;
  const { id, upload } = uploadOf(context);
  const chosen = chooseParts(await readText(bodyOf(request, payload)), store.parts(id));
  assertPutCondition(request, store.get(bucket.name, request.key));
  const blob = await writeBlob(store.blobFolder, contentOf(chosen, store.blobFolder), { maximum: 5 * 1024 ** 4 });
  const md5s = createHash('md5');
  for (const part of chosen) md5s.update(Buffer.from(part.md5, 'hex'));
  const etag = `${md5s.digest('hex')}-${chosen.length}`;
  const composite = Buffer.alloc(4);
  composite.writeUInt32BE(crc32Of(Buffer.concat(chosen.map((part) => Buffer.from(part.crc32, 'base64')))));
  const crc32 = `${composite.toString('base64')}-${chosen.length}`;
  let parts: string[] = [];
  await keepOrRemove(store, blob, () => {
    assertPutCondition(request, store.get(bucket.name, request.key));
    uploadOf(context);
    parts = store.endUpload(id);
    return store.put(bucket.name, {
      key: request.key,
      blob: blob.name,
      size: blob.size,
      etag,
      crc32,
      modifiedAt: clock.now().getTime(),
      headers: upload.headers,
    });
  });
  for (const part of parts) await removeBlob(store.blobFolder, part);
  const result = { Location: request.rawPath, Bucket: bucket.name, Key: request.key, ETag: `"${etag}"` };
  replyXml(
    outgoing,
    200,
    { CompleteMultipartUploadResult: { ...xmlNamespace, ...result, ChecksumCRC32: crc32, ChecksumType: 'COMPOSITE' } },
    encryptionOf(upload.headers),
  );
}

export async function abortMultipartUpload(context: OperationContext): Promise<void> {
  const { store, outgoing } = context;
  for (const blob of store.endUpload(uploadOf(context).id)) await removeBlob(store.blobFolder, blob);
  outgoing.writeHead(204).end();
}

function uploadOf({ request, store, bucket }: OperationContext) {
  const id = queryValue(request, 'uploadId') ?? '';
  const upload = store.upload(id);
  if (upload?.bucket === bucket.name && upload.key === request.key) return { id, upload };
  throw new S3Error('NoSuchUpload', 'The specified upload does not exist. It may have been aborted or completed.', {
    details: { UploadId: id },
  });
}

function chooseParts(xml: string, stored: readonly StoredPart[]): StoredPart[] {
  const malformed = new S3Error('MalformedXML', 'The XML you provided was not well-formed or did not validate');
  let asked: unknown[];
  try {
    asked = listOf(child(fromXml(xml), 'CompleteMultipartUpload', 'Part'));
  } catch {
    throw malformed;
  }
  if (asked.length === 0) throw malformed;
  let before = 0;
  const chosen = asked.map((each) => {
    const number = Number(child(each, 'PartNumber'));
    if (!(number > before)) throw new S3Error('InvalidPartOrder', 'The list of parts was not in ascending order.');
    before = number;
    const part = stored.find((candidate) => candidate.number === number);
    const etag = String(child(each, 'ETag')).replaceAll('"', '').replaceAll('&quot;', '');
    const crc32 = child(each, 'ChecksumCRC32');
    if (!part || part.md5 !== etag || (crc32 !== undefined && crc32 !== part.crc32)) {
      throw new S3Error('InvalidPart', 'One or more of the specified parts could not be found.', {
        details: { PartNumber: String(number) },
      });
    }
    return part;
  });
  const small = chosen.slice(0, -1).find((part) => part.size < smallestPart);
  if (small) {
    throw new S3Error('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size', {
      details: {
        ProposedSize: String(small.size),
        MinSizeAllowed: String(smallestPart),
        PartNumber: String(small.number),
      },
    });
  }
  return chosen;
}

async function* contentOf(parts: readonly StoredPart[], folder: string): AsyncGenerator<Buffer> {
  for (const part of parts) {
    for await (const chunk of createReadStream(join(folder, part.blob))) yield chunk as Buffer;
  }
}
