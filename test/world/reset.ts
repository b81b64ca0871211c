import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { openTable } from '#functions/adapters/dynamo/table.ts';
import { seedTable } from './seed-table.ts';
import type { World } from './world.ts';

/** Everything as on the first day, but for the clock: time never goes back. */
export async function resetWorld(
  world: Pick<World, 'clock' | 'config' | 'outbox' | 'personnel' | 'queue' | 'idle'>,
): Promise<void> {
  const { region, table: name, credentials, endpoints } = world.config;
  await world.idle();
  for (const queue of [
    'evaluate',
    'evaluate-dead',
    'deliver',
    'deliver-dead',
    'transcribe',
    'transcribe-dead',
    'intake',
    'intake-dead',
    'learn',
    'learn-dead',
  ])
    world.queue.store.purge(queue);
  const client = new DynamoDBClient({
    region,
    ...(endpoints.dynamodb && { endpoint: endpoints.dynamodb }),
    ...(credentials && { credentials }),
  });
  const documents = DynamoDBDocumentClient.from(client);
  const pages = paginateScan({ client: documents }, { TableName: name, ProjectionExpression: 'pk, sk' });
  for await (const { Items } of pages) {
    for (const Key of Items ?? []) await documents.send(new DeleteCommand({ TableName: name, Key }));
  }
  client.destroy();
  await world.idle();
  world.outbox.clear();
  world.personnel.forget();
  await seedTable(openTable({ name, region, clock: world.clock, endpoint: endpoints.dynamodb, credentials }));
}
