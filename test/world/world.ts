import { mkdirSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openTable } from '#functions/adapters/dynamo/table.ts';
import type { Config } from '#functions/config.ts';
import { createBackstage } from './backstage.ts';
import { createClock, type WorldClock } from './clock.ts';
import { controlHandle } from './control.ts';
import { startDynamo } from './dynamo/dynoxide.ts';
import { startDynamoProxy } from './dynamo/proxy.ts';
import { createTable } from './dynamo/table.ts';
import { createGateway } from './gateway.ts';
import { startQueue } from './queue/server.ts';
import { startFunctions } from './run-functions.ts';
import { startS3 } from './s3/server.ts';
import { seedTable } from './seed-table.ts';
import { readEventDefinitions, readTableDefinition } from './table-definition.ts';
import { modelConfig, startVendors, vendorConfig } from './vendors.ts';

export type Handle = (req: IncomingMessage, res: ServerResponse) => Promise<boolean>;

export type WorldOptions = {
  /** Where everything is kept; emptied by nobody here. */
  dir: string;
  port?: number;
  clock?: WorldClock;
  /** Pages beside the API: the chat app, the phone, the h5 build. */
  pages?: (world: { origin: string; mediaOrigin: string }) => Promise<Handle[]>;
  /** 'model': the fake model scores instead of the embedded scorer. */
  scorer?: 'embedded' | 'model';
};

const credentials = { accessKeyId: 'world', secretAccessKey: 'world-secret-access-key' };
const region = 'us-east-1';
const bucket = 'mianliao-media';
const anchorBucket = 'mianliao-anchors';

/** The world outside on one machine, and the product's functions in it. `npm start` runs it; the tests stand on it. */
export async function startWorld({ dir, port = 0, clock = createClock(), pages, scorer = 'embedded' }: WorldOptions) {
  mkdirSync(dir, { recursive: true });
  const within = (name: string) => path.join(dir, name);
  const backstage = createBackstage(clock.now);
  const handles: Handle[] = [];
  const server = createServer({ keepAliveTimeout: 60_000 }, (req, res) => void answer(handles, req, res));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const [dynamo, queue, s3, definition, events] = await Promise.all([
    startDynamo({ dataFile: within('dynamo.sqlite') }),
    startQueue({ clock, file: within('queue.sqlite') }),
    startS3({
      dir: within('s3'),
      clock,
      buckets: [
        { name: bucket, versioned: true },
        { name: anchorBucket, locked: true },
      ],
      credentials: [credentials],
      corsOrigins: [origin],
    }),
    readTableDefinition(),
    readEventDefinitions(),
  ]);
  const proxy = await startDynamoProxy(dynamo.endpoint);
  await createTable(dynamo.endpoint, definition);
  const table = definition.TableName;
  const declared = (name: 'evaluate' | 'deliver' | 'transcribe' | 'intake' | 'learn') => {
    const deadLetterQueue = `${name}-dead`;
    queue.declare(deadLetterQueue);
    const { visibilityTimeout, maxReceiveCount } = events[name];
    return queue.declare(name, { deadLetterQueue, visibilityTimeout, maxReceiveCount });
  };
  const vendors = await startVendors({ clock, dir, origin });
  const config: Config = {
    region,
    table,
    bucket,
    anchorBucket,
    evaluateQueueUrl: declared('evaluate'),
    deliverQueueUrl: declared('deliver'),
    transcribeQueueUrl: declared('transcribe'),
    intakeQueueUrl: declared('intake'),
    learnQueueUrl: declared('learn'),
    mediaBaseUrl: '',
    tokenKey: 'world-token-key-world-token-key-0000',
    sealKey: 'world-seal-key-world-seal-key-000000',
    minimumAppVersion: '0.1.0',
    ...vendorConfig(origin, vendors.mail),
    ...(scorer === 'model' && { scoring: modelConfig(origin) }),
    endpoints: { dynamodb: proxy.endpoint, s3: s3.endpoint, sqs: queue.endpoint },
    credentials,
  };
  const functions = startFunctions({ config, clock, backstage, queue, dynamo: proxy, events, dir });
  await seedTable(openTable({ name: table, region, clock, endpoint: dynamo.endpoint, credentials }));
  handles.push(
    createGateway({
      clock,
      corsOrigins: [],
      handlerFor: functions.handlerFor,
      onServed: ({ method, path: at, status, ms }) =>
        backstage.add({ kind: 'request', text: `${method} ${at} → ${status} (${ms} ms)` }),
    }),
    ...vendors.handles,
  );
  const world = {
    origin,
    clock,
    config,
    backstage,
    ...vendors,
    s3,
    queue,
    dynamo: { ...proxy, direct: dynamo.endpoint },
    ...functions,
    async idle() {
      await functions.idle();
      // What was sent is pushed back to us, and sets off something in its turn.
      await Promise.all([vendors.wechat.idle(), vendors.wecom.idle()]);
      await functions.idle();
    },
    async stop() {
      server.close();
      server.closeAllConnections();
      await functions.stop();
      await Promise.all([queue.stop(), s3.stop(), proxy.stop(), vendors.mail.stop()]);
      await dynamo.stop();
    },
  };
  handles.push(controlHandle(world), ...((await pages?.({ origin, mediaOrigin: new URL(s3.endpoint).origin })) ?? []));
  return world;
}
export type World = Awaited<ReturnType<typeof startWorld>>;

async function answer(handles: Handle[], req: IncomingMessage, res: ServerResponse): Promise<void> {
  try {
    for (let tries = 0; handles.length === 0 && tries < 200; tries += 1) await sleep(25);
    for (const handle of handles) if (await handle(req, res)) return;
    res.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('nothing here');
  } catch (error) {
    if (!res.headersSent) res.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
    res.end(error instanceof Error ? error.message : 'fault');
  }
}
