import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import type { Fingerprints } from '#functions/ports/evaluation.ts';
import { putUnlessErased } from './erased.ts';
import { keys } from './keys.ts';
import { get, list } from './read.ts';
import type { Table } from './table.ts';

const keptSchema = z.object({
  interviewId: z.string(),
  applicationId: z.string(),
  candidateId: z.string(),
  attempt: z.number(),
  at: z.string(),
  print: z.array(z.number()),
});

export const dynamoFingerprints = (table: Table): Fingerprints => ({
  async keep(company, pos, questionId, one) {
    const Key = keys.print(company, pos, questionId, one.interviewId, one.attempt);
    const put = (condition: object) =>
      putUnlessErased(table, { company, of: one.interviewId }, { Item: { ...Key, ...one }, ...condition });
    if (await put({ ConditionExpression: 'attribute_not_exists(pk)' })) return one;
    const known = await get(table, Key, keptSchema);
    if (known === undefined || isDeepStrictEqual(known.print, one.print)) return known ?? one;
    // Opened again and changed: it is another answer now, and as old as this.
    await put({});
    return one;
  },
  of: (company, pos, questionId) => list(table, keys.print(company, pos, questionId, '', ''), keptSchema),
});
