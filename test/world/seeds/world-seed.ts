import type { Candidate, Company, Position, Requisition, Staff } from '#shared/organisation/records.ts';
import { candidates } from './candidates.ts';
import { company, staff } from './company.ts';
import {
  backendPosition,
  backendRequisition,
  salesPosition,
  salesRequisition,
  supportPosition,
  supportRequisition,
} from './positions.ts';
import { supportCandidates } from './support-candidates.ts';

export type WorldSeed = {
  company: Company;
  staff: Staff[];
  positions: Position[];
  requisitions: Requisition[];
  candidates: Candidate[];
};

/** What the world holds when it is new. The sales position comes first: it is the one the story is told with. */
export const seed: WorldSeed = {
  company,
  staff,
  positions: [salesPosition, backendPosition, supportPosition],
  requisitions: [salesRequisition, backendRequisition, supportRequisition],
  candidates: [...candidates, ...supportCandidates],
};
