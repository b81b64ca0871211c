import * as z from 'zod';
import type { Paraphrases } from '#functions/ports/evaluation.ts';
import { limits } from '#shared/limits.ts';
import { keys } from './keys.ts';
import { list } from './read.ts';
import type { Table } from './table.ts';
import { transactPatiently, type Write } from './transact.ts';

const daySeconds = 86_400;

const paraphraseSchema = z.object({
  paraphraseId: z.string(),
  questionId: z.string(),
  keyPoint: z.string(),
  phrase: z.string(),
  by: z.string(),
  at: z.string(),
  withdrawnAt: z.string().nullable(),
  since: z.number(),
});
const itemSchema = z.union([z.object({ sk: z.literal('LIST'), version: z.number() }), paraphraseSchema]);

export const dynamoParaphrases = (table: Table): Paraphrases => ({
  async ofPosition(company, pos) {
    const items = await list(table, { ...keys.paraphrases(company, pos), sk: '' }, itemSchema);
    const paraphrases = items.flatMap((item) => ('paraphraseId' in item ? [item] : []));
    const version = items.reduce((found, item) => ('version' in item ? item.version : found), 0);
    return { version, paraphrases: paraphrases.sort((a, b) => a.since - b.since) };
  },
  async add(company, pos, paraphrase, operation) {
    const expires = Math.floor(table.clock.now().getTime() / 1000) + limits.operationDays * daySeconds;
    const outcome = await transactPatiently(table, [
      nextVersion(company, pos, paraphrase.since - 1),
      { on: 'paraphrase', Put: { Item: { ...keys.paraphrase(company, pos, paraphrase.paraphraseId), ...paraphrase } } },
      {
        on: 'operation',
        Put: {
          Item: { ...keys.operation(company, operation.id), ...operation, expires },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
    ]);
    if (outcome.committed) return 'added';
    return outcome.failed.includes('operation') ? 'operation_exists' : 'conflict';
  },
  async withdraw(company, pos, paraphraseId, { from, withdrawnAt }) {
    const outcome = await transactPatiently(table, [
      nextVersion(company, pos, from),
      {
        on: 'paraphrase',
        Update: {
          Key: keys.paraphrase(company, pos, paraphraseId),
          UpdateExpression: 'SET withdrawnAt = :at',
          ConditionExpression: 'withdrawnAt = :null',
          ExpressionAttributeValues: { ':at': withdrawnAt, ':null': null },
        },
      },
    ]);
    return outcome.committed ? 'withdrawn' : 'conflict';
  },
});

/** The list moves on by one, from the version that was read and from no other. */
const nextVersion = (company: string, pos: string, from: number): Write => ({
  on: 'list',
  Put: {
    Item: { ...keys.paraphrases(company, pos), version: from + 1 },
    ConditionExpression: from === 0 ? 'attribute_not_exists(pk)' : '#version = :from',
    ...(from === 0
      ? {}
      : { ExpressionAttributeNames: { '#version': 'version' }, ExpressionAttributeValues: { ':from': from } }),
  },
});
