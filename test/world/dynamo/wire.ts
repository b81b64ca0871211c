import {
  ConditionalCheckFailedException,
  DynamoDBServiceException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import { marshall, type NativeAttributeValue, unmarshall } from '@aws-sdk/util-dynamodb';
import { openLines } from './line.ts';

/** A command of the document client: its name tells the operation, its input holds plain values. */
export type Command = { input: Record<string, unknown> };
type Reply = Record<string, unknown>;
type Attributes = Parameters<typeof unmarshall>[0];

/** `TransactWriteCommand` → `TransactWriteItems`; the others lose what they call a command. */
const operations: Record<string, string> = {
  GetCommand: 'GetItem',
  PutCommand: 'PutItem',
  UpdateCommand: 'UpdateItem',
  DeleteCommand: 'DeleteItem',
  QueryCommand: 'Query',
  ScanCommand: 'Scan',
  BatchGetCommand: 'BatchGetItem',
  BatchWriteCommand: 'BatchWriteItem',
  TransactWriteCommand: 'TransactWriteItems',
  TransactGetCommand: 'TransactGetItems',
};
export const operationOf = (command: Command): string => {
  const { name } = command.constructor;
  const operation = operations[name];
  if (operation === undefined) throw new Error(`the wire does not know ${name}`);
  return operation;
};
export const isWrite = (operation: string): boolean => /^(Put|Update|Delete|BatchWrite|TransactWrite)/.test(operation);

const options = { removeUndefinedValues: true } as const;
const maps = new Set(['Item', 'Key', 'ExpressionAttributeValues', 'ExclusiveStartKey']);

/** What the document client does to a request: plain values become attributes, wherever they may stand. */
function outward(value: unknown, name = ''): unknown {
  if (maps.has(name)) return marshall(value as Record<string, NativeAttributeValue>, options);
  if (name === 'Keys') return (value as Record<string, NativeAttributeValue>[]).map((one) => marshall(one, options));
  if (Array.isArray(value)) return value.map((one) => outward(one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, outward(one, key)]));
}

function inward(reply: Reply): Reply {
  const items = (all: unknown) => (all as Attributes[]).map((one) => unmarshall(one));
  const { Item, Attributes, Items, LastEvaluatedKey, Responses, ...rest } = reply;
  return {
    ...rest,
    ...(Item !== undefined && { Item: unmarshall(Item as Attributes) }),
    ...(Attributes !== undefined && { Attributes: unmarshall(Attributes as Attributes) }),
    ...(LastEvaluatedKey !== undefined && { LastEvaluatedKey: unmarshall(LastEvaluatedKey as Attributes) }),
    ...(Items !== undefined && { Items: items(Items) }),
    ...(Responses !== undefined && {
      Responses: Array.isArray(Responses)
        ? Responses.map((one: { Item?: Attributes }) => (one.Item ? { Item: unmarshall(one.Item) } : {}))
        : Object.fromEntries(Object.entries(Responses as Reply).map(([table, all]) => [table, items(all)])),
    }),
  };
}

/** As the client throws it. */
export function storeError(name: string, more: Record<string, unknown> = {}): Error {
  const message = String(more.message ?? more.Message ?? name);
  const given = { message, $metadata: { httpStatusCode: 400 } };
  if (name === 'ConditionalCheckFailedException')
    return new ConditionalCheckFailedException({ ...given, ...('Item' in more && { Item: more.Item as never }) });
  if (name === 'TransactionCanceledException')
    return new TransactionCanceledException({ ...given, CancellationReasons: more.CancellationReasons as never });
  return new DynamoDBServiceException({ ...given, name, $fault: 'client' });
}

/**
 * The embedded store without the SDK between, which costs four times what the store itself does. Tries nothing again: what
 * the SDK would wait out is a fault's own business.
 */
export function openWire(endpoint: string) {
  const { hostname, port } = new URL(endpoint);
  const lines = openLines(hostname, Number(port));
  // The embedded server asks for a signature's form and does not verify it.
  const authorization =
    'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0';
  const fixed = `content-type: application/x-amz-json-1.0\r\nx-amz-date: 20260101T000000Z\r\nauthorization: ${authorization}`;
  const post = (operation: string, body: string) =>
    lines.post(`x-amz-target: DynamoDB_20120810.${operation}\r\n${fixed}`, body);

  return {
    async send(command: Command): Promise<Reply> {
      const operation = operationOf(command);
      const { status, text } = await post(operation, JSON.stringify(outward(command.input)));
      const reply = JSON.parse(text) as Reply;
      if (status === 200) return inward(reply);
      throw storeError(String(reply.__type).split('#').at(-1) ?? 'InternalServerError', reply);
    },
    close: lines.close,
  };
}
export type Wire = ReturnType<typeof openWire>;
