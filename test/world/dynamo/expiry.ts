import { ConditionalCheckFailedException, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';

/**
 * What DynamoDB's time to live does within some hours: deletes the items whose `attribute` (seconds since the epoch) has
 * passed. The embedded server takes the setting and deletes nothing, so the world does it, by its own clock. Returns how many.
 */
export async function expireItems(given: {
  client: DynamoDBClient;
  tableName: string;
  keys: readonly string[];
  attribute: string;
  now: Date;
}): Promise<number> {
  const { tableName: TableName, keys, attribute, now } = given;
  const client = DynamoDBDocumentClient.from(given.client);
  const expired = {
    ExpressionAttributeNames: { '#ttl': attribute },
    ExpressionAttributeValues: { ':now': Math.floor(now.getTime() / 1_000) },
  };
  let count = 0;
  for await (const page of paginateScan({ client }, { TableName, FilterExpression: '#ttl < :now', ...expired })) {
    for (const item of page.Items ?? []) {
      const Key = Object.fromEntries(keys.map((key) => [key, item[key]]));
      try {
        await client.send(new DeleteCommand({ TableName, Key, ConditionExpression: '#ttl < :now', ...expired }));
        count += 1;
      } catch (error) {
        // Somebody gave it more time meanwhile.
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    }
  }
  return count;
}
