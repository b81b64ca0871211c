import { BatchGetCommand, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod';
import type { Key } from './keys.ts';
import type { Table } from './table.ts';

/** One item, read consistently and parsed, or undefined. */
export async function get<S extends z.ZodType>(table: Table, key: Key, schema: S): Promise<z.infer<S> | undefined> {
  const { Item } = await table.send(new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true }));
  return Item === undefined ? undefined : schema.parse(Item);
}

/** The items of one partition whose sort key begins with `prefix`, read consistently to the end. */
export async function list<S extends z.ZodType>(
  table: Table,
  { pk, sk }: Key,
  schema: S,
  options: { backwards?: boolean; limit?: number } = {},
): Promise<z.infer<S>[]> {
  const found: z.infer<S>[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const page = await table.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: sk === '' ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :sk)',
        ExpressionAttributeValues: sk === '' ? { ':pk': pk } : { ':pk': pk, ':sk': sk },
        ConsistentRead: true,
        ScanIndexForward: !options.backwards,
        ...(options.limit === undefined ? {} : { Limit: options.limit }),
        ...(start === undefined ? {} : { ExclusiveStartKey: start }),
      }),
    );
    for (const item of page.Items ?? []) found.push(schema.parse(item));
    start = page.LastEvaluatedKey;
  } while (start !== undefined && (options.limit === undefined || found.length < options.limit));
  return found;
}

/** The items of a partition whose sort keys lie between two, both included, to the end; a moment old unless `consistent`. */
export async function within(
  table: Table,
  pk: string,
  [low, high]: readonly [string, string],
  consistent = false,
): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const page = await table.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :low AND :high',
        ExpressionAttributeValues: { ':pk': pk, ':low': low, ':high': high },
        ConsistentRead: consistent,
        ...(start === undefined ? {} : { ExclusiveStartKey: start }),
      }),
    );
    found.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return found;
}

/** Up to 100 items in one request, consistently; absent ones are left out. */
export async function getMany(table: Table, all: Key[]): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  let Keys: Record<string, unknown>[] = all;
  while (Keys.length > 0) {
    const reply = await table.send(
      new BatchGetCommand({ RequestItems: { [table.name]: { Keys, ConsistentRead: true } } }),
    );
    found.push(...(reply.Responses?.[table.name] ?? []));
    Keys = reply.UnprocessedKeys?.[table.name]?.Keys ?? [];
  }
  return found;
}
