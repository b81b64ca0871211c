import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { onChange, type ReactionDeps } from '#functions/reactions/on-change.ts';
import { faultOf, logger } from './log.ts';

export type StreamHandler = (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>;

/**
 * A record only says which interview changed, so each interview of a batch is brought up to date once. The stream is
 * read again from the first record whose interview failed; what was done meanwhile is versioned and does no harm.
 */
export const streamHandler =
  (deps: ReactionDeps): StreamHandler =>
  async ({ Records }) => {
    const done = new Map<string, boolean>();
    for (const record of Records) {
      const key = record.dynamodb?.Keys?.pk?.S ?? '';
      if (!done.has(key)) done.set(key, await reacted(deps, key));
    }
    const first = Records.find((record) => done.get(record.dynamodb?.Keys?.pk?.S ?? '') === false);
    return { batchItemFailures: first === undefined ? [] : [{ itemIdentifier: sequenceOf(first) }] };
  };

async function reacted(deps: ReactionDeps, key: string): Promise<boolean> {
  const [, company, kind, interviewId] = key.split('#');
  if (kind !== 'itv' || company === undefined || interviewId === undefined) return true;
  try {
    await onChange(deps, company, interviewId);
    return true;
  } catch (error) {
    logger.error('reaction failed', { interviewId, ...faultOf(error) });
    return false;
  }
}

const sequenceOf = (record: DynamoDBRecord): string => record.dynamodb?.SequenceNumber ?? '';
