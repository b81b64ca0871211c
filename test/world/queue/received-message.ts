import { md5, md5OfAttributes } from './message-digest.ts';
import { arnOf } from './queue-attributes.ts';
import type { Message } from './store.ts';

/** A message as `ReceiveMessage` answers it. Every attribute is told, asked for or not. */
export function receivedMessage(message: Message) {
  return {
    MessageId: message.id,
    ReceiptHandle: message.receiptHandle,
    Body: message.body,
    MD5OfBody: md5(message.body),
    Attributes: systemAttributes(message),
    ...(Object.keys(message.attributes).length > 0 && {
      MessageAttributes: message.attributes,
      MD5OfMessageAttributes: md5OfAttributes(message.attributes),
    }),
  };
}

/** As SQS and Lambda both give them: strings, times in milliseconds. */
export function systemAttributes(message: Message) {
  return {
    ApproximateReceiveCount: String(message.receiveCount),
    SentTimestamp: String(message.sentAt),
    SenderId: 'AIDAWORLD',
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
    ...(message.deadLetterSource !== undefined && { DeadLetterQueueSourceArn: arnOf(message.deadLetterSource) }),
  };
}
