import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { delimiter, dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** `pid` is undefined when `DYNAMODB_ENDPOINT` named a server that we did not start. `stop` may be called twice. */
export type Dynamo = { endpoint: string; pid: number | undefined; stop(): Promise<void> };

export class DynamoUnavailable extends Error {
  override readonly name = 'DynamoUnavailable';
}

/** Starts the embedded DynamoDB on a data file (made when missing), or hands back `DYNAMODB_ENDPOINT`. */
export async function startDynamo({ dataFile }: { dataFile: string }): Promise<Dynamo> {
  const given = process.env['DYNAMODB_ENDPOINT'];
  if (given) return { endpoint: given, pid: undefined, stop: async () => {} };
  const binary = findBinary();
  const file = resolve(dataFile);
  mkdirSync(dirname(file), { recursive: true });
  await endOrphan(file);
  // `--port 0` works but the port it got is never told, so a free one is asked for first; another process may win it.
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const child = spawn(binary, ['serve', '--port', String(port), '--db-path', file], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    try {
      await untilListening(child);
      return running(child, port, file);
    } catch (error) {
      child.kill('SIGKILL');
      if (attempt === 3) throw error;
    }
  }
}

function running(child: ChildProcess, port: number, file: string): Dynamo {
  addStreamIndexes(file);
  child.stdout?.resume();
  child.stderr?.resume();
  const pidFile = `${file}.pid`;
  if (child.pid) writeFileSync(pidFile, String(child.pid));
  const endWithUs = () => child.kill('SIGKILL');
  process.once('exit', endWithUs);
  return {
    endpoint: `http://127.0.0.1:${port}`,
    pid: child.pid,
    async stop() {
      process.off('exit', endWithUs);
      if (child.exitCode === null && child.signalCode === null) {
        const exited = once(child, 'exit');
        child.kill('SIGTERM');
        const hard = setTimeout(() => child.kill('SIGKILL'), 2_000);
        await exited;
        clearTimeout(hard);
      }
      rmSync(pidFile, { force: true });
    },
  };
}

/**
 * With streams on, every write looks for the highest sequence number among all stream records. These two indexes turn
 * that scan, and the read of a shard, into a lookup. The table exists from the first start on, streams or not.
 */
function addStreamIndexes(file: string) {
  const database = new DatabaseSync(file, { timeout: 5_000 });
  try {
    database.exec(`
      CREATE INDEX IF NOT EXISTS world_stream_sequence
        ON _stream_records (table_name, CAST(sequence_number AS INTEGER));
      CREATE INDEX IF NOT EXISTS world_stream_shard
        ON _stream_records (table_name, shard_id, CAST(sequence_number AS INTEGER));
    `);
  } finally {
    database.close();
  }
}

async function untilListening(child: ChildProcess): Promise<void> {
  let said = '';
  await new Promise<void>((listening, failed) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('listening on')) listening();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('error', failed);
    child.once('exit', (code) => failed(new DynamoUnavailable(`dynoxide ended with ${code}: ${said.trim()}`)));
    setTimeout(
      () => failed(new DynamoUnavailable(`dynoxide did not listen within 10 s: ${said.trim()}`)),
      10_000,
    ).unref();
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new DynamoUnavailable('no free port');
  return address.port;
}

/** A run that was killed leaves its server on the file; it is ended by the id that run wrote, if that is still it. */
async function endOrphan(file: string): Promise<void> {
  try {
    const pid = Number(readFileSync(`${file}.pid`, 'utf8'));
    const command = () => readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    if (!command().includes('dynoxide') || !command().includes(file)) return;
    process.kill(pid, 'SIGKILL');
    for (const until = Date.now() + 2_000; Date.now() < until && command() !== ''; ) {
      await new Promise((tick) => setTimeout(tick, 10));
    }
  } catch {
    // No such file, no such process, or a system without /proc: there is nothing of ours to end.
  }
}

function findBinary(): string {
  const name = process.platform === 'win32' ? 'dynoxide.exe' : 'dynoxide';
  const platformPackage = `@dynoxide/${process.platform}-${process.arch}`;
  const candidates: string[] = [];
  try {
    candidates.push(join(dirname(createRequire(import.meta.url).resolve(`${platformPackage}/package.json`)), name));
  } catch {
    // Not published for this platform, or not installed.
  }
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) if (folder) candidates.push(join(folder, name));
  const found = candidates.find(isExecutable);
  if (found) return found;
  throw new DynamoUnavailable(
    'No DynamoDB to run on. Any one of these helps: set DYNAMODB_ENDPOINT to a DynamoDB-compatible server; ' +
      `install this platform's package (npm install --no-save ${platformPackage}); or put "dynoxide" on PATH.`,
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
