import type { StaffRole } from '#shared/access/roles.ts';
import { seed } from './seeds/world-seed.ts';

/** A seeded person as the world's controls and phones know them. */
export type Person =
  | { id: string; kind: 'candidate'; name: string; phone: string; email?: string; openid: string; headline: string }
  | { id: string; kind: 'staff'; name: string; userid: string; role: StaffRole };

export const people: Person[] = [
  ...seed.candidates.map(
    ({ candidateId, name, phone, email, headline }): Person => ({
      id: candidateId,
      kind: 'candidate',
      name,
      phone,
      ...(email !== undefined && { email }),
      headline,
      openid: `o_${candidateId.slice('cand_'.length)}`,
    }),
  ),
  ...seed.staff.map(
    ({ userId, name, wecomUserId, role }): Person => ({ id: userId, kind: 'staff', name, userid: wecomUserId, role }),
  ),
];

export const personOf = (id: string): Person | undefined => people.find((person) => person.id === id);
