import type { Command } from '#test/world/dynamo/wire.ts';

type Puts = { Put?: Written; Update?: Written };
type Written = { Item?: Record<string, unknown>; ExpressionAttributeValues?: Record<string, unknown> };

/** The writes of a command, each by itself. */
const writesIn = ({ input }: Command): Written[] =>
  Array.isArray(input.TransactItems)
    ? (input.TransactItems as Puts[]).flatMap(({ Put, Update }) => [Put ?? [], Update ?? []].flat())
    : [input as Written];

/** The keys of what a command puts. */
export const keysPut = (command: Command): { pk: string; sk: string }[] =>
  writesIn(command).flatMap(({ Item }) => (Item === undefined ? [] : [Item as { pk: string; sk: string }]));

/** Shards of the index of what is due into which a command puts something; by an update they are named `:shard`. */
export const shardsWritten = (command: Command): string[] =>
  writesIn(command).flatMap(({ Item, ExpressionAttributeValues }) => {
    const shard = Item?.dueShard ?? ExpressionAttributeValues?.[':shard'];
    return typeof shard === 'string' ? [shard] : [];
  });

/** The one that a query of that index asks for. */
export function shardAsked({ input }: Command): string | undefined {
  const asked = (input.ExpressionAttributeValues as Record<string, unknown> | undefined)?.[':shard'];
  return input.IndexName === 'due' && typeof asked === 'string' ? asked : undefined;
}
