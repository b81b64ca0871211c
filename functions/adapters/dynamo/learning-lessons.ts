import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Lessons } from '#functions/ports/learning.ts';
import type { Lesson } from '#shared/analytics/lesson.ts';
import { putUnlessErased } from './erased.ts';
import { keys } from './keys.ts';
import { list } from './read.ts';
import type { Table } from './table.ts';

const known = z.boolean().nullable();
const factsSchema = z.object({
  leadHours: z.number(),
  remindersDelivered: z.number(),
  remindersRead: z.number(),
  confirmed: z.boolean(),
  preCheck: z.enum(['passed', 'failed', 'not_done']),
  earlierNoShows: z.number(),
  slotHour: z.number(),
  slotWeekday: z.number(),
});
const lessonSchema: z.ZodType<Lesson> = z.object({
  interviewId: z.string(),
  applicationId: z.string(),
  candidateId: z.string(),
  requisitionId: z.string(),
  positionId: z.string(),
  version: z.number(),
  planVersion: z.number(),
  invitedAt: z.string(),
  came: known,
  finished: known,
  scored: z.object({ scorer: z.string(), overall: z.number().nullable() }).nullable(),
  dimensions: z.array(z.object({ name: z.string(), score: z.number().nullable() })),
  ruled: z.object({ version: z.number(), passes: known }).nullable(),
  passed: known,
  offered: known,
  hired: known,
  joinedAt: z.string().nullable(),
  pooled: z.boolean(),
  asked: z.array(
    z.object({
      questionId: z.string(),
      print: z.string(),
      bank: z.object({ bankId: z.string(), version: z.number() }).nullable(),
      score: z.number().nullable(),
      skipped: z.boolean(),
      seconds: z.number().nullable(),
      complained: z.boolean(),
      realism: z.number().nullable(),
    }),
  ),
  appointments: z.array(z.object({ facts: factsSchema, missed: z.boolean() })),
});
const copySchema = z.object({ sk: z.string(), version: z.number() });

export const dynamoTaught = (table: Table): Lessons => ({
  async wanted(company, requisitionId) {
    const key = keys.contribution(company, requisitionId, '');
    const copies = await list(table, key, copySchema);
    return copies.map(({ sk, version }) => ({ interviewId: sk.slice(key.sk.length), version }));
  },
  of: (company, requisitionId) => list(table, keys.lesson(company, requisitionId, ''), lessonSchema),
  async put(company, lesson) {
    const Item = { ...keys.lesson(company, lesson.requisitionId, lesson.interviewId), ...lesson };
    await putUnlessErased(table, { company, of: lesson.interviewId }, { Item });
  },
  async remove(company, { requisitionId, interviewId }) {
    const Key = keys.lesson(company, requisitionId, interviewId);
    await table.send(new DeleteCommand({ TableName: table.name, Key }));
  },
});
