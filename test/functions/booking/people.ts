import type { Candidate, Company, Position, Requisition, Staff } from '#shared/organisation/records.ts';
import type { Settings } from '#shared/settings.ts';
import { seed } from '#test/world/seeds/world-seed.ts';

const first = <T>(all: readonly T[]): T => {
  const [one] = all;
  if (one === undefined) throw new Error('the seed is empty');
  return one;
};

export const company = seed.company.companyId;
export const position: Position = first(seed.positions);
export const requisition: Requisition = { ...first(seed.requisitions), positionId: position.positionId };
export const recruiter: Staff = first(seed.staff);
const like: Candidate = first(seed.candidates);

export const owner = (settings: Partial<Settings>): Company => ({ ...seed.company, settings });

/** Somebody nobody has met; with an address of mail or without. */
export function personNo(n: number, mail = true): Candidate {
  const { email: _, ...rest } = like;
  const name = `n${String(n).padStart(6, '0')}`;
  return {
    ...rest,
    candidateId: `cand_${name}`,
    phone: `139${String(n).padStart(8, '0')}`,
    ...(mail && { email: `${name}@example.com` }),
  };
}
export const openidOf = (candidateId: string): string => `openid_${candidateId}`;
