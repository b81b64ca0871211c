import { S3Client } from '@aws-sdk/client-s3';

/** A bucket, and where S3 and who asks it is when that is not Lambda's own. */
export type BucketOptions = {
  region: string;
  bucket: string;
  endpoint?: string | undefined;
  credentials?: { accessKeyId: string; secretAccessKey: string } | undefined;
};

export const openS3 = ({ region, endpoint, credentials }: Omit<BucketOptions, 'bucket'>): S3Client =>
  new S3Client({
    region,
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    ...(credentials === undefined ? {} : { credentials }),
  });
