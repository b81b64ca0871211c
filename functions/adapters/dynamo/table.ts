import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Clock } from '#functions/ports.ts';

/** The one table, with the clock that stamps what is written. */
export type Table = { name: string; send: DynamoDBDocumentClient['send']; clock: Clock };

export type TableOptions = {
  name: string;
  region: string;
  clock: Clock;
  endpoint?: string | undefined;
  credentials?: { accessKeyId: string; secretAccessKey: string } | undefined;
};

export function openTable({ name, clock, region, endpoint, credentials }: TableOptions): Table {
  const client = new DynamoDBClient({
    region,
    maxAttempts: 5,
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(credentials === undefined ? {} : { credentials }),
  });
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  return { name, send: documents.send.bind(documents) as Table['send'], clock };
}
