import { DeleteCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Key } from './keys.ts';
import type { Table } from './table.ts';

const keySchema = z.object({ pk: z.string(), sk: z.string() });
/** Deleted side by side. */
const atOnce = 20;

type Narrowed = { FilterExpression: string; ExpressionAttributeNames: Record<string, string>; values: object };

/** The keys of a partition's items whose sort key begins so. */
export async function keysOf(table: Table, { pk, sk }: Key, only?: Narrowed): Promise<Key[]> {
  const found: Key[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const page = await table.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: sk === '' ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :sk)',
        ExpressionAttributeValues: { ':pk': pk, ...(sk !== '' && { ':sk': sk }), ...only?.values },
        ...(only && {
          FilterExpression: only.FilterExpression,
          ExpressionAttributeNames: only.ExpressionAttributeNames,
        }),
        ProjectionExpression: 'pk, sk',
        ConsistentRead: true,
        ...(start && { ExclusiveStartKey: start }),
      }),
    );
    for (const item of page.Items ?? []) found.push(keySchema.parse(item));
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return found;
}

export async function removeAll(table: Table, all: readonly Key[]): Promise<number> {
  for (let from = 0; from < all.length; from += atOnce) {
    const some = all.slice(from, from + atOnce).map(({ pk, sk }) => ({ pk, sk }));
    await Promise.all(some.map((Key) => table.send(new DeleteCommand({ TableName: table.name, Key }))));
  }
  return all.length;
}

/** Everything of a partition whose sort key begins so. How many there were. */
export const wipe = async (table: Table, key: Key, only?: Narrowed): Promise<number> =>
  removeAll(table, await keysOf(table, key, only));
