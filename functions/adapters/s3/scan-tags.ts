import { GetObjectTaggingCommand } from '@aws-sdk/client-s3';
import type { Scanner } from '#functions/ports/intake.ts';
import { type BucketOptions, openS3 } from './client.ts';

export type ScanTagsOptions = BucketOptions & {
  /** Milliseconds from one look to the next, and how often it is looked. */
  every: number;
  times: number;
  wait(ms: number): Promise<void>;
};

/** The tag that GuardDuty's Malware Protection for S3 puts on an object, some seconds after it came. */
const tag = 'GuardDutyMalwareScanStatus';

/** Threats and none are said; UNSUPPORTED, ACCESS_DENIED and FAILED say that nobody could look. */
const meaning = new Map<string, Awaited<ReturnType<Scanner>>>([
  ['NO_THREATS_FOUND', 'clean'],
  ['THREATS_FOUND', 'infected'],
]);

/** What GuardDuty says of an upload. Waits a while for it, then throws. */
export function s3ScanTags({ region, bucket, endpoint, credentials, every, times, wait }: ScanTagsOptions): Scanner {
  const client = openS3({ region, endpoint, credentials });
  return async (key) => {
    for (let n = 1; n <= times; n += 1) {
      const { TagSet = [] } = await client.send(new GetObjectTaggingCommand({ Bucket: bucket, Key: key }));
      const said = TagSet.find(({ Key }) => Key === tag)?.Value;
      if (said !== undefined) return meaning.get(said) ?? 'unscanned';
      if (n < times) await wait(every);
    }
    throw new Error(`no word of whether ${key} does harm`);
  };
}
