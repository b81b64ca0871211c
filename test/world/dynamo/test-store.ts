import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startDynamo } from './dynoxide.ts';
import { startDynamoProxy } from './proxy.ts';
import { createTable, type TableDefinition } from './table.ts';

/** A fresh embedded DynamoDB behind its proxy, with the declared tables, in a folder that goes away with `stop`. */
export async function startTestStore(tables: readonly TableDefinition[] = [noteTable]) {
  const folder = await mkdtemp(join(tmpdir(), 'world-dynamo-'));
  const dynamo = await startDynamo({ dataFile: join(folder, 'dynamo.db') });
  const proxy = await startDynamoProxy(dynamo.endpoint);
  for (const table of tables) await createTable(proxy.endpoint, table);
  const clients: DynamoDBClient[] = [];
  return {
    folder,
    dynamo,
    proxy,
    /** A document client through the proxy; it goes away with the store. */
    client(config: DynamoDBClientConfig = {}) {
      const client = new DynamoDBClient({
        endpoint: proxy.endpoint,
        region: 'us-east-1',
        credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
        ...config,
      });
      clients.push(client);
      return DynamoDBDocumentClient.from(client);
    },
    async stop() {
      for (const client of clients) client.destroy();
      await proxy.stop();
      await dynamo.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export const noteTable: TableDefinition = {
  TableName: 'notes',
  BillingMode: 'PAY_PER_REQUEST',
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'sk', AttributeType: 'S' },
    { AttributeName: 'due', AttributeType: 'S' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'due',
      KeySchema: [{ AttributeName: 'due', KeyType: 'HASH' }],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
  ],
  StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
  TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
  PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
};
