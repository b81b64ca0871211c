import { isDeepStrictEqual } from 'node:util';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import type { Fingerprints } from '#functions/ports/evaluation.ts';
import { keys } from './keys.ts';
import { list } from './read.ts';
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
      table.send(new PutCommand({ TableName: table.name, Item: { ...Key, ...one }, ...condition }));
    try {
      await put({
        ConditionExpression: 'attribute_not_exists(pk)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      });
      return one;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException) || error.Item === undefined) throw error;
      const known = keptSchema.parse(unmarshall(error.Item));
      if (isDeepStrictEqual(known.print, one.print)) return known;
      // Opened again and changed: it is another answer now, and as old as this.
      await put({});
      return one;
    }
  },
  of: (company, pos, questionId) => list(table, keys.print(company, pos, questionId, '', ''), keptSchema),
});
