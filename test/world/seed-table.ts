import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { type Key, keys } from '#functions/adapters/dynamo/keys.ts';
import type { Table } from '#functions/adapters/dynamo/table.ts';
import { seed } from './seeds/world-seed.ts';

/** Puts the seeded company and its people into the table, as an import would. Safe to repeat. */
export async function seedTable(table: Table): Promise<void> {
  const { companyId: c, wecom } = seed.company;
  const items: [Key, object][] = [
    [keys.company(c), seed.company],
    ...seed.positions.map((one): [Key, object] => [keys.position(c, one.positionId), one]),
    ...seed.requisitions.map((one): [Key, object] => [keys.requisition(c, one.requisitionId), one]),
    ...seed.candidates.map((one): [Key, object] => [keys.candidate(c, one.candidateId), one]),
    ...seed.staff.map((one): [Key, object] => [keys.staff(c, one.userId), one]),
    ...seed.staff.map((one): [Key, object] => [
      keys.wecomIdentity(wecom.corpid, one.wecomUserId),
      { company: c, userId: one.userId },
    ]),
  ];
  for (const [key, item] of items) {
    await table.send(new PutCommand({ TableName: table.name, Item: { ...key, ...item } }));
  }
}
