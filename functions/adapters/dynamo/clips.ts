import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { ClipRecord, Clips } from '#functions/ports/clip.ts';
import { speechContextSchema } from '#shared/evaluation/speech/context.ts';
import { clipStateSchema } from '#shared/interview/draft.ts';
import { mediaKinds } from '#shared/interview/media.ts';
import { putUnlessErased } from './erased.ts';
import { type Key, keys } from './keys.ts';
import { get, list } from './read.ts';
import type { Table } from './table.ts';

const wordSchema = z
  .object({ text: z.string(), start: z.number(), end: z.number(), confidence: z.number().optional() })
  .transform(({ confidence, ...word }) => (confidence === undefined ? word : { ...word, confidence }));
const clipSchema = z.object({
  clipId: z.string(),
  questionId: z.string(),
  attempt: z.number(),
  kind: z.enum(mediaKinds),
  mime: z.string(),
  seconds: z.number(),
  parts: z.number(),
  bytes: z.number(),
  name: z.string().nullable(),
  interruptions: z.number(),
  closedAt: z.string(),
  state: clipStateSchema,
  assembled: z.object({ bytes: z.number(), missing: z.array(z.number()) }).nullable(),
  transcript: z
    .object({
      text: z.string(),
      confidence: z.number().nullable(),
      sure: z.boolean(),
      words: z.array(wordSchema),
    })
    .nullable(),
  speech: speechContextSchema.nullable(),
  flags: z.array(z.enum(['recording_incomplete', 'recording_unreadable', 'unsure_transcript'])),
  recogniser: z.string().nullable(),
  settledAt: z.string().nullable(),
});

export const dynamoClips = (table: Table): Clips => ({
  get: (company, itv, clipId) => get(table, keys.clip(company, itv, clipId), clipSchema),
  ofInterview: (company, itv) => list(table, keys.clip(company, itv, ''), clipSchema),
  async putOnce(company, itv, clip) {
    const Key = keys.clip(company, itv, clip.clipId);
    const fresh = { Item: { ...Key, ...clip }, ConditionExpression: 'attribute_not_exists(pk)' };
    if (await putUnlessErased(table, { company, of: itv }, fresh)) return clip;
    return (await get(table, Key, clipSchema)) ?? clip;
  },
  async assembled(company, itv, clipId, assembled) {
    await change(table, keys.clip(company, itv, clipId), { assembled });
  },
  settle: (company, itv, clipId, outcome) =>
    change(table, keys.clip(company, itv, clipId), { ...outcome, settledAt: table.clock.now().toISOString() }),
});

/** False where there is no such clip any more, or it is settled: what is over does not change, and nothing comes back. */
async function change(table: Table, Key: Key, values: Partial<ClipRecord>): Promise<boolean> {
  const named = Object.entries(values);
  const update = new UpdateCommand({
    TableName: table.name,
    Key,
    UpdateExpression: `SET ${named.map((_, i) => `#${i} = :${i}`).join(', ')}`,
    ConditionExpression: 'settledAt = :null',
    ExpressionAttributeNames: Object.fromEntries(named.map(([name], i) => [`#${i}`, name])),
    ExpressionAttributeValues: { ':null': null, ...Object.fromEntries(named.map(([, value], i) => [`:${i}`, value])) },
  });
  try {
    await table.send(update);
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
