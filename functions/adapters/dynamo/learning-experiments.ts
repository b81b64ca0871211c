import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Experiments } from '#functions/ports/experiments.ts';
import { questionSchema } from '#shared/interview/plan.ts';
import { keys } from './keys.ts';
import { list } from './read.ts';
import type { Table } from './table.ts';

const actSchema = z.object({ by: z.string(), at: z.string() });
const experimentSchema = z.object({
  experimentId: z.string(),
  positionId: z.string(),
  questionId: z.string(),
  bankId: z.string(),
  a: z.number().int(),
  b: z.number().int(),
  question: questionSchema,
  before: z.string(),
  why: z.string(),
  state: z.enum(['proposed', 'refused', 'running', 'ended']),
  proposed: actSchema,
  reviewed: actSchema.extend({ note: z.string() }).nullable(),
  ended: actSchema.extend({ adopted: z.boolean() }).nullable(),
});

export const dynamoExperiments = (table: Table): Experiments => ({
  ofPosition: (company, pos) => list(table, keys.experiment(company, pos, ''), experimentSchema),
  all: (company) => list(table, keys.experiment(company, '', ''), experimentSchema),
  async put(company, experiment, from) {
    const condition =
      from === null
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: '#state = :from',
            ExpressionAttributeNames: { '#state': 'state' },
            ExpressionAttributeValues: { ':from': from },
          };
    const Item = { ...keys.experiment(company, experiment.positionId, experiment.experimentId), ...experiment };
    try {
      await table.send(new PutCommand({ TableName: table.name, Item, ...condition }));
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  },
  async turn(company, { positionId, experimentId }) {
    const { Attributes } = await table.send(
      new UpdateCommand({
        TableName: table.name,
        Key: keys.experiment(company, positionId, experimentId),
        UpdateExpression: 'ADD turns :one',
        ReturnValues: 'UPDATED_NEW',
        ExpressionAttributeValues: { ':one': 1 },
      }),
    );
    return z.object({ turns: z.number() }).parse(Attributes).turns - 1;
  },
});
