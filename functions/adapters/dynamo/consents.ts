import * as z from 'zod';
import type { CompanyNotices, Withdrawals } from '#functions/ports/consents.ts';
import { purposes } from '#shared/privacy/laws.ts';
import { notErased, putUnlessErased } from './erased.ts';
import { keys } from './keys.ts';
import { get, list } from './read.ts';
import type { Table } from './table.ts';
import { transactPatiently } from './transact.ts';

const withdrawnSchema = z.object({ purpose: z.enum(purposes), withdrawnAt: z.string() });
const noticeSchema = z.object({
  title: z.string(),
  paragraphs: z.array(z.object({ head: z.string(), text: z.string() })),
  version: z.number(),
  by: z.string(),
  at: z.string(),
});

export const dynamoWithdrawals = (table: Table): Withdrawals => ({
  of: (company, cand) => list(table, keys.consent(company, cand, ''), withdrawnSchema),
  async put(company, cand, purpose, withdrawnAt) {
    const Key = keys.consent(company, cand, purpose);
    const first = { Item: { ...Key, purpose, withdrawnAt }, ConditionExpression: 'attribute_not_exists(pk)' };
    if (!(await putUnlessErased(table, { company, of: cand }, first)))
      return (await get(table, Key, withdrawnSchema))?.withdrawnAt ?? withdrawnAt;
    // Recordings that nobody agrees to any more are looked at with the next tick.
    await transactPatiently(table, [
      notErased(company, cand),
      {
        on: 'look',
        Update: {
          Key: keys.retention(company, cand),
          UpdateExpression:
            'SET company = :company, #kind = :kind, dueShard = :shard, dueAt = :now, knownSince = if_not_exists(knownSince, :now)',
          ExpressionAttributeNames: { '#kind': 'kind' },
          ExpressionAttributeValues: {
            ':company': company,
            ':kind': 'retention',
            ':shard': 'privacy',
            ':now': withdrawnAt,
          },
        },
      },
    ]);
    return withdrawnAt;
  },
});

export const dynamoCompanyNotices = (table: Table): CompanyNotices => ({
  async newest(company, law, language) {
    const key = keys.notice(company, law, language, '');
    const [found] = await list(table, key, noticeSchema, { backwards: true, limit: 1 });
    return found;
  },
  async put(company, law, language, notice) {
    const { committed } = await transactPatiently(table, [
      {
        on: 'notice',
        Put: {
          Item: { ...keys.notice(company, law, language, notice.version), ...notice },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
    ]);
    return committed;
  },
});
