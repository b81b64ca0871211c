import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3ServiceException } from '@aws-sdk/client-s3';
import type { MediaFiles } from '#functions/ports/clip.ts';
import { type BucketOptions, openS3 } from './client.ts';

/** The bucket as the worker has it. A folder is listed rather than its objects tried: without the right to list, S3 calls an absent one forbidden. */
export function s3MediaFiles({ region, bucket, endpoint, credentials }: BucketOptions): MediaFiles {
  const client = openS3({ region, endpoint, credentials });
  return {
    async list(folder) {
      const found: { name: string; bytes: number }[] = [];
      let from: string | undefined;
      do {
        const page = await client.send(
          new ListObjectsV2Command({
            Bucket: bucket,
            Prefix: folder,
            ...(from !== undefined && { ContinuationToken: from }),
          }),
        );
        for (const { Key = '', Size = 0 } of page.Contents ?? []) {
          found.push({ name: Key.slice(folder.length), bytes: Size });
        }
        from = page.NextContinuationToken;
      } while (from !== undefined);
      return found;
    },
    async read(key) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      if (Body === undefined) throw new Error('an object without a body');
      return Body.transformToByteArray();
    },
    async putOnce(key, { bytes, mime, fileName }) {
      const put = new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        Body: bytes,
        ContentType: mime,
        ...(fileName !== null && { ContentDisposition: `attachment; filename*=UTF-8''${extendedValue(fileName)}` }),
        IfNoneMatch: '*',
      });
      await client.send(put).catch((error: unknown) => {
        if (!(error instanceof S3ServiceException && error.$metadata.httpStatusCode === 412)) throw error;
      });
    },
  };
}

/** RFC 8187: what encodeURIComponent leaves alone and a header's value may not hold. A half character has no bytes. */
const extendedValue = (name: string): string =>
  encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
