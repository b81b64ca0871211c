import { DeleteObjectsCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import type { Shredder } from '#functions/ports/privacy.ts';
import { type BucketOptions, openS3 } from './client.ts';

/** Every page is listed anew from the beginning: what was listed is gone by then. Versions before go by the bucket's lifecycle. */
export function s3Shredder({ region, bucket, endpoint, credentials }: BucketOptions): Shredder {
  const client = openS3({ region, endpoint, credentials });
  return {
    async removeAll(prefix) {
      let gone = 0;
      for (;;) {
        const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix }));
        const Objects = Contents.flatMap(({ Key }) => (Key === undefined ? [] : [{ Key }]));
        if (Objects.length === 0) return gone;
        const Delete = { Objects, Quiet: true };
        const { Errors = [] } = await client.send(new DeleteObjectsCommand({ Bucket: bucket, Delete }));
        if (Errors.length > 0) throw new Error(`${Errors.length} objects could not be deleted`);
        gone += Objects.length;
      }
    },
  };
}
