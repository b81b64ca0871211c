import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { type Key, keys } from '#functions/adapters/dynamo/keys.ts';
import { dynamoSlots } from '#functions/adapters/dynamo/slots.ts';
import type { Table } from '#functions/adapters/dynamo/table.ts';
import { slotsOf } from '#shared/schedule/slots.ts';
import { seed } from './seeds/world-seed.ts';

/** Times offered when the world is new: seven days from tomorrow on, 9:30-17:30 by the company's clock, two an hour. */
const days = 7;
const day = 86_400_000;
const opensAt = 1.5 * 3_600_000;
const openFor = 8 * 3_600_000;

/** Puts the seeded company and its people into the table, as an import would. Safe to repeat. */
export async function seedTable(table: Table): Promise<void> {
  const { companyId: c, wecom } = seed.company;
  const items: [Key, object][] = [
    [keys.company(c), seed.company],
    ...seed.departments.map((one): [Key, object] => [keys.department(c, one.departmentId), one]),
    ...seed.posts.map((one): [Key, object] => [keys.post(c, one.departmentId, one.positionId), one]),
    ...seed.positions.map((one): [Key, object] => [keys.position(c, one.positionId), one]),
    ...seed.requisitions.map((one): [Key, object] => [keys.requisition(c, one.requisitionId), one]),
    ...seed.candidates.map((one): [Key, object] => [keys.candidate(c, one.candidateId), one]),
    ...seed.candidates.flatMap(({ candidateId, phone, email }): [Key, object][] => [
      [keys.personByPhone(c, phone), { candidateId, value: phone, key: 'seed' }],
      ...(email === undefined
        ? []
        : [[keys.personByEmail(c, email), { candidateId, value: email, key: 'seed' }] as [Key, object]]),
    ]),
    ...seed.staff.map((one): [Key, object] => [keys.staff(c, one.userId), one]),
    ...seed.staff.map((one): [Key, object] => [
      keys.wecomIdentity(wecom.corpid, one.wecomUserId),
      { company: c, userId: one.userId },
    ]),
  ];
  for (const [key, item] of items) {
    await table.send(new PutCommand({ TableName: table.name, Item: { ...key, ...item } }));
  }
  const today = Math.floor(table.clock.now().getTime() / day) * day;
  for (const { positionId, settings } of seed.positions) {
    if (settings.booking !== true) continue;
    for (let ahead = 1; ahead <= days; ahead += 1) {
      const from = new Date(today + ahead * day + opensAt).toISOString();
      const to = new Date(today + ahead * day + opensAt + openFor).toISOString();
      await dynamoSlots(table).offer(c, slotsOf({ positionId, from, to, minutes: 60, capacity: 2 }));
    }
  }
}
