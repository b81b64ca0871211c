import * as z from 'zod';
import { type MessageAttributes, md5, md5OfAttributes, messageSize } from './message-digest.ts';
import { arnOf, attributesOf, QueueError, queueOfArn, settingsFrom } from './queue-attributes.ts';
import { receivedMessage } from './received-message.ts';
import type { QueueSettings, QueueStore } from './store.ts';

export type OperationContext = {
  store: QueueStore;
  urlOf(queue: string): string;
  /** Resolves when a message has arrived or `seconds` (real time) have passed. */
  waitForMessage(queue: string, seconds: number): Promise<void>;
};

const seconds = z.int().min(0);
const onQueue = { QueueUrl: z.string() };
const messageAttributes = z.record(
  z.string(),
  z.object({ DataType: z.string(), StringValue: z.string().optional(), BinaryValue: z.string().optional() }),
);
const entry = {
  MessageBody: z.string().min(1),
  DelaySeconds: seconds.max(900).optional(),
  MessageAttributes: messageAttributes.optional(),
};
const send = z.object({ ...onQueue, ...entry });
const sendBatch = z.object({ ...onQueue, Entries: z.array(z.object({ Id: z.string(), ...entry })) });
const receive = z.object({
  ...onQueue,
  MaxNumberOfMessages: z.int().min(1).max(10).default(1),
  VisibilityTimeout: seconds.max(43_200).optional(),
  WaitTimeSeconds: seconds.max(20).optional(),
});
const handle = { ReceiptHandle: z.string() };
const entriesOf = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object({ ...onQueue, Entries: z.array(z.object({ Id: z.string(), ...shape })) });
const visibility = { ...handle, VisibilityTimeout: seconds.max(43_200) };

type Operation = (context: OperationContext, input: unknown) => Promise<object> | object;

/** What `@aws-sdk/client-sqs` can ask for here, by the name in `X-Amz-Target`. */
export const operations: Record<string, Operation> = {
  CreateQueue({ store, urlOf }, input) {
    const { QueueName, Attributes } = parse(
      z.object({
        QueueName: z.string().regex(/^[\w-]{1,80}$/),
        Attributes: z.record(z.string(), z.string()).optional(),
      }),
      input,
    );
    const settings = settingsFrom(Attributes ?? {});
    const standing = store.settings(QueueName);
    if (standing && Attributes && JSON.stringify(standing) !== JSON.stringify(settings)) {
      throw new QueueError('QueueNameExists', 'A queue already exists with the same name and a different value');
    }
    if (!standing) store.declare(QueueName, settings);
    return { QueueUrl: urlOf(QueueName) };
  },
  SetQueueAttributes(context, input) {
    const { QueueUrl, Attributes } = parse(
      z.object({ ...onQueue, Attributes: z.record(z.string(), z.string()) }),
      input,
    );
    const { name, settings } = queueAt(context, QueueUrl);
    context.store.declare(name, settingsFrom(Attributes, settings));
    return {};
  },
  GetQueueUrl({ store, urlOf }, input) {
    const { QueueName } = parse(z.object({ QueueName: z.string() }), input);
    if (!store.settings(QueueName)) throw noQueue();
    return { QueueUrl: urlOf(QueueName) };
  },
  ListQueues({ store, urlOf }, input) {
    const { QueueNamePrefix = '' } = parse(z.object({ QueueNamePrefix: z.string().optional() }), input);
    return {
      QueueUrls: store
        .names()
        .filter((name) => name.startsWith(QueueNamePrefix))
        .map(urlOf),
    };
  },
  GetQueueAttributes(context, input) {
    const { QueueUrl, AttributeNames = [] } = parse(
      z.object({ ...onQueue, AttributeNames: z.array(z.string()).optional() }),
      input,
    );
    const { name, settings } = queueAt(context, QueueUrl);
    const all = Object.entries(attributesOf(name, settings, context.store.counts(name)));
    const asked = all.filter(([key]) => AttributeNames.includes('All') || AttributeNames.includes(key));
    return { Attributes: Object.fromEntries(asked) };
  },
  SendMessage(context, input) {
    const message = parse(send, input);
    const { name, settings } = queueAt(context, message.QueueUrl);
    return sendOne(context, name, settings, message);
  },
  SendMessageBatch(context, input) {
    const { QueueUrl, Entries } = parse(sendBatch, input);
    const { name, settings } = queueAt(context, QueueUrl);
    assertBatch(Entries);
    const size = Entries.reduce((sum, each) => sum + messageSize(each.MessageBody, attributesIn(each)), 0);
    if (size > 1_048_576)
      throw new QueueError('BatchRequestTooLong', 'Batch requests cannot be longer than 1048576 bytes.');
    return perEntry(Entries, (each) => sendOne(context, name, settings, each));
  },
  async ReceiveMessage(context, input) {
    const request = parse(receive, input);
    const { name, settings } = queueAt(context, request.QueueUrl);
    const take = () => context.store.receive(name, request.MaxNumberOfMessages, request.VisibilityTimeout);
    let messages = take();
    const wait = request.WaitTimeSeconds ?? settings.receiveWaitSeconds;
    for (const until = Date.now() + wait * 1_000; messages.length === 0 && Date.now() < until; messages = take()) {
      await context.waitForMessage(name, (until - Date.now()) / 1_000);
    }
    return messages.length === 0 ? {} : { Messages: messages.map(receivedMessage) };
  },
  DeleteMessage(context, input) {
    const { QueueUrl, ReceiptHandle } = parse(z.object({ ...onQueue, ...handle }), input);
    // An old handle deletes nothing and is no error, as on AWS.
    context.store.remove(queueAt(context, QueueUrl).name, ReceiptHandle);
    return {};
  },
  DeleteMessageBatch(context, input) {
    const { QueueUrl, Entries } = parse(entriesOf(handle), input);
    const { name } = queueAt(context, QueueUrl);
    assertBatch(Entries);
    return perEntry(Entries, ({ ReceiptHandle }) => {
      context.store.remove(name, ReceiptHandle);
      return {};
    });
  },
  ChangeMessageVisibility(context, input) {
    const { QueueUrl, ...change } = parse(z.object({ ...onQueue, ...visibility }), input);
    return changeVisibility(context, queueAt(context, QueueUrl).name, change);
  },
  ChangeMessageVisibilityBatch(context, input) {
    const { QueueUrl, Entries } = parse(entriesOf(visibility), input);
    const { name } = queueAt(context, QueueUrl);
    assertBatch(Entries);
    return perEntry(Entries, (change) => changeVisibility(context, name, change));
  },
  PurgeQueue(context, input) {
    context.store.purge(queueAt(context, parse(z.object(onQueue), input).QueueUrl).name);
    return {};
  },
  StartMessageMoveTask({ store }, input) {
    const { SourceArn, DestinationArn } = parse(
      z.object({ SourceArn: z.string(), DestinationArn: z.string().optional() }),
      input,
    );
    const source = queueOfArn(SourceArn);
    const target = DestinationArn === undefined ? undefined : queueOfArn(DestinationArn);
    if (!store.settings(source) || (target !== undefined && !store.settings(target))) {
      throw new QueueError(
        'ResourceNotFoundException',
        'The resource that you specified for the SourceArn parameter does not exist.',
      );
    }
    if (!store.names().some((name) => store.settings(name)?.deadLetterQueue === source)) {
      throw new QueueError('InvalidParameterValueException', 'Source queue must be configured as a Dead Letter Queue.');
    }
    store.redrive(source, target);
    return {
      TaskHandle: Buffer.from(JSON.stringify({ source: arnOf(source), task: crypto.randomUUID() })).toString('base64'),
    };
  },
};

function parse<Shape extends z.ZodType>(shape: Shape, input: unknown): z.infer<Shape> {
  const parsed = shape.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.join('.') || 'request';
  if (where === 'MessageBody')
    throw new QueueError('MissingRequiredParameterException', 'The request must contain the parameter MessageBody.');
  throw new QueueError(
    'InvalidParameterValueException',
    `Value for parameter ${where} is invalid. Reason: ${issue?.message}`,
  );
}

function queueAt({ store }: OperationContext, url: string): { name: string; settings: QueueSettings } {
  const name = decodeURIComponent(url.split('/').at(-1) ?? '');
  const settings = store.settings(name);
  if (!settings) throw noQueue();
  return { name, settings };
}

const noQueue = () => new QueueError('QueueDoesNotExist', 'The specified queue does not exist.');

type Entry = { MessageBody: string; DelaySeconds?: number | undefined; MessageAttributes?: unknown };

const attributesIn = (message: Entry) => (message.MessageAttributes ?? {}) as MessageAttributes;

function sendOne({ store }: OperationContext, name: string, settings: QueueSettings, message: Entry) {
  const attributes = attributesIn(message);
  if (messageSize(message.MessageBody, attributes) > settings.maximumMessageSize) {
    throw new QueueError(
      'InvalidParameterValueException',
      `One or more parameters are invalid. Reason: Message must be shorter than ${settings.maximumMessageSize} bytes.`,
    );
  }
  const MessageId = store.send(name, {
    body: message.MessageBody,
    attributes,
    ...(message.DelaySeconds !== undefined && { delaySeconds: message.DelaySeconds }),
  });
  return { MessageId, MD5OfMessageBody: md5(message.MessageBody), MD5OfMessageAttributes: md5OfAttributes(attributes) };
}

function changeVisibility(
  { store }: OperationContext,
  name: string,
  change: { ReceiptHandle: string; VisibilityTimeout: number },
) {
  if (store.changeVisibility(name, change.ReceiptHandle, change.VisibilityTimeout * 1_000)) return {};
  throw new QueueError(
    'ReceiptHandleIsInvalid',
    `The input receipt handle "${change.ReceiptHandle}" is not a valid receipt handle.`,
  );
}

function assertBatch(entries: readonly { Id: string }[]) {
  if (entries.length === 0)
    throw new QueueError('EmptyBatchRequest', 'There should be at least one entry in the request.');
  if (entries.length > 10) {
    throw new QueueError(
      'TooManyEntriesInBatchRequest',
      `Maximum number of entries per request are 10. You have sent ${entries.length}.`,
    );
  }
  if (new Set(entries.map(({ Id }) => Id)).size < entries.length) {
    throw new QueueError('BatchEntryIdsNotDistinct', 'Two or more batch entries in the request have the same Id.');
  }
}

/** One bad entry of a batch does not keep the others from being done. */
function perEntry<Each extends { Id: string }>(entries: readonly Each[], act: (each: Each) => object) {
  const Successful: object[] = [];
  const Failed: object[] = [];
  for (const each of entries) {
    try {
      Successful.push({ Id: each.Id, ...act(each) });
    } catch (error) {
      if (!(error instanceof QueueError)) throw error;
      Failed.push({ Id: each.Id, Code: error.code, Message: error.message, SenderFault: true });
    }
  }
  return { Successful, Failed };
}
