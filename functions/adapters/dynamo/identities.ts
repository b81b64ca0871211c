import * as z from 'zod';
import type { Identities } from '#functions/ports.ts';
import { notErased } from './erased.ts';
import { keys } from './keys.ts';
import { get, list } from './read.ts';
import type { Table } from './table.ts';
import { transactPatiently } from './transact.ts';

const candidateIdentity = z.object({ company: z.string(), candidateId: z.string(), boundAt: z.string() });
const staffIdentity = z.object({ company: z.string(), userId: z.string() });

export const dynamoIdentities = (table: Table): Identities => ({
  async bindWechat(appid, openid, company, candidateId) {
    const boundAt = table.clock.now().toISOString();
    const outcome = await transactPatiently(table, [
      notErased(company, candidateId),
      {
        on: 'person',
        Put: {
          Item: { ...keys.candidateWechat(company, candidateId), appid, openid },
          ConditionExpression: 'attribute_not_exists(pk) OR (appid = :appid AND openid = :openid)',
          ExpressionAttributeValues: { ':appid': appid, ':openid': openid },
        },
      },
      {
        on: 'identity',
        Put: {
          Item: { ...keys.wechatIdentity(appid, openid, company), company, candidateId, boundAt },
          ConditionExpression: 'attribute_not_exists(pk) OR candidateId = :candidate',
          ExpressionAttributeValues: { ':candidate': candidateId },
        },
      },
    ]);
    return outcome.committed ? 'ok' : 'bound';
  },
  byWechat: async (appid, openid) => (await boundTo(table, appid, openid))[0],
  allByWechat: (appid, openid) => boundTo(table, appid, openid),
  byWecom: (corpid, userid) => get(table, keys.wecomIdentity(corpid, userid), staffIdentity),
  async openidOf(company, candidateId) {
    return (await get(table, keys.candidateWechat(company, candidateId), z.object({ openid: z.string() })))?.openid;
  },
});

async function boundTo(table: Table, appid: string, openid: string) {
  const all = await list(table, keys.wechatIdentity(appid, openid, ''), candidateIdentity);
  return all.sort((a, b) => b.boundAt.localeCompare(a.boundAt));
}
