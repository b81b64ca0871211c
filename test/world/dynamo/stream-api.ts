import type { DynamoDBRecord } from 'aws-lambda';

/** A place in a table's stream. `streamArn` changes with every new table of the same name. */
export type StreamPosition = { streamArn: string; shardId: string; sequenceNumber: string | undefined };

/** The newest stream of the table and its one shard (the embedded server keeps one; AWS would have several). */
export async function describeStream(
  endpoint: string,
  tableName: string,
): Promise<{ streamArn: string; shardId: string }> {
  const { Streams } = await call<{ Streams: { StreamArn: string }[] }>(endpoint, 'ListStreams', {
    TableName: tableName,
  });
  const streamArn = Streams.at(-1)?.StreamArn;
  if (!streamArn) throw new Error(`table ${tableName} has no stream`);
  const { StreamDescription } = await call<{ StreamDescription: { Shards: { ShardId: string }[] } }>(
    endpoint,
    'DescribeStream',
    { StreamArn: streamArn },
  );
  const shardId = StreamDescription.Shards[0]?.ShardId;
  if (!shardId) throw new Error(`stream of ${tableName} has no shard`);
  return { streamArn, shardId };
}

/** An iterator after the given record, or from the oldest record on. */
export async function shardIterator(
  endpoint: string,
  { streamArn, shardId, sequenceNumber }: StreamPosition,
): Promise<string> {
  const { ShardIterator } = await call<{ ShardIterator: string }>(endpoint, 'GetShardIterator', {
    StreamArn: streamArn,
    ShardId: shardId,
    ...(sequenceNumber === undefined
      ? { ShardIteratorType: 'TRIM_HORIZON' }
      : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: sequenceNumber }),
  });
  return ShardIterator;
}

/** Up to 1,000 records, as Lambda passes them on: with the stream's arn, and a region that exists. */
export async function getRecords(
  endpoint: string,
  iterator: string,
  streamArn: string,
): Promise<{ records: DynamoDBRecord[]; next: string }> {
  const page = await call<{ Records: DynamoDBRecord[]; NextShardIterator: string }>(endpoint, 'GetRecords', {
    ShardIterator: iterator,
    Limit: 1_000,
  });
  const eventSourceARN = streamArn.replace(/^arn:aws:dynamodb:[^:]*:/, `arn:aws:dynamodb:${region}:`);
  const records = page.Records.map((record) => ({ ...record, awsRegion: region, eventSourceARN }));
  return { records, next: page.NextShardIterator };
}

const region = 'us-east-1';

// The embedded server asks for a signature's form and does not verify it.
const authorization =
  'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0';

async function call<Reply>(endpoint: string, operation: string, body: Record<string, unknown>): Promise<Reply> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDBStreams_20120810.${operation}`,
      'x-amz-date': '20260101T000000Z',
      authorization,
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${operation}: ${text}`);
  return JSON.parse(text) as Reply;
}
