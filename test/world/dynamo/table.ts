import { setTimeout as delay } from 'node:timers/promises';
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DynamoDBClient,
  type KeySchemaElement,
  ResourceInUseException,
  type TableDescription,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';

/**
 * The `Properties` of an `AWS::DynamoDB::Table`, as serverless.yml declares it. What only AWS can do (point-in-time
 * recovery, encryption keys, tags) may stand in it and is left out here.
 */
export type TableDefinition = {
  TableName: string;
  KeySchema: NonNullable<CreateTableCommandInput['KeySchema']>;
  AttributeDefinitions: NonNullable<CreateTableCommandInput['AttributeDefinitions']>;
  GlobalSecondaryIndexes?: CreateTableCommandInput['GlobalSecondaryIndexes'];
  LocalSecondaryIndexes?: CreateTableCommandInput['LocalSecondaryIndexes'];
  StreamSpecification?: { StreamViewType: 'KEYS_ONLY' | 'NEW_IMAGE' | 'OLD_IMAGE' | 'NEW_AND_OLD_IMAGES' };
  TimeToLiveSpecification?: { AttributeName: string; Enabled: boolean };
} & Record<string, unknown>;

/** The table that stands on the data file was made from another definition. */
export class TableMismatch extends Error {
  override readonly name = 'TableMismatch';
}

/**
 * Creates exactly the declared table; one that stands already is kept, if it has the same keys and indexes.
 * The embedded server takes the expiry and deletes nothing; `expireItems` does that by the world's clock.
 */
export async function createTable(endpoint: string, definition: TableDefinition): Promise<void> {
  const client = new DynamoDBClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  try {
    await client.send(new CreateTableCommand(creation(definition)));
    while (!(await isActive(client, definition.TableName))) await delay(20);
    const expiry = definition.TimeToLiveSpecification;
    if (expiry?.Enabled) {
      await client.send(
        new UpdateTimeToLiveCommand({ TableName: definition.TableName, TimeToLiveSpecification: expiry }),
      );
    }
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
    await assertSameShape(client, definition);
  } finally {
    client.destroy();
  }
}

async function isActive(client: DynamoDBClient, TableName: string): Promise<boolean> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName }));
  return Table?.TableStatus === 'ACTIVE';
}

async function assertSameShape(client: DynamoDBClient, definition: TableDefinition): Promise<void> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: definition.TableName }));
  if (Table && shapeOf(Table) === shapeOf(definition)) return;
  throw new TableMismatch(`the table ${definition.TableName} on the data file differs from the declared one: reset it`);
}

/** Only what decides where an item is found; names and keys, no sizes and states. */
function shapeOf(
  table: Pick<TableDescription, 'KeySchema' | 'GlobalSecondaryIndexes' | 'LocalSecondaryIndexes'>,
): string {
  const keys = (schema: KeySchemaElement[] | undefined) => schema?.map((key) => `${key.KeyType}:${key.AttributeName}`);
  const indexes = [...(table.GlobalSecondaryIndexes ?? []), ...(table.LocalSecondaryIndexes ?? [])]
    .map((index) => `${index.IndexName}(${keys(index.KeySchema)})`)
    .sort();
  return JSON.stringify([keys(table.KeySchema), indexes]);
}

/** CloudFormation names a stream by its view alone; the API wants it switched on as well. */
function creation(definition: TableDefinition): CreateTableCommandInput {
  const { TableName, KeySchema, AttributeDefinitions, GlobalSecondaryIndexes, LocalSecondaryIndexes } = definition;
  return {
    TableName,
    KeySchema,
    AttributeDefinitions,
    BillingMode: 'PAY_PER_REQUEST',
    ...(GlobalSecondaryIndexes && { GlobalSecondaryIndexes }),
    ...(LocalSecondaryIndexes && { LocalSecondaryIndexes }),
    ...(definition.StreamSpecification && {
      StreamSpecification: { StreamEnabled: true, StreamViewType: definition.StreamSpecification.StreamViewType },
    }),
  };
}
