import type { Blob } from './blob.ts';
import type { Body } from './body.ts';
import { S3Error } from './s3-error.ts';
import type { S3Request } from './s3-request.ts';

/** Compares what was received with every digest that the client sent along, before or behind the data. */
export function assertIntact(request: S3Request, { trailers, length }: Body, blob: Blob, payload: string) {
  if (blob.size !== length) throw new S3Error('IncompleteBody', 'You did not provide the number of bytes specified.');
  if (/^[0-9a-f]{64}$/.test(payload) && blob.sha256.toString('hex') !== payload) {
    throw new S3Error(
      'XAmzContentSHA256Mismatch',
      "The provided 'x-amz-content-sha256' header does not match what was computed.",
    );
  }
  const sent = (name: string) => trailers.get(name) ?? request.header(name);
  assertSame('Content-MD5', request.header('content-md5'), blob.md5);
  assertSame('CRC32', sent('x-amz-checksum-crc32'), blob.crc32);
  assertSame('SHA256', sent('x-amz-checksum-sha256'), blob.sha256);
  for (const other of ['crc32c', 'crc64nvme', 'sha1']) {
    if (sent(`x-amz-checksum-${other}`))
      throw new S3Error('NotImplemented', `${other} checksums are not computed here`);
  }
  const announced = request.header('x-amz-trailer');
  if (announced && !trailers.has(announced.toLowerCase())) {
    throw new S3Error('IncompleteBody', `The announced trailer ${announced} did not come.`);
  }
}

function assertSame(kind: string, sent: string | undefined, computed: Buffer) {
  if (sent === undefined || sent === computed.toString('base64')) return;
  throw new S3Error('BadDigest', `The ${kind} you specified did not match the calculated checksum.`);
}
