import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openVersions, type Versions } from './versions.ts';

/** `headers` are those that are given back with the object: content type, user metadata, encryption. */
export type StoredObject = {
  key: string;
  blob: string;
  size: number;
  /** Without the quotes. */
  etag: string;
  /** base64; of an object made of parts the checksum of the parts' checksums, `…-3`. */
  crc32: string;
  modifiedAt: number;
  headers: Record<string, string>;
};

export type StoredPart = { number: number; blob: string; size: number; md5: string; crc32: string; modifiedAt: number };
export type Upload = { bucket: string; key: string; headers: Record<string, string> };

export type ObjectStore = {
  blobFolder: string;
  versions: Versions;
  get(bucket: string, key: string): StoredObject | undefined;
  /** Returns the blob that nothing refers to any more. */
  put(bucket: string, object: StoredObject): string | undefined;
  remove(bucket: string, key: string, at: Date): string | undefined;
  /** One version for good; the newest that is left is what the key holds then. */
  removeVersion(bucket: string, key: string, id: string): string | undefined;
  /** Keys in the order of their UTF-8 bytes, after `after`. */
  list(bucket: string, options: { prefix: string; after: string; limit: number }): StoredObject[];
  startUpload(upload: Upload): string;
  upload(id: string): Upload | undefined;
  putPart(id: string, part: StoredPart): string | undefined;
  parts(id: string): StoredPart[];
  /** Returns the blobs of its parts. */
  endUpload(id: string): string[];
  close(): void;
};

/** `versioned`: buckets that keep what is replaced and deleted. */
export function openObjectStore(dir: string, versioned: ReadonlySet<string> = new Set()): ObjectStore {
  const blobFolder = join(dir, 'blobs');
  mkdirSync(blobFolder, { recursive: true });
  const database = new DatabaseSync(join(dir, 'objects.db'));
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS objects (
      bucket TEXT, key TEXT, blob TEXT, stored TEXT, PRIMARY KEY (bucket, key)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS uploads (id TEXT PRIMARY KEY, stored TEXT);
    CREATE TABLE IF NOT EXISTS parts (
      upload TEXT, number INTEGER, blob TEXT, stored TEXT, PRIMARY KEY (upload, number)) WITHOUT ROWID;
  `);
  const versions = openVersions(database);
  removeOrphans(database, blobFolder);

  const get = database.prepare('SELECT stored FROM objects WHERE bucket = ? AND key = ?');
  const put = database.prepare('INSERT OR REPLACE INTO objects (bucket, key, blob, stored) VALUES (?, ?, ?, ?)');
  const remove = database.prepare('DELETE FROM objects WHERE bucket = ? AND key = ?');
  const list = database.prepare(
    `SELECT stored FROM objects WHERE bucket = ? AND key > ? AND key >= ? AND substr(key, 1, length(?)) = ?
     ORDER BY key LIMIT ?`,
  );
  const startUpload = database.prepare('INSERT INTO uploads (id, stored) VALUES (?, ?)');
  const upload = database.prepare('SELECT stored FROM uploads WHERE id = ?');
  const endUpload = database.prepare('DELETE FROM uploads WHERE id = ?');
  const part = database.prepare('SELECT stored FROM parts WHERE upload = ? AND number = ?');
  const putPart = database.prepare('INSERT OR REPLACE INTO parts (upload, number, blob, stored) VALUES (?, ?, ?, ?)');
  const parts = database.prepare('SELECT stored FROM parts WHERE upload = ? ORDER BY number');
  const removeParts = database.prepare('DELETE FROM parts WHERE upload = ? RETURNING blob');

  const read = <T>(row: Record<string, unknown> | undefined) =>
    row === undefined ? undefined : (JSON.parse(String(row['stored'])) as T);
  const find = (bucket: string, key: string) => read<StoredObject>(get.get(bucket, key));

  return {
    blobFolder,
    versions,
    get: find,
    put(bucket, object) {
      const before = find(bucket, object.key)?.blob;
      put.run(bucket, object.key, object.blob, JSON.stringify(object));
      if (!versioned.has(bucket)) return before;
      versions.add(bucket, object.key, object.modifiedAt, object);
      return undefined;
    },
    remove(bucket, key, at) {
      const before = find(bucket, key)?.blob;
      remove.run(bucket, key);
      if (!versioned.has(bucket)) return before;
      versions.add(bucket, key, at.getTime());
      return undefined;
    },
    removeVersion(bucket, key, id) {
      const { now, blob } = versions.remove(bucket, key, id);
      if (now?.object === undefined) remove.run(bucket, key);
      else put.run(bucket, key, now.object.blob, JSON.stringify(now.object));
      return blob;
    },
    list: (bucket, { prefix, after, limit }) =>
      list.all(bucket, after, prefix, prefix, prefix, limit).flatMap((row) => read<StoredObject>(row) ?? []),
    startUpload(given) {
      const id = crypto.randomUUID().replaceAll('-', '');
      startUpload.run(id, JSON.stringify(given));
      return id;
    },
    upload: (id) => read<Upload>(upload.get(id)),
    putPart(id, given) {
      const before = read<StoredPart>(part.get(id, given.number))?.blob;
      putPart.run(id, given.number, given.blob, JSON.stringify(given));
      return before;
    },
    parts: (id) => parts.all(id).flatMap((row) => read<StoredPart>(row) ?? []),
    endUpload(id) {
      endUpload.run(id);
      return removeParts.all(id).map((row) => String(row['blob']));
    },
    close: () => database.close(),
  };
}

/** An upload that a killed run did not finish left bytes that nothing refers to. */
function removeOrphans(database: DatabaseSync, blobFolder: string) {
  const rows = database
    .prepare('SELECT blob FROM objects UNION SELECT blob FROM parts UNION SELECT blob FROM versions')
    .all();
  const kept = new Set(rows.map((row) => String(row['blob'])));
  for (const name of readdirSync(blobFolder)) if (!kept.has(name)) rmSync(join(blobFolder, name));
}
