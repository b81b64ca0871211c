import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Proofs } from '#functions/ports/proof.ts';
import { limits } from '#shared/limits.ts';
import { putUnlessErased } from './erased.ts';
import { keys } from './keys.ts';
import { list } from './read.ts';
import type { Table } from './table.ts';

const proofSchema = z.object({
  n: z.number(),
  nonce: z.string(),
  askedAt: z.string(),
  expiresAt: z.string(),
  tries: z.number().default(0),
  usedAt: z.string().optional(),
  failed: z.boolean().optional(),
});
/** As long as they are counted for the day, and a day more for the store to be late in. */
const keptDays = 2;

export function dynamoProofs(table: Table): Proofs {
  /** An update of one that is there, if the condition holds. */
  async function changed(
    [company, candidateId, n]: [string, string, number],
    expression: string,
    condition: string,
    values: Record<string, unknown>,
  ) {
    try {
      await table.send(
        new UpdateCommand({
          TableName: table.name,
          Key: keys.proof(company, candidateId, n),
          UpdateExpression: expression,
          ConditionExpression: `attribute_exists(pk) AND ${condition}`,
          ExpressionAttributeValues: values,
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }
  const now = () => table.clock.now().toISOString();

  return {
    all: (company, candidateId) => list(table, keys.proof(company, candidateId, ''), proofSchema),
    put: (company, candidateId, proof) =>
      putUnlessErased(
        table,
        { company, of: candidateId },
        {
          Item: {
            ...keys.proof(company, candidateId, proof.n),
            ...proof,
            expires: Math.ceil(Date.parse(proof.askedAt) / 1000) + keptDays * 86_400,
          },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      ),
    claim: (company, candidateId, n) =>
      changed([company, candidateId, n], 'SET sentAt = :now', 'attribute_not_exists(sentAt) AND expiresAt > :now', {
        ':now': now(),
      }),
    async fail(company, candidateId, n) {
      await changed([company, candidateId, n], 'SET failed = :true', 'attribute_not_exists(usedAt)', { ':true': true });
    },
    tryOnce: (company, candidateId, n) =>
      changed(
        [company, candidateId, n],
        'ADD tries :one',
        'attribute_not_exists(usedAt) AND expiresAt > :now AND (attribute_not_exists(tries) OR tries < :most)',
        { ':one': 1, ':now': now(), ':most': limits.proof.tries },
      ),
    use: (company, candidateId, n) =>
      changed([company, candidateId, n], 'SET usedAt = :now', 'attribute_not_exists(usedAt)', { ':now': now() }),
  };
}
