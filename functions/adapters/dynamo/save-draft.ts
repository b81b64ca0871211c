import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import type { SaveDraft, SaveOutcome } from '#functions/ports.ts';
import { epochOf } from '#shared/interview/answer.ts';
import { putUnlessErased } from './erased.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

const standingSchema = z.object({
  owner: z.string(),
  number: z.number(),
  epoch: z.number(),
  sealed: z.boolean(),
  savedAt: z.string(),
});

/**
 * One conditional update and no read: this is the hot path of an interview. What stood in the way comes back with the
 * refusal, so that a lost reply, an overtaken save, another device and an ended attempt are told apart.
 */
export async function saveDraft(table: Table, save: SaveDraft): Promise<SaveOutcome> {
  const { company, interviewId, attempt, questionId, number } = save;
  const savedAt = table.clock.now().toISOString();
  const epoch = epochOf(number);
  try {
    await table.send(
      new UpdateCommand({
        TableName: table.name,
        Key: keys.draft(company, interviewId, attempt, questionId),
        UpdateExpression: 'SET #number = :number, content = :content, savedAt = :at',
        ConditionExpression: '#owner = :owner AND sealed = :false AND epoch = :epoch AND #number < :number',
        ExpressionAttributeNames: { '#number': 'number', '#owner': 'owner' },
        ExpressionAttributeValues: {
          ':number': number,
          ':content': save.content,
          ':at': savedAt,
          ':owner': save.candidateId,
          ':false': false,
          ':epoch': epoch,
        },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
    return { kind: 'saved', number, savedAt };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    if (error.Item === undefined) return { kind: 'absent' };
    const standing = standingSchema.parse(unmarshall(error.Item));
    if (standing.owner !== save.candidateId || epoch > standing.epoch) return { kind: 'absent' };
    if (epoch < standing.epoch) {
      await keepBeside(table, save, epoch, savedAt);
      return { kind: standing.sealed ? 'sealed' : 'superseded' };
    }
    if (standing.number === number) return { kind: 'saved', number, savedAt: standing.savedAt };
    if (standing.sealed) {
      await keepBeside(table, save, epoch, savedAt);
      return { kind: 'sealed' };
    }
    return { kind: 'overtaken', number: standing.number, savedAt: standing.savedAt };
  }
}

/** What came from an older opening, or after the end, is not lost: it waits beside the draft. */
async function keepBeside(table: Table, save: SaveDraft, epoch: number, savedAt: string): Promise<void> {
  const { company, interviewId, attempt, questionId, number, content } = save;
  const Key = keys.beside(company, interviewId, attempt, questionId, epoch);
  const Item = { ...Key, questionId, number, content, savedAt, sealed: true };
  const newer = {
    ConditionExpression: 'attribute_not_exists(pk) OR #number < :number',
    ExpressionAttributeNames: { '#number': 'number' },
    ExpressionAttributeValues: { ':number': number },
  };
  await putUnlessErased(table, { company, of: interviewId }, { Item, ...newer });
}
