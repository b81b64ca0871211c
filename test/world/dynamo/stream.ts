import type { DynamoDBRecord } from 'aws-lambda';
import { type FilterPattern, matchesAny } from './filter-pattern.ts';
import { describeStream, getRecords, shardIterator } from './stream-api.ts';
import { deliverBatch, pause, type RetryPolicy, retryDelay, sequenceOf } from './stream-batch.ts';
import { readCheckpoint, writeCheckpoint } from './stream-checkpoint.ts';
import { wakeSignal } from './wake-signal.ts';

export type StreamSourceOptions = RetryPolicy & {
  endpoint: string;
  tableName: string;
  /** Patterns as in `FilterCriteria`; a record that matches any of them is handed over. Default: every record. */
  filter?: readonly FilterPattern[];
  batchSize?: number;
  /** Registers the listener that is called when the table has been written to (`proxy.onWrite`). */
  wake?(listener: () => void): () => void;
  /** Where to remember the place in the stream between runs; in memory when missing. */
  checkpointFile?: string;
};

export type StreamSource = {
  /** Waits for the batch in hand and ends. */
  stop(): Promise<void>;
  /** Resolves when everything written before the call, and what handling it wrote in turn, has been handled. */
  idle(): Promise<void>;
};

/** What Lambda's event source mapping does with a table's stream: in order, from the first failure on, bounded. */
export function startStreamSource(options: StreamSourceOptions): StreamSource {
  const { endpoint, tableName, filter = [], batchSize = 100, checkpointFile } = options;
  const signal = wakeSignal();
  const unsubscribe = options.wake?.(signal.wake);
  const stopping = new AbortController();
  const waiting: { since: number; done(): void }[] = [];
  let poll = 0;

  async function run(): Promise<void> {
    const stream = await withPatience(() => describeStream(endpoint, tableName), stopping.signal);
    let checkpoint = readCheckpoint(checkpointFile, stream.streamArn);
    let iterator: string | undefined;
    while (!stopping.signal.aborted) {
      poll += 1;
      signal.clear();
      let records: DynamoDBRecord[] = [];
      try {
        iterator ??= await shardIterator(endpoint, { ...stream, sequenceNumber: checkpoint });
        const page = await getRecords(endpoint, iterator, stream.streamArn);
        iterator = page.next;
        records = page.records;
      } catch {
        // The store is away for a moment: start again from the checkpoint.
        iterator = undefined;
        await pause(retryDelay(3), stopping.signal);
        continue;
      }
      const wanted = records.filter((record) => matchesAny(filter, record));
      for (let at = 0; at < wanted.length && !stopping.signal.aborted; at += batchSize) {
        const batch = wanted.slice(at, at + batchSize);
        if (await deliverBatch({ batch, stream, policy: options, signal: stopping.signal })) {
          checkpoint = sequenceOf(batch.at(-1));
          writeCheckpoint(checkpointFile, stream.streamArn, checkpoint);
        }
      }
      if (stopping.signal.aborted) return;
      if (records.length > 0) {
        checkpoint = sequenceOf(records.at(-1));
        writeCheckpoint(checkpointFile, stream.streamArn, checkpoint);
        continue;
      }
      const empty = poll;
      for (const waiter of waiting.splice(0)) {
        if (waiter.since < empty) waiter.done();
        else waiting.push(waiter);
      }
      await signal.next(stopping.signal);
    }
  }

  const running = run();
  // A stream that cannot be found is told to whoever waits; nobody waiting is no reason to end the process.
  running.catch(() => {});

  return {
    async stop() {
      unsubscribe?.();
      stopping.abort();
      signal.wake();
      await running;
    },
    async idle() {
      if (stopping.signal.aborted) return;
      // Only a poll that begins after this call proves anything.
      const handled = new Promise<void>((done) => waiting.push({ since: poll, done }));
      signal.wake();
      await Promise.race([handled, running]);
    },
  };
}

async function withPatience<T>(read: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await read();
    } catch (error) {
      if (signal.aborted || attempt === 8) throw error;
      await pause(retryDelay(attempt), signal);
    }
  }
}
