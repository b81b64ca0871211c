import type {
  Candidate,
  Company,
  Department,
  Position,
  Post,
  Requisition,
  Staff,
} from '#shared/organisation/records.ts';
import { candidates } from './candidates.ts';
import { company, staff } from './company.ts';
import { departments, posts } from './departments.ts';
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
  departments: Department[];
  posts: Post[];
  positions: Position[];
  requisitions: Requisition[];
  candidates: Candidate[];
};

/** What the world holds when it is new. The sales position comes first: it is the one the story is told with. */
export const seed: WorldSeed = {
  company,
  staff,
  departments,
  posts,
  positions: [salesPosition, backendPosition, supportPosition],
  requisitions: [salesRequisition, backendRequisition, supportRequisition],
  candidates: [...candidates, ...supportCandidates],
};
