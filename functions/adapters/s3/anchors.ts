import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3ServiceException } from '@aws-sdk/client-s3';
import * as z from 'zod';
import type { Anchor, Anchors } from '#functions/ports/audit.ts';
import { type BucketOptions, openS3 } from './client.ts';

const anchorSchema: z.ZodType<Anchor> = z.object({ day: z.string(), n: z.number(), hash: z.string(), at: z.string() });
/** Read at the same time. */
const atOnce = 20;

/**
 * A bucket that keeps what was written for its retention, from whoever it may be (Object Lock): a key is a company and a
 * day, and its policy takes only what says that there must be none yet.
 */
export function s3Anchors({ region, bucket, endpoint, credentials }: BucketOptions): Anchors {
  const client = openS3({ region, endpoint, credentials });
  const folder = (company: string) => `c/${company}/anchor/`;

  async function read(Key: string): Promise<Anchor> {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key }));
    return anchorSchema.parse(JSON.parse((await Body?.transformToString('utf-8')) ?? ''));
  }

  async function keysOf(company: string): Promise<string[]> {
    const Prefix = folder(company);
    const found: string[] = [];
    let token: string | undefined;
    do {
      const page = await client.send(
        new ListObjectsV2Command({
          Bucket: bucket,
          Prefix,
          ...(token !== undefined && { ContinuationToken: token }),
        }),
      );
      found.push(...(page.Contents ?? []).flatMap(({ Key }) => Key ?? []));
      token = page.NextContinuationToken;
    } while (token !== undefined);
    return found;
  }

  return {
    async keep(company, anchor) {
      const put = new PutObjectCommand({
        Bucket: bucket,
        Key: `${folder(company)}${anchor.day}.json`,
        Body: JSON.stringify(anchor),
        ContentType: 'application/json; charset=utf-8',
        IfNoneMatch: '*',
      });
      await client.send(put).catch((error: unknown) => {
        if (!(error instanceof S3ServiceException && error.$metadata.httpStatusCode === 412)) throw error;
      });
    },
    async all(company) {
      const found: Anchor[] = [];
      const keys = await keysOf(company);
      for (let at = 0; at < keys.length; at += atOnce)
        found.push(...(await Promise.all(keys.slice(at, at + atOnce).map(read))));
      return found;
    },
  };
}
