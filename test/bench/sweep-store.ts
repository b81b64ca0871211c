import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { marshall } from '@aws-sdk/util-dynamodb';
import { dueShard, type Key, keys } from '#functions/adapters/dynamo/keys.ts';
import type { DueItem } from '#shared/schedule/due-items.ts';
import { startDynamo } from '#test/world/dynamo/dynoxide.ts';
import { createTable } from '#test/world/dynamo/table.ts';
import { readTableDefinition } from '#test/world/table-definition.ts';

const folder = path.resolve(import.meta.dirname, '..', '..', '.cache', 'bench');
/** Raised where what is imported changes. */
const version = 1;

export const company = 'co_bench';
type Item = Key & Record<string, unknown>;

export const dueRow = (interviewId: string, { kind, at }: DueItem): Item => ({
  ...keys.due(company, interviewId, kind),
  dueShard: dueShard(interviewId),
  dueAt: at,
  company,
  interviewId,
  kind,
});

/**
 * The data file of a store with so many rows, imported once and kept: a million rows one by one would take an hour. They
 * are written as the embedded DynamoDB itself writes them, its own request for each put aside.
 */
export async function importedStore(name: string, rows: () => Iterable<Item>): Promise<string> {
  const file = path.join(folder, `${name}-${version}.db`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const making = `${file}.making`;
  for (const leftover of ['', '-wal', '-shm', '.pid']) rmSync(making + leftover, { force: true });
  const definition = await readTableDefinition();
  const dynamo = await startDynamo({ dataFile: making });
  try {
    await createTable(dynamo.endpoint, definition);
  } finally {
    await dynamo.stop();
  }
  const database = new DatabaseSync(making);
  const table = definition.TableName;
  const put = database.prepare(`INSERT INTO "${table}" (pk, sk, item_json, item_size) VALUES (?, ?, ?, ?)`);
  const index = database.prepare(
    `INSERT INTO "${table}::gsi::due" (gsi_pk, gsi_sk, table_pk, table_sk, item_json) VALUES (?, ?, ?, ?, ?)`,
  );
  database.exec('BEGIN');
  for (const row of rows()) {
    const json = JSON.stringify(marshall(row, { removeUndefinedValues: true }));
    const [pk, sk] = [`S:${row.pk}`, `S:${row.sk}`];
    put.run(pk, sk, json, json.length);
    if (row.dueAt !== undefined) index.run(`S:${String(row.dueShard)}`, `S:${String(row.dueAt)}`, pk, sk, json);
  }
  database.exec('COMMIT');
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
  renameSync(making, file);
  return file;
}
