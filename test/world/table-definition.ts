import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { FilterPattern } from './dynamo/filter-pattern.ts';
import type { TableDefinition } from './dynamo/table.ts';

const folder = resolve(import.meta.dirname, '..', '..', 'functions', 'serverless');

/** How the functions are fed, as serverless.yml hands it to AWS. Times in seconds. */
export type EventDefinitions = {
  stream: {
    batchSize: number;
    maximumRetryAttempts: number;
    bisectBatchOnFunctionError: boolean;
    filterPatterns: FilterPattern[];
  };
  evaluate: QueueDefinition;
  deliver: QueueDefinition;
  transcribe: QueueDefinition;
  intake: QueueDefinition;
  learn: QueueDefinition;
  sweep: { rate: string };
};
export type QueueDefinition = {
  batchSize: number;
  maximumConcurrency: number;
  visibilityTimeout: number;
  maxReceiveCount: number;
};

/** The table as AWS gets it; its name, which AWS makes up, is ours here. Throws when the file is not there. */
export async function readTableDefinition(TableName = 'mianliao'): Promise<TableDefinition> {
  return { TableName, ...(await read<Omit<TableDefinition, 'TableName'>>('table.json')) } as TableDefinition;
}

/** The stream's filter, batches and retries, the queues' patience, and the sweep's schedule. */
export const readEventDefinitions = (): Promise<EventDefinitions> => read<EventDefinitions>('events.json');

/** From `rate(1 minute)` to milliseconds. Throws on a form that the world does not know, `cron(…)` included. */
export function everyMs(rate: string): number {
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(rate) ?? [];
  const minutes = { minute: 1, hour: 60, day: 1440 }[unit ?? ''];
  if (minutes === undefined) throw new Error(`unknown schedule ${rate}`);
  return Number(count) * minutes * 60_000;
}

async function read<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(join(folder, file), 'utf8')) as T;
}
