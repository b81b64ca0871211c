import type { DatabaseSync } from 'node:sqlite';
import type { OperationContext } from './context.ts';
import { replyXml, xmlNamespace } from './context.ts';
import type { StoredObject } from './object-store.ts';
import { queryValue } from './s3-request.ts';

/** One of a key's versions; without `object` the mark that it was deleted. */
export type Version = { id: string; key: string; at: number; latest: boolean; object: StoredObject | undefined };

export type Versions = {
  add(bucket: string, key: string, at: number, object?: StoredObject): void;
  find(bucket: string, key: string, id: string): Version | undefined;
  /** The newest of each key first. */
  list(bucket: string, prefix: string): Version[];
  /** Gone for good. The version that is the newest then, and the blob that nothing refers to any more. */
  remove(bucket: string, key: string, id: string): { now: Version | undefined; blob: string | undefined };
};

export function openVersions(database: DatabaseSync): Versions {
  database.exec(`
    CREATE TABLE IF NOT EXISTS versions (
      n INTEGER PRIMARY KEY, bucket TEXT, key TEXT, id TEXT, at INTEGER, blob TEXT, stored TEXT);
    CREATE INDEX IF NOT EXISTS versions_of ON versions (bucket, key);
  `);
  const insert = database.prepare('INSERT INTO versions (bucket, key, id, at, blob, stored) VALUES (?, ?, ?, ?, ?, ?)');
  const all = database.prepare(
    'SELECT * FROM versions WHERE bucket = ? AND substr(key, 1, length(?)) = ? ORDER BY key, n DESC',
  );
  const drop = database.prepare('DELETE FROM versions WHERE bucket = ? AND key = ? AND id = ? RETURNING blob');

  const list = (bucket: string, prefix: string): Version[] => {
    let before: string | undefined;
    return all.all(bucket, prefix, prefix).map((row) => {
      const key = String(row['key']);
      const latest = key !== before;
      before = key;
      const object = row['stored'] === null ? undefined : (JSON.parse(String(row['stored'])) as StoredObject);
      return { id: String(row['id']), key, at: Number(row['at']), latest, object };
    });
  };
  const ofKey = (bucket: string, key: string) => list(bucket, key).filter((one) => one.key === key);

  return {
    add(bucket, key, at, object) {
      const id = crypto.randomUUID().replaceAll('-', '');
      insert.run(bucket, key, id, at, object?.blob ?? null, object === undefined ? null : JSON.stringify(object));
    },
    find: (bucket, key, id) => ofKey(bucket, key).find((one) => one.id === id),
    list,
    remove(bucket, key, id) {
      const [gone] = drop.all(bucket, key, id);
      const blob = gone?.['blob'];
      return { now: ofKey(bucket, key)[0], blob: typeof blob === 'string' ? blob : undefined };
    },
  };
}

/** `GET /?versions`, in one page. */
export async function listObjectVersions({ request, outgoing, store, bucket }: OperationContext): Promise<void> {
  const prefix = queryValue(request, 'prefix') ?? '';
  const encoded = queryValue(request, 'encoding-type') === 'url';
  const found = store.versions.list(bucket.name, prefix).map(({ id, key, at, latest, object }) => ({
    object,
    shown: {
      Key: encoded ? encodeURIComponent(key).replaceAll('%2F', '/') : key,
      VersionId: id,
      IsLatest: latest,
      LastModified: new Date(at).toISOString(),
    },
  }));
  replyXml(outgoing, 200, {
    ListVersionsResult: {
      ...xmlNamespace,
      Name: bucket.name,
      Prefix: prefix,
      ...(encoded && { EncodingType: 'url' }),
      IsTruncated: false,
      Version: found.flatMap(({ object, shown }) =>
        object === undefined ? [] : [{ ...shown, ETag: `"${object.etag}"`, Size: object.size }],
      ),
      DeleteMarker: found.flatMap(({ object, shown }) => (object === undefined ? [shown] : [])),
    },
  });
}
