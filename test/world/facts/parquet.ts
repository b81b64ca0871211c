import { DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import { columns } from '#shared/figures/columns.ts';
import type { FactRow } from '#shared/figures/rows.ts';

const types = { string: 'VARCHAR', int: 'INTEGER', double: 'DOUBLE', boolean: 'BOOLEAN' } as const;
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Runs in a database of its own that is gone afterwards. */
async function inMemory<T>(
  use: (run: (sql: string) => Promise<Record<string, DuckDBValue>[]>) => Promise<T>,
): Promise<T> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    return await use(async (sql) => (await connection.runAndReadAll(sql)).getRowObjects());
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** Rows a statement writes at once. */
const atOnce = 500;

/** The cases behind the figures as a Parquet file, the same columns as on AWS. */
export async function writeParquet(file: string, rows: readonly FactRow[]): Promise<void> {
  const literal = (value: string | number | boolean | null): string =>
    typeof value === 'string' ? quoted(value) : String(value);
  await inMemory(async (run) => {
    await run(`CREATE TABLE facts (${columns.map(({ name, type }) => `"${name}" ${types[type]}`).join(', ')})`);
    for (let at = 0; at < rows.length; at += atOnce) {
      const some = rows
        .slice(at, at + atOnce)
        .map((row) => `(${columns.map(({ of }) => literal(of(row))).join(', ')})`);
      await run(`INSERT INTO facts VALUES ${some.join(', ')}`);
    }
    await run(`COPY facts TO ${quoted(file)} (FORMAT parquet, COMPRESSION snappy)`);
  });
}

/** Asks a Parquet file anything; it is the table `facts`. Whole numbers come as bigint. */
export const askParquet = (file: string, sql: string): Promise<Record<string, DuckDBValue>[]> =>
  inMemory(async (run) => {
    await run(`CREATE VIEW facts AS SELECT * FROM read_parquet(${quoted(file)})`);
    return run(sql);
  });

/**
 * What the Athena query `make-facts` would make of these lines of an export: its own text, with the few functions that
 * DuckDB calls otherwise.
 */
export const makeFacts = (
  file: string,
  query: string,
  lines: readonly { path: string; line: string }[],
): Promise<void> =>
  inMemory(async (run) => {
    await run(`CREATE TABLE exported (line VARCHAR, "$path" VARCHAR)`);
    await run('CREATE MACRO json_extract_scalar(text, way) AS json_extract_string(text, way)');
    await run('CREATE MACRO regexp_like(text, form) AS regexp_matches(text, form)');
    for (let at = 0; at < lines.length; at += atOnce) {
      const some = lines.slice(at, at + atOnce).map(({ path, line }) => `(${quoted(line)}, ${quoted(path)})`);
      await run(`INSERT INTO exported VALUES ${some.join(', ')}`);
    }
    await run(`COPY (${query}) TO ${quoted(file)} (FORMAT parquet)`);
  });
