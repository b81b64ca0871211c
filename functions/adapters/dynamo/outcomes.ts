import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { OutcomePulls, Outcomes } from '#functions/ports/outcomes.ts';
import { outcomeSchema } from '#shared/learning/outcome.ts';
import { notErased } from './erased.ts';
import { keys } from './keys.ts';
import { get, list } from './read.ts';
import type { Table } from './table.ts';
import { transactPatiently } from './transact.ts';

const storedSchema = outcomeSchema.extend({
  interviewId: z.string(),
  positionId: z.string(),
  version: z.number().int().positive(),
  at: z.string(),
  by: z.string(),
  from: z.enum(['entered', 'file', 'connector']),
  saidAt: z.string().exactOptional(),
});

export const dynamoOutcomes = (table: Table): Outcomes => ({
  all: (company) => list(table, keys.outcome(company, ''), storedSchema),
  async ofInterviews(company, interviewIds) {
    const wanted = new Set(interviewIds);
    const known = await list(table, keys.outcome(company, ''), storedSchema);
    return new Map(
      known
        .filter(({ interviewId }) => wanted.has(interviewId))
        .map(({ interviewId, retention, performance }) => [
          interviewId,
          { retained: retention === null ? null : retention === 'there', performance },
        ]),
    );
  },
  newest: (company, app) => get(table, keys.outcome(company, app), storedSchema),
  versions: (company, app) => list(table, keys.outcomeVersion(company, app, ''), storedSchema),
  async put(company, outcome) {
    const { applicationId, version } = outcome;
    const before = {
      ConditionExpression: version === 1 ? 'attribute_not_exists(pk)' : '#version = :before',
      ...(version > 1 && {
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':before': version - 1 },
      }),
    };
    const { committed } = await transactPatiently(table, [
      notErased(company, outcome.interviewId),
      { on: 'newest', Put: { Item: { ...keys.outcome(company, applicationId), ...outcome }, ...before } },
      { on: 'version', Put: { Item: { ...keys.outcomeVersion(company, applicationId, version), ...outcome } } },
    ]);
    return committed;
  },
});

const pulledSchema = z.object({
  at: z.string().nullable().default(null),
  failedAt: z.string().nullable().default(null),
});

export const dynamoOutcomePulls = (table: Table): OutcomePulls => ({
  last: (company) => get(table, keys.outcomesPulled(company), pulledSchema),
  async keep(company, at) {
    await table.send(new PutCommand({ TableName: table.name, Item: { ...keys.outcomesPulled(company), at } }));
  },
  async keepFailure(company, at) {
    await table.send(
      new UpdateCommand({
        TableName: table.name,
        Key: keys.outcomesPulled(company),
        UpdateExpression: 'SET failedAt = :at',
        ExpressionAttributeValues: { ':at': at },
      }),
    );
  },
});
