import { Agent, createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { type CapacityMeter, createMetering } from './capacity.ts';
import { createFaults, type Faults, faultReply, isWrite } from './faults.ts';

export type DynamoProxy = {
  endpoint: string;
  faults: Faults;
  /** Called after a write has been committed, also when its reply gets lost. Returns the way to stop listening. */
  onWrite(listener: () => void): () => void;
  meter(): CapacityMeter;
  stop(): Promise<void>;
};

type Reply = { status: number; headers: IncomingMessage['headers']; body: Buffer };

/** Stands in front of a DynamoDB that never fails, and fails on demand. `seed` fixes faults with a probability. */
export async function startDynamoProxy(target: string, { seed = 1 }: { seed?: number } = {}): Promise<DynamoProxy> {
  const faults = createFaults(seed);
  const metering = createMetering();
  const listeners = new Set<() => void>();
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const operation = operationOf(incoming);
    const body = await collect(incoming);
    const { rule, delayMs } = faults.fire(operation);
    if (delayMs > 0) await delay(delayMs);
    if (rule && rule.kind !== 'lostReply') {
      refuse(outgoing, faultReply(rule, operation, transactionSize(operation, body)));
      return;
    }
    const reply = await forward(target, agent, incoming, metering.ask(operation, body));
    if (reply.status === 200) {
      metering.record(operation, reply.body);
      if (isWrite(operation)) for (const listener of [...listeners]) listener();
    }
    if (rule) {
      incoming.socket.destroy();
      return;
    }
    const { 'transfer-encoding': _encoding, connection: _connection, ...headers } = reply.headers;
    outgoing.writeHead(reply.status, { ...headers, 'content-length': reply.body.length }).end(reply.body);
  }

  const server = createServer({ keepAliveTimeout: 60_000, noDelay: true }, (incoming, outgoing) => {
    answer(incoming, outgoing).catch(() => incoming.socket.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;

  return {
    endpoint: `http://127.0.0.1:${port}`,
    faults,
    onWrite(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    meter: metering.meter,
    async stop() {
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeAllConnections();
      agent.destroy();
      await closed;
    },
  };
}

/** `DynamoDB_20120810.UpdateItem` → `UpdateItem`; the streams API keeps its prefix, so that no rule hits it by chance. */
function operationOf(incoming: IncomingMessage): string {
  const target = String(incoming.headers['x-amz-target'] ?? '');
  return target.startsWith('DynamoDB_20120810.') ? target.slice('DynamoDB_20120810.'.length) : target;
}

function forward(target: string, agent: Agent, incoming: IncomingMessage, body: Buffer): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const { connection: _connection, 'transfer-encoding': _encoding, ...headers } = incoming.headers;
    const upstream = httpRequest(
      new URL(incoming.url ?? '/', target),
      { method: incoming.method ?? 'POST', agent, headers: { ...headers, 'content-length': body.length } },
      (reply) => {
        collect(reply).then(
          (received) => resolve({ status: reply.statusCode ?? 502, headers: reply.headers, body: received }),
          reject,
        );
      },
    );
    upstream.on('error', reject);
    upstream.end(body);
  });
}

async function collect(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}

function transactionSize(operation: string, body: Buffer): number {
  if (!operation.startsWith('Transact')) return 0;
  const { TransactItems: items } = JSON.parse(body.toString('utf8')) as { TransactItems?: unknown[] };
  return items?.length ?? 0;
}

function refuse(outgoing: ServerResponse, { name, body }: { name: string; body: string }) {
  outgoing
    .writeHead(400, {
      'content-type': 'application/x-amz-json-1.0',
      'x-amzn-errortype': name,
      'x-amzn-requestid': crypto.randomUUID(),
    })
    .end(body);
}
