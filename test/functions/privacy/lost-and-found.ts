import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { TestWorld } from '#test/functions/journeys/test-world.ts';
import { allItems } from '#test/functions/table-check.ts';

export type Copy = Awaited<ReturnType<typeof allItems>>;

/** As a restored table is: everything that was there at that instant, and nothing that came later. */
export async function restoreTable({ table, config }: TestWorld, copy: Copy): Promise<void> {
  const TableName = config.table;
  for (const { pk, sk } of await allItems(table)) await table.send(new DeleteCommand({ TableName, Key: { pk, sk } }));
  for (const Item of copy) await table.send(new PutCommand({ TableName, Item }));
}

/** The bucket as whoever restores has it. */
export function bucketOf({ config }: TestWorld) {
  const { region, credentials, endpoints, bucket: Bucket } = config;
  if (endpoints.s3 === undefined || credentials === undefined) throw new Error('no bucket');
  const client = new S3Client({ region, endpoint: endpoints.s3, credentials, forcePathStyle: true });

  async function contents(): Promise<Map<string, Buffer>> {
    const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket }));
    const found = Contents.map(async ({ Key = '' }) => {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
      return [Key, Buffer.from((await Body?.transformToByteArray()) ?? [])] as const;
    });
    return new Map(await Promise.all(found));
  }
  return {
    contents,
    async loseAll() {
      for (const Key of (await contents()).keys()) await client.send(new DeleteObjectCommand({ Bucket, Key }));
    },
    overwrite: (Key: string, Body: string) => client.send(new PutObjectCommand({ Bucket, Key, Body })),
    /** Each key as it was then: its newest version from before, where that is not what it holds now. */
    async restore(instant: Date) {
      const { Versions = [], DeleteMarkers = [] } = await client.send(new ListObjectVersionsCommand({ Bucket }));
      const then = [...Versions, ...DeleteMarkers].filter(({ LastModified }) => (LastModified ?? instant) <= instant);
      const wanted = new Map<string, (typeof Versions)[number]>();
      // The newest of each key come first.
      for (const version of then) if (!wanted.has(version.Key ?? '')) wanted.set(version.Key ?? '', version);
      for (const [Key, { VersionId, IsLatest, Size }] of wanted) {
        // A key that was deleted by then has a mark and no size.
        if (IsLatest || Size === undefined) continue;
        const old = await client.send(new GetObjectCommand({ Bucket, Key, VersionId }));
        const Body = (await old.Body?.transformToByteArray()) ?? new Uint8Array();
        const ContentType = old.ContentType ?? 'binary/octet-stream';
        await client.send(new PutObjectCommand({ Bucket, Key, Body, ContentType }));
      }
    },
    stop: () => client.destroy(),
  };
}
