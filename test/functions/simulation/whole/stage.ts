import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CreateTableCommand, DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { captureLogs } from '#test/functions/capture-logs.ts';
import { startDynamo } from '#test/world/dynamo/dynoxide.ts';
import { openWire, type Wire } from '#test/world/dynamo/wire.ts';
import { type EventDefinitions, readEventDefinitions, readTableDefinition } from '#test/world/table-definition.ts';
import { lifeConfig } from '../life-config.ts';

const region = 'us-east-1';
export const credentials = { accessKeyId: 'life', secretAccessKey: 'life-secret-access-key' };

/** A store for many lives, each of which has a table of its own in it: so no life is another's fault. */
export async function openStage() {
  const dir = await mkdtemp(path.join(tmpdir(), 'mianliao-whole-'));
  const logs = captureLogs();
  const dynamo = await startDynamo({ dataFile: path.join(dir, 'dynamo.sqlite') });
  const admin = new DynamoDBClient({ region, endpoint: dynamo.endpoint, credentials });
  const definition = await readTableDefinition();
  const { KeySchema, AttributeDefinitions, GlobalSecondaryIndexes } = definition;
  const events: EventDefinitions = await readEventDefinitions();
  const wire: Wire = openWire(dynamo.endpoint);
  return {
    wire,
    events,
    /** What the functions logged; of all lives that go on at once. */
    logs: logs.lines,
    configOf: (table: string) => lifeConfig({ region, table, dynamodb: dynamo.endpoint, credentials }),
    /** The stream is the simulation's own: it sees what is put, so the store need keep none. */
    async newTable(TableName: string): Promise<void> {
      const shape = { KeySchema, AttributeDefinitions, ...(GlobalSecondaryIndexes && { GlobalSecondaryIndexes }) };
      // One that an unfinished run left behind.
      await admin.send(new DeleteTableCommand({ TableName })).catch(() => undefined);
      await admin.send(new CreateTableCommand({ TableName, BillingMode: 'PAY_PER_REQUEST', ...shape }));
    },
    dropTable: (TableName: string) => admin.send(new DeleteTableCommand({ TableName })),
    async stop() {
      admin.destroy();
      wire.close();
      await dynamo.stop();
      await rm(dir, { recursive: true, force: true });
      logs.release();
    },
  };
}
export type Stage = Awaited<ReturnType<typeof openStage>>;
