import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Openings } from '#functions/ports/intake.ts';
import { fileRefusals } from '#shared/intake/files.ts';
import { notErased, putUnlessErased } from './erased.ts';
import { keys } from './keys.ts';
import { resumeSchema } from './people.ts';
import { get, list } from './read.ts';
import type { Table } from './table.ts';
import { transactPatiently } from './transact.ts';

const linkSchema = z.object({
  linkId: z.string(),
  company: z.string(),
  requisitionId: z.string(),
  by: z.string(),
  at: z.string(),
});
const wishSchema = z.object({
  candidateId: z.string(),
  requisitionId: z.string(),
  name: z.string(),
  source: z.string().nullable(),
  at: z.string(),
  times: z.number(),
  consent: z.object({ version: z.string(), at: z.string() }),
  operation: z.string(),
  fileId: z.string().nullable(),
  unread: z
    .object({ fileId: z.string(), code: z.enum(fileRefusals) })
    .nullable()
    .default(null),
  newer: resumeSchema.nullable(),
});

const waitingSchema = z.object({ requisitionId: z.string() });

export const dynamoOpenings = (table: Table): Openings => ({
  link: (linkId) => get(table, keys.link(linkId), linkSchema),
  linkOf: (company, req) => get(table, keys.linkOf(company, req), linkSchema),
  async putLink(link) {
    const before = await get(table, keys.linkOf(link.company, link.requisitionId), linkSchema);
    await transactPatiently(table, [
      { on: 'link', Put: { Item: { ...keys.link(link.linkId), ...link } } },
      { on: 'own', Put: { Item: { ...keys.linkOf(link.company, link.requisitionId), ...link } } },
      ...(before === undefined ? [] : [{ on: 'before', Delete: { Key: keys.link(before.linkId) } }]),
    ]);
  },
  wishes: (company, req) => list(table, keys.wish(company, req, ''), wishSchema),
  wish: (company, req, cand) => get(table, keys.wish(company, req, cand), wishSchema),
  async putWish(company, wish) {
    const Item = { ...keys.wish(company, wish.requisitionId, wish.candidateId), ...wish };
    await putUnlessErased(table, { company, of: wish.candidateId }, { Item });
  },
  async apply(company, wish) {
    const { requisitionId, candidateId } = wish;
    const Item = { ...keys.wish(company, requisitionId, candidateId), ...wish };
    const outcome = await transactPatiently(table, [
      notErased(company, candidateId),
      { on: 'wish', Put: { Item } },
      { on: 'waiting', Put: { Item: { ...keys.waiting(company, requisitionId, candidateId), requisitionId } } },
      // The invitation takes the mark away, so one who is invited never gets it.
      {
        on: 'applicant',
        ConditionCheck: {
          Key: keys.applicant(company, requisitionId, candidateId),
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
    ]);
    if (!outcome.committed) await putUnlessErased(table, { company, of: candidateId }, { Item });
  },
  async waiting(company) {
    const all = await list(table, keys.waiting(company, '', ''), waitingSchema);
    const counts = new Map<string, number>();
    for (const { requisitionId } of all) counts.set(requisitionId, (counts.get(requisitionId) ?? 0) + 1);
    return counts;
  },
  async allow(company, what, most, minutes) {
    const seconds = Math.floor(table.clock.now().getTime() / 1000);
    const window = Math.floor(seconds / (minutes * 60));
    try {
      await table.send(
        new UpdateCommand({
          TableName: table.name,
          Key: keys.rate(company, what, window),
          UpdateExpression: 'ADD #times :one SET expires = :expires',
          ConditionExpression: 'attribute_not_exists(pk) OR #times < :most',
          ExpressionAttributeNames: { '#times': 'times' },
          ExpressionAttributeValues: { ':one': 1, ':most': most, ':expires': (window + 2) * minutes * 60 },
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  },
});
