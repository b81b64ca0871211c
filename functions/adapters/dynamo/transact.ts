import { TransactionCanceledException, TransactionConflictException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Table } from './table.ts';

type RawItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
type WithoutTable<T> = T extends undefined ? never : Omit<NonNullable<T>, 'TableName'>;

/** One write of a transaction, with the name under which a failed condition is reported. */
export type Write = { on: string } & (
  | { Put: WithoutTable<RawItem['Put']> }
  | { Update: WithoutTable<RawItem['Update']> }
  | { Delete: WithoutTable<RawItem['Delete']> }
  | { ConditionCheck: WithoutTable<RawItem['ConditionCheck']> }
);

/** `failed`: the names of the writes whose condition did not hold; `contended`: another transaction was in the way. */
export type TransactOutcome = { committed: true } | { committed: false; failed: string[]; contended: boolean };

/** All of them or none. A refused condition is an outcome; everything else that goes wrong is thrown. */
export async function transact(table: Table, writes: Write[]): Promise<TransactOutcome> {
  const items = writes.map(({ on: _, ...write }) => {
    const [kind, body] = Object.entries(write)[0] ?? [];
    return { [kind ?? '']: { TableName: table.name, ...(body as object) } } as RawItem;
  });
  try {
    await table.send(new TransactWriteCommand({ TransactItems: items }));
    return { committed: true };
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const reasons = error.CancellationReasons ?? [];
    const failed = writes.filter((_, i) => reasons[i]?.Code === 'ConditionalCheckFailed').map((write) => write.on);
    const contended = reasons.some((reason) => reason.Code === 'TransactionConflict');
    if (failed.length === 0 && !contended) throw error;
    return { committed: false, failed, contended };
  }
}

const tries = 5;

/** The same, tried again while nothing but another transaction is in the way; throws when that lasts. */
export async function transactPatiently(
  table: Table,
  writes: Write[],
): Promise<{ committed: true } | { committed: false; failed: string[] }> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const outcome = await transact(table, writes);
    if (outcome.committed || outcome.failed.length > 0) return outcome;
  }
  throw new TransactionConflictException({ message: 'still contended', $metadata: {} });
}
