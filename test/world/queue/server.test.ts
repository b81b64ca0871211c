import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BatchEntryIdsNotDistinct,
  BatchRequestTooLong,
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  EmptyBatchRequest,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  PurgeQueueCommand,
  QueueDoesNotExist,
  ReceiptHandleIsInvalid,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createClock, type WorldClock } from '../clock.ts';
import { md5OfAttributes } from './message-digest.ts';
import { type QueueServer, startQueue } from './server.ts';

const arn = (name: string) => `arn:aws:sqs:us-east-1:000000000000:${name}`;

let clock: WorldClock;
let queue: QueueServer;
let sqs: SQSClient;
let jobs: string;

const clientOf = (endpoint: string) =>
  new SQSClient({ endpoint, region: 'us-east-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } });

beforeEach(async () => {
  clock = createClock({ start: new Date('2026-03-01T08:00:00Z'), frozen: true });
  queue = await startQueue({ clock });
  sqs = clientOf(queue.endpoint);
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'jobs' }));
  jobs = QueueUrl ?? '';
});
afterEach(async () => {
  sqs.destroy();
  await queue.stop();
});

const send = (MessageBody: string, more: object = {}) =>
  sqs.send(new SendMessageCommand({ QueueUrl: jobs, MessageBody, ...more }));
const receive = async (more: object = {}, QueueUrl = jobs) =>
  (await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, ...more }))).Messages ?? [];
const bodies = async (more: object = {}, url = jobs) => (await receive(more, url)).map(({ Body }) => Body);
const failure = (act: Promise<unknown>): Promise<unknown> =>
  act.then(
    () => 'no failure',
    (error: unknown) => error,
  );

test('a message goes through with its attributes, its digests and its times', async () => {
  const sent = await send('你好 <&>', { MessageAttributes: { kind: { DataType: 'String', StringValue: 'evaluate' } } });
  clock.advance('PT5S');
  const [message] = await receive({ MessageSystemAttributeNames: ['All'], MessageAttributeNames: ['All'] });
  expect(message).toMatchObject({
    MessageId: sent.MessageId,
    Body: '你好 <&>',
    MD5OfMessageAttributes: sent.MD5OfMessageAttributes,
    Attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: String(Date.parse('2026-03-01T08:00:00Z')),
      ApproximateFirstReceiveTimestamp: String(Date.parse('2026-03-01T08:00:05Z')),
    },
    MessageAttributes: { kind: { DataType: 'String', StringValue: 'evaluate' } },
  });
  await sqs.send(new DeleteMessageCommand({ QueueUrl: jobs, ReceiptHandle: message?.ReceiptHandle }));
  expect(queue.store.counts('jobs')).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
});

test("the digest of attributes is AWS's own, whatever their order", () => {
  const timestamp = { DataType: 'Number', StringValue: '1493147359900' };
  // A digest that SQS itself answered; it stands in the tests of other SQS servers.
  expect(md5OfAttributes({ timestamp })).toBe('235c5c510d26fb653d073faed50ae77c');
  const kind = { DataType: 'String', StringValue: 'x' };
  expect(md5OfAttributes({ timestamp, kind })).toBe(md5OfAttributes({ kind, timestamp }));
  expect(md5OfAttributes({})).toBeUndefined();
});

test('a received message is hidden for its visibility timeout, in real time, and comes back with a higher count', async () => {
  await send('once');
  expect(await bodies({ VisibilityTimeout: 1 })).toEqual(['once']);
  expect(await bodies()).toEqual([]);
  clock.advance('PT1H');
  expect(await bodies()).toEqual([]);
  const [again] = await receive({ WaitTimeSeconds: 3, MessageSystemAttributeNames: ['All'] });
  expect(again?.Attributes?.ApproximateReceiveCount).toBe('2');
});

test('visibility can be given up; an old handle no longer rules the message', async () => {
  await send('back');
  const [first] = await receive();
  const change = new ChangeMessageVisibilityCommand({
    QueueUrl: jobs,
    ReceiptHandle: first?.ReceiptHandle,
    VisibilityTimeout: 0,
  });
  await sqs.send(change);
  expect(await bodies()).toEqual(['back']);
  expect(await failure(sqs.send(change))).toBeInstanceOf(ReceiptHandleIsInvalid);
  await sqs.send(new DeleteMessageCommand({ QueueUrl: jobs, ReceiptHandle: first?.ReceiptHandle }));
  expect(queue.store.counts('jobs').inFlight).toBe(1);
});

test("a delay follows the world's clock", async () => {
  await send('later', { DelaySeconds: 900 });
  await send('now');
  expect(await bodies()).toEqual(['now']);
  expect(queue.store.counts('jobs')).toEqual({ visible: 0, inFlight: 1, delayed: 1 });
  clock.advance('PT15M');
  expect(await bodies()).toEqual(['later']);
});

test('a long poll ends with the message, not with its time', async () => {
  const from = performance.now();
  const waiting = bodies({ WaitTimeSeconds: 20 });
  await send('here');
  expect(await waiting).toEqual(['here']);
  expect(performance.now() - from).toBeLessThan(5_000);
});

test('after maxReceiveCount a message goes to the dead-letter queue, and a move task brings it back', async () => {
  await sqs.send(new CreateQueueCommand({ QueueName: 'dead' }));
  const { QueueUrl } = await sqs.send(
    new CreateQueueCommand({
      QueueName: 'fragile',
      Attributes: { RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arn('dead'), maxReceiveCount: 2 }) },
    }),
  );
  const fragile = QueueUrl ?? '';
  await sqs.send(new SendMessageCommand({ QueueUrl: fragile, MessageBody: 'poison' }));
  expect(await bodies({ VisibilityTimeout: 0 }, fragile)).toEqual(['poison']);
  expect(await bodies({ VisibilityTimeout: 0 }, fragile)).toEqual(['poison']);
  expect(await bodies({}, fragile)).toEqual([]);
  const dead = queue.urlOf('dead');
  const [buried] = await receive({ VisibilityTimeout: 0, MessageSystemAttributeNames: ['All'] }, dead);
  expect(buried).toMatchObject({ Body: 'poison', Attributes: { DeadLetterQueueSourceArn: arn('fragile') } });

  await sqs.send(new StartMessageMoveTaskCommand({ SourceArn: arn('dead') }));
  expect(await bodies({}, dead)).toEqual([]);
  const [back] = await receive({ MessageSystemAttributeNames: ['All'] }, fragile);
  expect(back).toMatchObject({ Body: 'poison', Attributes: { ApproximateReceiveCount: '1' } });
  expect(await failure(sqs.send(new StartMessageMoveTaskCommand({ SourceArn: arn('jobs') })))).toMatchObject({
    message: 'Source queue must be configured as a Dead Letter Queue.',
  });
});

test('a batch does what it can, and says what it could not', async () => {
  const small = await sqs.send(
    new CreateQueueCommand({ QueueName: 'small', Attributes: { MaximumMessageSize: '1024' } }),
  );
  const { Successful, Failed } = await sqs.send(
    new SendMessageBatchCommand({
      QueueUrl: small.QueueUrl,
      Entries: [
        { Id: 'a', MessageBody: 'fits' },
        { Id: 'b', MessageBody: 'x'.repeat(1_025) },
      ],
    }),
  );
  expect(Successful?.map(({ Id }) => Id)).toEqual(['a']);
  expect(Failed).toMatchObject([{ Id: 'b', Code: 'InvalidParameterValueException', SenderFault: true }]);
  const [message] = await receive({}, small.QueueUrl);
  const done = await sqs.send(
    new DeleteMessageBatchCommand({
      QueueUrl: small.QueueUrl,
      Entries: [{ Id: '1', ReceiptHandle: message?.ReceiptHandle }],
    }),
  );
  expect(done.Successful).toEqual([{ Id: '1' }]);
});

test('limits: 1 MiB for a message and for a batch together, ten entries, distinct ids', async () => {
  expect(await failure(send('x'.repeat(1_048_577)))).toMatchObject({
    name: 'InvalidParameterValueException',
    message: expect.stringContaining('shorter than 1048576 bytes'),
  });
  const batch = (Entries: { Id: string; MessageBody: string }[]) =>
    failure(sqs.send(new SendMessageBatchCommand({ QueueUrl: jobs, Entries })));
  const half = 'x'.repeat(600_000);
  expect(
    await batch([
      { Id: 'a', MessageBody: half },
      { Id: 'b', MessageBody: half },
    ]),
  ).toBeInstanceOf(BatchRequestTooLong);
  expect(
    await batch([
      { Id: 'a', MessageBody: '1' },
      { Id: 'a', MessageBody: '2' },
    ]),
  ).toBeInstanceOf(BatchEntryIdsNotDistinct);
  expect(await batch([])).toBeInstanceOf(EmptyBatchRequest);
  expect(await bodies()).toEqual([]);
});

test('attributes, URL, purge, and a queue that is not there', async () => {
  await send('one');
  await send('two', { DelaySeconds: 60 });
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl: jobs, AttributeNames: ['All'] }));
  expect(Attributes).toMatchObject({
    QueueArn: arn('jobs'),
    ApproximateNumberOfMessages: '1',
    ApproximateNumberOfMessagesDelayed: '1',
  });
  await sqs.send(new PurgeQueueCommand({ QueueUrl: jobs }));
  expect(queue.store.counts('jobs')).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
  expect((await sqs.send(new GetQueueUrlCommand({ QueueName: 'jobs' }))).QueueUrl).toBe(jobs);
  expect(await failure(sqs.send(new GetQueueUrlCommand({ QueueName: 'nobody' })))).toBeInstanceOf(QueueDoesNotExist);
});

test('faults: a refused send is retried by the SDK; a lost reply sends twice; a duplicate is delivered twice', async () => {
  queue.faults.refuse(1);
  await send('refused once');
  expect(await bodies()).toEqual(['refused once']);
  queue.faults.loseReply(1);
  await send('sent twice');
  expect(await bodies()).toEqual(['sent twice', 'sent twice']);
  queue.faults.duplicate(1);
  await send('delivered twice');
  expect([await bodies(), await bodies(), await bodies()]).toEqual([['delivered twice'], ['delivered twice'], []]);
});

test('a file keeps the messages over a restart; those in flight are visible again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'world-queue-'));
  const file = join(folder, 'queue.db');
  const first = await startQueue({ clock, file });
  first.declare('kept');
  const client = clientOf(first.endpoint);
  await client.send(new SendMessageCommand({ QueueUrl: first.urlOf('kept'), MessageBody: 'kept' }));
  await client.send(new ReceiveMessageCommand({ QueueUrl: first.urlOf('kept') }));
  client.destroy();
  await first.stop();
  const second = await startQueue({ clock, file });
  const again = clientOf(second.endpoint);
  try {
    // An address from before the restart names the same queue.
    const { Messages } = await again.send(new ReceiveMessageCommand({ QueueUrl: first.urlOf('kept') }));
    expect(Messages).toMatchObject([{ Body: 'kept' }]);
  } finally {
    again.destroy();
    await second.stop();
    await rm(folder, { recursive: true });
  }
});
