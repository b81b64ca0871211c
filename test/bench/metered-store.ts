import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openTable } from '#functions/adapters/dynamo/table.ts';
import { startDynamo } from '#test/world/dynamo/dynoxide.ts';
import { startDynamoProxy } from '#test/world/dynamo/proxy.ts';
import { readTableDefinition } from '#test/world/table-definition.ts';

type Clock = { now(): Date };

/** A store on a copy of a data file, so that the next run finds the file as it was. Without a meter it is asked directly. */
export async function openMetered(file: string, clock: Clock, metered = true) {
  const dir = mkdtempSync(path.join(tmpdir(), 'mianliao-bench-'));
  const dataFile = path.join(dir, 'store.db');
  copyFileSync(file, dataFile);
  const dynamo = await startDynamo({ dataFile });
  const proxy = await startDynamoProxy(dynamo.endpoint);
  const { TableName: name } = await readTableDefinition();
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const { endpoint } = metered ? proxy : dynamo;
  return {
    table: openTable({ name, region: 'us-east-1', clock, endpoint, credentials }),
    meter: () => proxy.meter(),
    async stop() {
      await proxy.stop();
      await dynamo.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
export type Metered = Awaited<ReturnType<typeof openMetered>>;
