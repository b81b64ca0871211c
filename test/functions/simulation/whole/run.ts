import { AsyncLocalStorage } from 'node:async_hooks';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { vi } from 'vitest';
import { type Command, isWrite, operationOf, storeError, type Wire } from '#test/world/dynamo/wire.ts';
import type { Bucket } from './bucket.ts';
import type { Turns } from './turns.ts';
import { keysPut, shardAsked, shardsWritten } from './written.ts';

/** Where a function died: nothing it does from here on reaches anybody. */
class Death extends Error {
  override readonly name = 'Death';
}

/**
 * What the store does to one request. `throttle`, `conflict`: refused, nothing written. `lost`: carried out, the reply is
 * cut, and the client sends the same once more, as the SDK does.
 */
export type StoreFault = 'throttle' | 'conflict' | 'lost';

/** One run of a function, from its event to its answer: as a process, which may die between any two of its effects. */
export type Run = {
  name: string;
  wire: Wire;
  bucket: Bucket;
  /** How many effects (writes, objects, messages, jobs) it may still have before it dies. */
  effectsLeft: number;
  effects: number;
  dead: boolean;
  /** What went wrong in it by the simulation's doing. */
  faults: string[];
  faultOf: (operation: string) => StoreFault | undefined;
  /** Told of what came into being. */
  onPut: (keys: { pk: string; sk: string }[]) => void;
  /** Shards of the index of what is due into which anything was ever put: the others need not be asked. */
  shards: Set<string>;
  /** Where several runs go on at once: whose turn it is at the store. */
  turns?: Turns | undefined;
};

const running = new AsyncLocalStorage<Run>();
export const within = <T>(run: Run, work: () => Promise<T>): Promise<T> => running.run(run, work);

/** Before anything that somebody else would see. */
export function effect(run = running.getStore()): void {
  if (run === undefined) return;
  if (run.effectsLeft <= 0) run.dead = true;
  if (run.dead) throw new Death();
  run.effectsLeft -= 1;
  run.effects += 1;
}

async function store(run: Run, command: Command): Promise<unknown> {
  const done = await run.turns?.next(run);
  try {
    return await served(run, command);
  } finally {
    done?.();
  }
}

async function served(run: Run, command: Command): Promise<unknown> {
  const operation = operationOf(command);
  if (run.dead) throw new Death();
  const writes = isWrite(operation);
  const fault = run.faultOf(operation);
  if (fault !== undefined) run.faults.push(`${operation} ${fault}`);
  if (fault === 'throttle')
    throw storeError(
      operation.startsWith('Transact') ? 'ThrottlingException' : 'ProvisionedThroughputExceededException',
    );
  if (fault === 'conflict') throw conflictOf(operation, command);
  if (writes) effect(run);
  const shard = shardAsked(command);
  if (shard !== undefined && !run.shards.has(shard)) return { Items: [] };
  for (const one of writes ? shardsWritten(command) : []) run.shards.add(one);
  const send = async () => {
    const done = await run.wire.send(command);
    if (writes) run.onPut(keysPut(command));
    return done;
  };
  if (fault !== 'lost' || !writes) return send();
  // The SDK names a transaction, so that the store knows it again.
  if (operation === 'TransactWriteItems') command.input.ClientRequestToken ??= crypto.randomUUID();
  await send();
  return run.wire.send(command);
}

function conflictOf(operation: string, { input }: Command): Error {
  if (operation !== 'TransactWriteItems') return storeError('TransactionConflictException');
  const reasons = (input.TransactItems as unknown[]).map((_, i) => ({
    Code: i === 0 ? 'TransactionConflict' : 'None',
  }));
  return storeError('TransactionCanceledException', { CancellationReasons: reasons });
}

/** Every client that a function makes goes through the run it works in; outside of one it is told so. */
export function takeClients(): void {
  const here = () => {
    const run = running.getStore();
    if (run === undefined) throw new Error('a store is used outside of a run');
    return run;
  };
  vi.spyOn(DynamoDBDocumentClient.prototype, 'send').mockImplementation(((command: Command) =>
    store(here(), command)) as never);
  vi.spyOn(S3Client.prototype, 'send').mockImplementation((async (command: Command) => {
    const run = here();
    if (run.dead) throw new Death();
    if (/^(Put|Delete)/.test(command.constructor.name)) effect(run);
    return run.bucket.send(command);
  }) as never);
}
export const releaseClients = (): void => void vi.restoreAllMocks();
