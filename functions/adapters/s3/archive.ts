import { GetObjectCommand, PutObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import type { Archive } from '#functions/ports.ts';

export type ArchiveOptions = {
  region: string;
  bucket: string;
  endpoint?: string | undefined;
  credentials?: { accessKeyId: string; secretAccessKey: string } | undefined;
};

/** Records that are written once: a second write of the same key changes nothing and is answered with the first. */
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
      try {
        await client.send(put);
        return body;
      } catch (error) {
        if (!(error instanceof S3ServiceException && error.$metadata.httpStatusCode === 412)) throw error;
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
        if (Body === undefined) throw new Error('an archived record without a body');
        return Body.transformToString('utf-8');
      }
    },
  };
}
