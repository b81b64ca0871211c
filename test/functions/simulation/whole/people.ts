import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { type Key, keys } from '#functions/adapters/dynamo/keys.ts';
import type { Candidate, Company, Staff } from '#shared/organisation/records.ts';
import type { Settings } from '#shared/settings.ts';
import { position, requisition } from '#test/functions/simulation/client/small-interview.ts';
import type { Wire } from '#test/world/dynamo/wire.ts';
import { seed } from '#test/world/seeds/world-seed.ts';

export const company = seed.company.companyId;
export const otherCompany = 'co_other';
const [model] = seed.candidates;
if (!model) throw new Error('the seed is empty');

/** Somebody by whose mark every word of theirs is known, wherever it turns up. */
export type Person = Candidate & { mark: string; openid: string; company: string; erased?: boolean };
export type Member = Staff & { company: string };

function personNo(n: number, at: string, mail: boolean): Person {
  const mark = `标记${String(n).repeat(4)}x`;
  const { email: _, ...like } = model as Candidate;
  return {
    ...like,
    candidateId: `cand_whole${n}`,
    name: `王${mark}`,
    phone: `1860000000${n}`,
    headline: mark,
    resume: `${like.resume} ${mark}`,
    ...(mail && { email: `a${n}@${mark.charCodeAt(0)}.test` }),
    mark,
    openid: `openid_whole${n}`,
    company: at,
  };
}

const members: Member[] = [
  ...seed.staff.map((one) => ({ ...one, company })),
  { userId: 'usr_other', name: '外人', role: 'recruiter', wecomUserId: 'other', company: otherCompany },
];

/** A company in which two are interviewed, and another one with one of its own. */
export async function furnish(
  wire: Wire,
  table: string,
  {
    settings,
    booking,
    mails,
    formula,
  }: { settings: Partial<Settings>; booking: boolean; mails: boolean[]; formula: boolean },
) {
  const people = [company, company, otherCompany].map((at, i) => personNo(i + 1, at, mails[i] ?? true));
  // Somebody by whose name a spreadsheet would run something.
  if (formula && people[1]) people[1].name = `=HYPERLINK("http://x.test")${people[1].mark}`;
  const firms: Company[] = [
    { ...seed.company, settings },
    { ...seed.company, companyId: otherCompany, name: '别家', settings: {} },
  ];
  const items: [Key, object][] = firms.flatMap((firm): [Key, object][] => [
    [keys.company(firm.companyId), firm],
    [
      keys.position(firm.companyId, position.positionId),
      { ...position, settings: { booking: booking && firm.companyId === company } },
    ],
    [
      keys.requisition(firm.companyId, requisition.requisitionId),
      { ...requisition, headcount: 12, inPost: 10, vacancies: 2, ownerId: ownerOf(firm.companyId).userId },
    ],
  ]);
  for (const member of members) {
    const { company: at, ...staff } = member;
    items.push([keys.staff(at, staff.userId), staff]);
    const identity = { company: at, userId: staff.userId };
    items.push([keys.wecomIdentity(seed.company.wecom.corpid, staff.wecomUserId), identity]);
  }
  for (const { mark: _, openid: __, erased: ___, company: at, ...candidate } of people) {
    items.push([keys.candidate(at, candidate.candidateId), candidate]);
    const known = { candidateId: candidate.candidateId, key: 'seed' };
    items.push([keys.personByPhone(at, candidate.phone), { ...known, value: candidate.phone }]);
  }
  const puts = items.map(([key, item]) => ({ PutRequest: { Item: { ...key, ...item } } }));
  for (let from = 0; from < puts.length; from += 25)
    await wire.send(new BatchWriteCommand({ RequestItems: { [table]: puts.slice(from, from + 25) } }));
  return people as [Person, Person, Person];
}

export function ownerOf(at: string): Member {
  const found = members.find((one) => one.company === at && one.role === 'recruiter');
  if (found === undefined) throw new Error('a company without a recruiter');
  return found;
}
export const memberOf = (role: Staff['role']): Member => {
  const found = members.find((one) => one.company === company && one.role === role);
  if (found === undefined) throw new Error(`nobody is ${role}`);
  return found;
};
