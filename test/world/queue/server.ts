import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { WorldClock } from '../clock.ts';
import { operations } from './operations.ts';
import { account, QueueError } from './queue-attributes.ts';
import { defaultSettings, openQueueStore, type QueueSettings, type QueueStore } from './store.ts';

export type QueueServer = {
  endpoint: string;
  store: QueueStore;
  urlOf(queue: string): string;
  /** Makes a queue, or gives a standing one new settings; its messages stay. Returns its URL. */
  declare(queue: string, settings?: Partial<QueueSettings>): string;
  faults: {
    /** The next `count` requests get an `InternalError`, with nothing done. */
    refuse(count: number): void;
    /** The next `count` requests are carried out, then their connection is cut. */
    loseReply(count: number): void;
    /** The next `count` messages received are delivered twice, as SQS may do at any time. */
    duplicate(count: number): void;
    clear(): void;
  };
  stop(): Promise<void>;
};

/** SQS (AWS JSON 1.0) on this machine. `file` keeps the messages between runs; without it they live in memory. */
export async function startQueue(options: { clock: WorldClock; file?: string; port?: number }): Promise<QueueServer> {
  const store = openQueueStore(options);
  const stopping = new AbortController();
  let refusals = 0;
  let lostReplies = 0;
  let endpoint = '';
  const urlOf = (queue: string) => `${endpoint}/${account}/${queue}`;
  const waitForMessage = (queue: string, seconds: number) => messageOrTimeout(store, queue, seconds, stopping.signal);

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    try {
      if (refusals > 0) {
        refusals -= 1;
        throw new QueueError('InternalError', 'We encountered an internal error. Please try again.');
      }
      const name = String(incoming.headers['x-amz-target'] ?? '').replace(/^AmazonSQS\./, '');
      const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
      if (!operation) throw new QueueError('UnsupportedOperation', `This local queue does not do ${name || 'this'}.`);
      const input: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}');
      const output = await operation({ store, urlOf, waitForMessage }, input);
      if (lostReplies > 0) {
        lostReplies -= 1;
        incoming.socket.destroy();
        return;
      }
      reply(outgoing, 200, output);
    } catch (error) {
      if (error instanceof QueueError) return refuse(outgoing, error);
      if (error instanceof SyntaxError)
        return refuse(outgoing, new QueueError('SerializationException', error.message));
      throw error;
    }
  }

  const server = createServer({ keepAliveTimeout: 60_000 }, (incoming, outgoing) => {
    answer(incoming, outgoing).catch(() => incoming.socket.destroy());
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(options.port ?? 0, '127.0.0.1', listening);
  });
  const address = server.address();
  endpoint = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;

  return {
    endpoint,
    store,
    urlOf,
    declare(queue, settings) {
      store.declare(queue, { ...defaultSettings, ...settings });
      return urlOf(queue);
    },
    faults: {
      refuse: (count) => {
        refusals = count;
      },
      loseReply: (count) => {
        lostReplies = count;
      },
      duplicate: store.duplicate,
      clear() {
        refusals = 0;
        lostReplies = 0;
        store.duplicate(0);
      },
    },
    async stop() {
      stopping.abort();
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeAllConnections();
      await closed;
      store.close();
    },
  };
}

async function messageOrTimeout(store: QueueStore, queue: string, seconds: number, stopping: AbortSignal) {
  const { promise, resolve } = Promise.withResolvers<void>();
  const leave = store.onChange(resolve);
  const next = Math.max(store.nextVisibleIn(queue) ?? Number.POSITIVE_INFINITY, 20);
  const timer = setTimeout(resolve, Math.min(seconds * 1_000, next));
  stopping.addEventListener('abort', () => resolve(), { once: true });
  await promise;
  clearTimeout(timer);
  leave();
}

function reply(outgoing: ServerResponse, status: number, output: object, headers: Record<string, string> = {}) {
  outgoing
    .writeHead(status, {
      'content-type': 'application/x-amz-json-1.0',
      'x-amzn-requestid': crypto.randomUUID(),
      ...headers,
    })
    .end(JSON.stringify(output));
}

function refuse(outgoing: ServerResponse, error: QueueError) {
  const status = error.code === 'InternalError' ? 500 : 400;
  reply(
    outgoing,
    status,
    { __type: `com.amazonaws.sqs#${error.code}`, message: error.message },
    { 'x-amzn-query-error': `${queryCodes[error.code] ?? error.code};${status === 500 ? 'Receiver' : 'Sender'}` },
  );
}

/** Some errors kept the names they had in SQS's older protocol; the SDK shows these to who looks at `error.name`. */
const queryCodes: Record<string, string> = {
  QueueDoesNotExist: 'AWS.SimpleQueueService.NonExistentQueue',
  EmptyBatchRequest: 'AWS.SimpleQueueService.EmptyBatchRequest',
  TooManyEntriesInBatchRequest: 'AWS.SimpleQueueService.TooManyEntriesInBatchRequest',
  BatchEntryIdsNotDistinct: 'AWS.SimpleQueueService.BatchEntryIdsNotDistinct',
  BatchRequestTooLong: 'AWS.SimpleQueueService.BatchRequestTooLong',
  QueueNameExists: 'QueueAlreadyExists',
  UnsupportedOperation: 'AWS.SimpleQueueService.UnsupportedOperation',
};
