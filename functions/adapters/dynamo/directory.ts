import * as z from 'zod';
import type { Directory } from '#functions/ports.ts';
import {
  candidateSchema,
  companySchema,
  positionSchema,
  requisitionSchema,
  staffSchema,
} from '#shared/organisation/records.ts';
import { keys } from './keys.ts';
import { get, list } from './read.ts';
import type { Table } from './table.ts';

const applicantSchema = z.object({ candidateId: z.string(), applicationId: z.string() });

export const dynamoDirectory = (table: Table): Directory => ({
  company: (company) => get(table, keys.company(company), companySchema),
  requisitions: (company) => list(table, keys.requisition(company, ''), requisitionSchema),
  requisition: (company, id) => get(table, keys.requisition(company, id), requisitionSchema),
  position: (company, id) => get(table, keys.position(company, id), positionSchema),
  candidate: (company, id) => get(table, keys.candidate(company, id), candidateSchema),
  candidates: (company) => list(table, keys.candidate(company, ''), candidateSchema),
  async applicants(company, requisitionId) {
    const found = await list(table, keys.applicant(company, requisitionId, ''), applicantSchema);
    return new Map(found.map((item) => [item.candidateId, item.applicationId]));
  },
  staff: (company, id) => get(table, keys.staff(company, id), staffSchema),
});
