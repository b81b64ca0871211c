import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Identities } from '#functions/ports.ts';
import { notErased } from './erased.ts';
import { keys } from './keys.ts';
import { get, list } from './read.ts';
import type { Table } from './table.ts';
import { transactPatiently, type Write } from './transact.ts';

const candidateIdentity = z.object({ company: z.string(), candidateId: z.string(), boundAt: z.string() });
const wechatAccount = z.object({ appid: z.string(), openid: z.string() });
const staffIdentity = z.object({ company: z.string(), userId: z.string() });

type Account = { appid: string; openid: string; company: string; candidateId: string };

export function dynamoIdentities(table: Table): Identities {
  const boundAt = () => table.clock.now().toISOString();
  /** By this account the candidate is found; an account is one candidate's within a company. */
  const leading = ({ appid, openid, company, candidateId }: Account): Write => ({
    on: 'identity',
    Put: {
      Item: { ...keys.wechatIdentity(appid, openid, company), company, candidateId, boundAt: boundAt() },
      ConditionExpression: 'attribute_not_exists(pk) OR candidateId = :candidate',
      ExpressionAttributeValues: { ':candidate': candidateId },
    },
  });
  /** The account that WeChat's messages go to: the first one. */
  const told = ({ appid, openid, company, candidateId }: Account): Write => ({
    on: 'person',
    Put: {
      Item: { ...keys.candidateWechat(company, candidateId), appid, openid },
      ConditionExpression: 'attribute_not_exists(pk) OR (appid = :appid AND openid = :openid)',
      ExpressionAttributeValues: { ':appid': appid, ':openid': openid },
    },
  });
  async function accountsOf(company: string, candidateId: string) {
    const [first, also] = await Promise.all([
      get(table, keys.candidateWechat(company, candidateId), wechatAccount),
      list(table, keys.alsoWechat(company, candidateId, ''), wechatAccount),
    ]);
    return [...(first ? [first] : []), ...also];
  }
  const isTheirs = async ({ appid, openid, company, candidateId }: Account): Promise<boolean> => {
    const known = await get(table, keys.wechatIdentity(appid, openid, company), candidateIdentity);
    return known?.candidateId === candidateId;
  };

  return {
    async bindWechat(appid, openid, company, candidateId) {
      const account = { appid, openid, company, candidateId };
      if (await isTheirs(account)) return 'ok';
      const outcome = await transactPatiently(table, [
        notErased(company, candidateId),
        told(account),
        leading(account),
        missing('browser', keys.firstBrowser(company, candidateId)),
      ]);
      return outcome.committed ? 'ok' : 'bound';
    },
    async bindBrowser(company, candidateId) {
      const outcome = await transactPatiently(table, [
        notErased(company, candidateId),
        missing('wechat', keys.candidateWechat(company, candidateId)),
        {
          on: 'browser',
          Put: {
            Item: { ...keys.firstBrowser(company, candidateId), boundAt: boundAt() },
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
      ]);
      return outcome.committed ? 'ok' : 'bound';
    },
    async bindProven(appid, openid, company, candidateId) {
      const account = { appid, openid, company, candidateId };
      if (await isTheirs(account)) return;
      const erased = notErased(company, candidateId);
      const first = await transactPatiently(table, [erased, told(account), leading(account)]);
      if (first.committed || !first.failed.includes('person')) return;
      const also: Write = {
        on: 'also',
        Put: { Item: { ...keys.alsoWechat(company, candidateId, openid), appid, openid } },
      };
      await transactPatiently(table, [erased, also, leading(account)]);
    },
    byWechat: async (appid, openid) => (await boundTo(table, appid, openid))[0],
    allByWechat: (appid, openid) => boundTo(table, appid, openid),
    byWecom: (corpid, userid) => get(table, keys.wecomIdentity(corpid, userid), staffIdentity),
    openidOf: async (company, candidateId) =>
      (await get(table, keys.candidateWechat(company, candidateId), wechatAccount))?.openid,
    openidsOf: async (company, candidateId) => (await accountsOf(company, candidateId)).map(({ openid }) => openid),
    async unbind(company, candidateId) {
      const accounts = await accountsOf(company, candidateId);
      // A browser of nobody's stands for who was first, so that the place is not free.
      await table.send(
        new PutCommand({
          TableName: table.name,
          Item: { ...keys.firstBrowser(company, candidateId), boundAt: boundAt() },
        }),
      );
      const gone = accounts.flatMap(({ appid, openid }) => [
        keys.wechatIdentity(appid, openid, company),
        keys.alsoWechat(company, candidateId, openid),
      ]);
      for (const Key of [...gone, keys.candidateWechat(company, candidateId)])
        await table.send(new DeleteCommand({ TableName: table.name, Key }));
    },
  };
}

const missing = (on: string, Key: { pk: string; sk: string }): Write => ({
  on,
  ConditionCheck: { Key, ConditionExpression: 'attribute_not_exists(pk)' },
});

async function boundTo(table: Table, appid: string, openid: string) {
  const all = await list(table, keys.wechatIdentity(appid, openid, ''), candidateIdentity);
  return all.sort((a, b) => b.boundAt.localeCompare(a.boundAt));
}
