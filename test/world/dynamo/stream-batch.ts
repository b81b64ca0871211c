import { setTimeout as delay } from 'node:timers/promises';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';

// biome-ignore lint/suspicious/noConfusingVoidType: the type that @types/aws-lambda gives to such a handler
export type StreamHandler = (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse | void>;

export type RetryPolicy = {
  handler: StreamHandler;
  /** How often a failing batch is tried again before it is discarded. Default 5 (AWS: without end, within 24 h). */
  maximumRetryAttempts?: number;
  /** Halve a batch whose first record fails, to get at that record alone. Default true. */
  bisectBatchOnFunctionError?: boolean;
  /** The on-failure destination; the source goes on after it. */
  onDiscard?(discarded: DiscardedBatch): void | Promise<void>;
};

/** `document` is what Lambda sends to an on-failure destination: where the records are, not what they hold. */
export type DiscardedBatch = {
  document: {
    requestContext: {
      requestId: string;
      functionArn: string;
      condition: 'RetryAttemptsExhausted';
      approximateInvokeCount: number;
    };
    version: '1.0';
    timestamp: string;
    DDBStreamBatchInfo: {
      shardId: string;
      startSequenceNumber: string;
      endSequenceNumber: string;
      batchSize: number;
      streamArn: string;
    };
  };
  records: DynamoDBRecord[];
  error: unknown;
};

type Delivery = {
  batch: DynamoDBRecord[];
  stream: { streamArn: string; shardId: string };
  policy: RetryPolicy;
  signal: AbortSignal;
};

/** True when every record of the batch has been handled or discarded, false when stopped before that. */
export async function deliverBatch({ batch, stream, policy, signal }: Delivery): Promise<boolean> {
  const { maximumRetryAttempts = 5, bisectBatchOnFunctionError = true } = policy;
  let rest = batch;
  for (let attempt = 0; rest.length > 0; ) {
    if (signal.aborted) return false;
    const outcome = await invoke(policy.handler, rest);
    if (outcome.firstFailure === undefined) return true;
    if (outcome.firstFailure > 0) {
      rest = rest.slice(outcome.firstFailure);
      attempt = 0;
      continue;
    }
    if (bisectBatchOnFunctionError && rest.length > 1) {
      // Halving does not count as an attempt.
      const half = Math.ceil(rest.length / 2);
      if (!(await deliverBatch({ batch: rest.slice(0, half), stream, policy, signal }))) return false;
      rest = rest.slice(half);
      attempt = 0;
      continue;
    }
    attempt += 1;
    if (attempt > maximumRetryAttempts) {
      await policy.onDiscard?.(discarded(rest, stream, attempt, outcome.error));
      return true;
    }
    await pause(retryDelay(attempt), signal);
  }
  return true;
}

type Outcome = { firstFailure: number | undefined; error: unknown };

/** A throw, an empty identifier and one that is not in the batch all fail the whole batch, as on AWS. */
async function invoke(handler: StreamHandler, records: DynamoDBRecord[]): Promise<Outcome> {
  try {
    const failures = (await handler({ Records: structuredClone(records) }))?.batchItemFailures ?? [];
    if (failures.length === 0) return { firstFailure: undefined, error: undefined };
    const places = failures.map(({ itemIdentifier }) =>
      records.findIndex((record) => sequenceOf(record) === itemIdentifier),
    );
    return { firstFailure: places.includes(-1) ? 0 : Math.min(...places), error: 'reported by the handler' };
  } catch (error) {
    return { firstFailure: 0, error };
  }
}

function discarded(
  records: DynamoDBRecord[],
  stream: { streamArn: string; shardId: string },
  invocations: number,
  error: unknown,
): DiscardedBatch {
  return {
    document: {
      requestContext: {
        requestId: crypto.randomUUID(),
        functionArn: 'arn:aws:lambda:us-east-1:000000000000:function:world',
        condition: 'RetryAttemptsExhausted',
        approximateInvokeCount: invocations,
      },
      version: '1.0',
      timestamp: new Date().toISOString(),
      DDBStreamBatchInfo: {
        shardId: stream.shardId,
        startSequenceNumber: sequenceOf(records[0]),
        endSequenceNumber: sequenceOf(records.at(-1)),
        batchSize: records.length,
        streamArn: stream.streamArn,
      },
    },
    records,
    error,
  };
}

export const sequenceOf = (record: DynamoDBRecord | undefined): string => record?.dynamodb?.SequenceNumber ?? '';

/** Milliseconds: 20, 40, 80 … 1,000. Real time, since AWS's backoff does not follow anybody's turned clock. */
export const retryDelay = (attempt: number) => Math.min(10 * 2 ** attempt, 1_000);

export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await delay(milliseconds, undefined, { signal }).catch(() => {});
}
