import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { md5, md5OfAttributes } from './message-digest.ts';
import { arnOf, region } from './queue-attributes.ts';
import { systemAttributes } from './received-message.ts';
import type { Message, QueueStore } from './store.ts';

// biome-ignore lint/suspicious/noConfusingVoidType: the type that @types/aws-lambda gives to such a handler
export type QueueHandler = (event: SQSEvent) => Promise<SQSBatchResponse | void>;

export type QueueSourceOptions = {
  store: QueueStore;
  queueName: string;
  handler: QueueHandler;
  /** Messages in one event. Default 10. */
  batchSize?: number;
  /** Handlers at work at the same time. Default 2. */
  maximumConcurrency?: number;
  /** Real milliseconds until a failed message is tried again, by how often it has been received. Default 50 ms doubling up to 2 s. */
  retryDelay?(receiveCount: number): number;
};

export type QueueSource = {
  /** Waits for the handlers at work and ends. */
  stop(): Promise<void>;
  /**
   * Resolves when no message is due: all are handled, delayed by the world's clock, or in the dead-letter queue. A message
   * that keeps failing in a queue without one keeps it waiting.
   */
  idle(): Promise<void>;
};

/** What Lambda's event source mapping does with a queue: batches in, successes deleted, failures seen again. */
export function startQueueSource(options: QueueSourceOptions): QueueSource {
  const { store, queueName, batchSize = 10, maximumConcurrency = 2 } = options;
  const retryDelay = options.retryDelay ?? ((receiveCount) => Math.min(25 * 2 ** receiveCount, 2_000));
  const working = new Set<Promise<void>>();
  let waiting: (() => void)[] = [];
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let looking = false;

  function look() {
    // Receiving can move a message to the dead-letter queue, which calls back here.
    if (stopped || looking) return;
    looking = true;
    while (working.size < maximumConcurrency) {
      const messages = store.receive(queueName, batchSize);
      if (messages.length === 0) break;
      const work = handle(messages).finally(() => {
        working.delete(work);
        look();
      });
      working.add(work);
    }
    looking = false;
    lookAgainLater();
    settle();
  }

  function lookAgainLater() {
    clearTimeout(timer);
    const next = store.nextVisibleIn(queueName);
    if (next !== undefined) timer = setTimeout(look, Math.min(Math.max(next, 20), 60_000));
  }

  function settle() {
    if (waiting.length === 0 || working.size > 0) return;
    const { visible, inFlight } = store.counts(queueName);
    if (visible + inFlight > 0) return;
    const done = waiting;
    waiting = [];
    for (const resolve of done) resolve();
  }

  async function handle(messages: Message[]): Promise<void> {
    const failed = await failures(options.handler, queueName, messages);
    for (const message of messages) {
      if (failed.has(message.id)) {
        store.changeVisibility(queueName, message.receiptHandle, retryDelay(message.receiveCount));
      } else {
        store.remove(queueName, message.receiptHandle);
      }
    }
  }

  const leave = store.onChange(look);
  look();

  return {
    async stop() {
      stopped = true;
      leave();
      clearTimeout(timer);
      await Promise.all(working);
      for (const resolve of waiting.splice(0)) resolve();
    },
    idle() {
      return new Promise((resolve) => {
        if (stopped) return resolve();
        waiting.push(resolve);
        look();
      });
    },
  };
}

/** A throw, an empty identifier and one that is not in the batch all fail the whole batch, as on AWS. */
async function failures(handler: QueueHandler, queue: string, messages: readonly Message[]): Promise<Set<string>> {
  const all = new Set(messages.map(({ id }) => id));
  try {
    const event: SQSEvent = { Records: messages.map((message) => recordOf(queue, message)) };
    const reported = (await handler(event))?.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) ?? [];
    return reported.every((id) => all.has(id)) ? new Set(reported) : all;
  } catch {
    // Logged by the handler itself, as on AWS; the queue only sees that it failed.
    return all;
  }
}

function recordOf(queue: string, message: Message): SQSRecord {
  const attributes = Object.entries(message.attributes).map(([name, { DataType, StringValue, BinaryValue }]) => [
    name,
    {
      ...(StringValue !== undefined && { stringValue: StringValue }),
      ...(BinaryValue !== undefined && { binaryValue: BinaryValue }),
      stringListValues: [],
      binaryListValues: [],
      dataType: DataType,
    },
  ]);
  const digest = md5OfAttributes(message.attributes);
  return {
    messageId: message.id,
    receiptHandle: message.receiptHandle,
    body: message.body,
    attributes: systemAttributes(message),
    messageAttributes: Object.fromEntries(attributes),
    md5OfBody: md5(message.body),
    ...(digest !== undefined && { md5OfMessageAttributes: digest }),
    eventSource: 'aws:sqs',
    eventSourceARN: arnOf(queue),
    awsRegion: region,
  };
}
