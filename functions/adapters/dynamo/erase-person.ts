import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { ErasureLinks } from '#functions/ports/privacy.ts';
import { nameParts } from '#shared/application/name-parts.ts';
import { unlessRefused } from './erased.ts';
import { type Key, keys } from './keys.ts';
import { get, list } from './read.ts';
import type { Table } from './table.ts';
import { keysOf, removeAll, wipe } from './wipe.ts';

const personSchema = z.object({ name: z.string(), phone: z.string(), email: z.string().optional() });
const namedSchema = z.object({ interviewId: z.string(), name: z.string().optional() });
const wechatSchema = z.object({ appid: z.string(), openid: z.string() });

/**
 * The person themselves. What leads to something else goes after what it leads to: the name after the index of names, the
 * phone after who has it, so that a run that was cut off finds the way again.
 */
export async function erasePerson(table: Table, company: string, cand: string, links: ErasureLinks): Promise<number> {
  const remove = (Key: Key) => table.send(new DeleteCommand({ TableName: table.name, Key }));
  /** Unless it is somebody else's by now. */
  const removeOwn = (Key: Key) =>
    table
      .send(
        new DeleteCommand({
          TableName: table.name,
          Key,
          ConditionExpression: 'attribute_not_exists(pk) OR candidateId = :own',
          ExpressionAttributeValues: { ':own': cand },
        }),
      )
      .catch(unlessRefused);

  const person = await get(table, keys.candidate(company, cand), personSchema);
  const own = await list(table, keys.candidateInterview(company, cand, ''), namedSchema);
  let gone = await wipe(table, keys.session(company, cand, ''));
  for (const { interviewId, name } of own) {
    const names = new Set([name, person?.name].filter((one) => one !== undefined));
    const parts = new Set([...names].flatMap((one) => nameParts(one)));
    gone += await removeAll(
      table,
      [...parts].map((part) => keys.nameOf(company, part, interviewId)),
    );
  }
  const wechat = await get(table, keys.candidateWechat(company, cand), wechatSchema);
  const also = await list(table, keys.alsoWechat(company, cand, ''), wechatSchema);
  for (const { appid, openid } of [...(wechat ? [wechat] : []), ...also])
    await removeOwn(keys.wechatIdentity(appid, openid, company));
  for (const fileId of links.fileIds) gone += await wipe(table, { ...keys.file(company, fileId), sk: '' });
  for (const req of links.requisitionIds) {
    await remove(keys.wish(company, req, cand));
    await remove(keys.applicant(company, req, cand));
    await remove(keys.waiting(company, req, cand));
  }
  await remove(keys.voluntary(company, cand));
  await remove(keys.resume(company, cand));
  if (person) {
    await removeOwn(keys.personByPhone(company, person.phone));
    if (person.email !== undefined) await removeOwn(keys.personByEmail(company, person.email));
  }
  await remove(keys.candidate(company, cand));
  gone += await removeAll(table, await keysOf(table, { ...keys.noticesRead(company, cand), sk: '' }));
  return gone;
}
