import * as z from 'zod';
import type { NewPerson, People, StoredResume } from '#functions/ports/intake.ts';
import { putUnlessErased } from './erased.ts';
import { type Key, keys } from './keys.ts';
import { dropNames, putNames } from './names.ts';
import { get, getMany } from './read.ts';
import { retentionWrite } from './retention-write.ts';
import type { Table } from './table.ts';
import { transactPatiently, type Write } from './transact.ts';

const personSchema = z.object({ candidateId: z.string(), key: z.string() });
const knownSchema = z.object({ candidateId: z.string(), value: z.string() });
const contactsSchema = z.object({ name: z.string(), phone: z.string(), email: z.string().optional() });
export const resumeSchema = z.object({
  text: z.string(),
  at: z.string(),
  file: z.object({ key: z.string(), name: z.string() }).nullable(),
});

/** Most keys of one batch. */
const atOnce = 100;
const absent = 'attribute_not_exists(pk)';

export function dynamoPeople(table: Table): People {
  async function known(values: readonly string[], keyOf: (value: string) => Key): Promise<Map<string, string>> {
    const all = [...new Set(values)];
    const found = new Map<string, string>();
    for (let from = 0; from < all.length; from += atOnce) {
      const items = await getMany(table, all.slice(from, from + atOnce).map(keyOf));
      for (const item of items) {
        const { value, candidateId } = knownSchema.parse(item);
        found.set(value, candidateId);
      }
    }
    return found;
  }
  const lookup = (on: string, at: Key, value: string, candidateId: string, key: string): Write => ({
    on,
    Put: {
      Item: { ...at, value, candidateId, key },
      ConditionExpression: `${absent} OR candidateId = :candidate`,
      ExpressionAttributeValues: { ':candidate': candidateId },
    },
  });
  const lookups = (company: string, { candidateId, phone, email }: NewPerson, key: string): Write[] => [
    lookup('phone', keys.personByPhone(company, phone), phone, candidateId, key),
    ...(email === undefined ? [] : [lookup('email', keys.personByEmail(company, email), email, candidateId, key)]),
  ];
  const resumePut = (company: string, candidateId: string, resume: StoredResume): Write => ({
    on: 'resume',
    Put: { Item: { ...keys.resume(company, candidateId), candidateId, ...resume } },
  });

  return {
    byPhones: (company, phones) => known(phones, (phone) => keys.personByPhone(company, phone)),
    byEmails: (company, emails) => known(emails, (email) => keys.personByEmail(company, email)),
    async add(company, person, resume, key) {
      const { candidateId } = person;
      const outcome = await transactPatiently(table, [
        ...lookups(company, person, key),
        {
          on: 'person',
          Put: { Item: { ...keys.candidate(company, candidateId), ...person }, ConditionExpression: absent },
        },
        retentionWrite(company, candidateId, table.clock.now()),
        ...(resume === undefined ? [] : [resumePut(company, candidateId, resume)]),
      ]);
      if (outcome.committed) return { kind: 'added', candidateId };
      const by = [
        keys.personByPhone(company, person.phone),
        ...(person.email === undefined ? [] : [keys.personByEmail(company, person.email)]),
      ];
      for (const at of by) {
        const there = await get(table, at, personSchema);
        if (there) return { kind: there.key === key ? 'added' : 'known', candidateId: there.candidateId };
      }
      throw new Error('a person is neither new nor known');
    },
    async change(company, person) {
      const before = await get(table, keys.candidate(company, person.candidateId), contactsSchema);
      if (before === undefined) return 'absent';
      const renamed = before.name !== person.name;
      // First found under both: whatever dies in between, nobody is found under neither.
      if (renamed) await putNames(table, company, person.candidateId, person.name);
      const gone: Write[] = [
        ...(before.phone === person.phone ? [] : [keys.personByPhone(company, before.phone)]),
        ...(before.email === undefined || before.email === person.email
          ? []
          : [keys.personByEmail(company, before.email)]),
      ].map((Key) => ({ on: 'gone', Delete: { Key } }));
      const outcome = await transactPatiently(table, [
        ...lookups(company, person, person.candidateId),
        {
          on: 'person',
          Put: {
            Item: { ...keys.candidate(company, person.candidateId), ...person },
            ConditionExpression: 'attribute_exists(pk)',
          },
        },
        ...gone,
      ]);
      const [stands, goes] = outcome.committed ? [person, before] : [before, person];
      if (renamed) await dropNames(table, company, person.candidateId, { name: goes.name, kept: stands.name });
      return outcome.committed ? 'changed' : 'taken';
    },
    resume: (company, candidateId) => get(table, keys.resume(company, candidateId), resumeSchema),
    async putResume(company, candidateId, resume) {
      const Item = { ...keys.resume(company, candidateId), candidateId, ...resume };
      await putUnlessErased(table, { company, of: candidateId }, { Item });
    },
  };
}
