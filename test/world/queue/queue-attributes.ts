import { defaultSettings, type QueueCounts, type QueueSettings } from './store.ts';

/** A refusal, with the name that the SDK turns into its exception class. */
export class QueueError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'QueueError';
    this.code = code;
  }
}

export const region = 'us-east-1';
export const account = '000000000000';

export const arnOf = (queue: string) => `arn:aws:sqs:${region}:${account}:${queue}`;
export const queueOfArn = (arn: string) => arn.split(':').at(-1) ?? '';

/** From the API's string attributes, over the settings that stand. */
export function settingsFrom(attributes: Record<string, string>, standing = defaultSettings): QueueSettings {
  if ('FifoQueue' in attributes) {
    throw new QueueError('UnsupportedOperation', 'This local queue has no FIFO queues.');
  }
  const number = (key: string, otherwise: number) => {
    const value = attributes[key];
    if (value === undefined) return otherwise;
    if (/^\d+$/.test(value)) return Number(value);
    throw new QueueError('InvalidAttributeValue', `Invalid value for the parameter ${key}.`);
  };
  return {
    ...standing,
    visibilityTimeout: number('VisibilityTimeout', standing.visibilityTimeout),
    delaySeconds: number('DelaySeconds', standing.delaySeconds),
    maximumMessageSize: number('MaximumMessageSize', standing.maximumMessageSize),
    receiveWaitSeconds: number('ReceiveMessageWaitTimeSeconds', standing.receiveWaitSeconds),
    ...redriveFrom(attributes['RedrivePolicy']),
  };
}

function redriveFrom(policy: string | undefined): Pick<QueueSettings, 'deadLetterQueue' | 'maxReceiveCount'> {
  if (!policy) return {};
  const { deadLetterTargetArn, maxReceiveCount } = JSON.parse(policy) as Record<string, unknown>;
  const count = Number(maxReceiveCount);
  if (typeof deadLetterTargetArn !== 'string' || !(count >= 1)) {
    throw new QueueError('InvalidAttributeValue', 'Invalid value for the parameter RedrivePolicy.');
  }
  return { deadLetterQueue: queueOfArn(deadLetterTargetArn), maxReceiveCount: count };
}

export function attributesOf(queue: string, settings: QueueSettings, counts: QueueCounts): Record<string, string> {
  const { deadLetterQueue, maxReceiveCount } = settings;
  return {
    QueueArn: arnOf(queue),
    ApproximateNumberOfMessages: String(counts.visible),
    ApproximateNumberOfMessagesNotVisible: String(counts.inFlight),
    ApproximateNumberOfMessagesDelayed: String(counts.delayed),
    VisibilityTimeout: String(settings.visibilityTimeout),
    DelaySeconds: String(settings.delaySeconds),
    MaximumMessageSize: String(settings.maximumMessageSize),
    ReceiveMessageWaitTimeSeconds: String(settings.receiveWaitSeconds),
    ...(deadLetterQueue && {
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arnOf(deadLetterQueue), maxReceiveCount }),
    }),
  };
}
