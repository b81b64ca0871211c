import { GetObjectCommand, PutObjectCommand, S3ServiceException } from '@aws-sdk/client-s3';
import type { Archive } from '#functions/ports.ts';
import { type BucketOptions, openS3 } from './client.ts';

/** Records that are written once: a second write of the same key changes nothing and is answered with the first. */
export function s3Archive({ region, bucket, endpoint, credentials }: BucketOptions): Archive {
  const client = openS3({ region, endpoint, credentials });
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
