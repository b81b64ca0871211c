import { PutObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import type { Archive } from '#functions/ports.ts';

export type ArchiveOptions = {
  region: string;
  bucket: string;
  endpoint?: string | undefined;
  credentials?: { accessKeyId: string; secretAccessKey: string } | undefined;
};

/** Records that are written once: a second write of the same key changes nothing. */
export function s3Archive({ region, bucket, endpoint, credentials }: ArchiveOptions): Archive {
  const client = new S3Client({
    region,
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    ...(credentials === undefined ? {} : { credentials }),
  });
  return {
    async putOnce(key, body) {
      const put = new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        Body: body,
        ContentType: 'application/json; charset=utf-8',
        IfNoneMatch: '*',
      });
      await client.send(put).catch((error: unknown) => {
        if (!(error instanceof S3ServiceException && error.$metadata.httpStatusCode === 412)) throw error;
      });
    },
  };
}
