import * as z from 'zod';
import type { Directory } from '#functions/ports.ts';
import {
  candidateSchema,
  companySchema,
  positionSchema,
  requisitionSchema,
  staffSchema,
} from '#shared/organisation/records.ts';
import { withDepartment, withDepartments } from './departments.ts';
import { keys } from './keys.ts';
import { resumeSchema } from './people.ts';
import { get, list } from './read.ts';
import type { Table } from './table.ts';

/** The résumé lies by itself; one that stands with the person is of a seed. */
const personSchema = candidateSchema.extend({ resume: z.string().default('') });
const resumesSchema = resumeSchema.extend({ candidateId: z.string() });
const applicantSchema = z.object({ candidateId: z.string(), applicationId: z.string() });

export const dynamoDirectory = (table: Table): Directory => ({
  company: (company) => get(table, keys.company(company), companySchema),
  requisitions: async (company) =>
    withDepartments(table, company, await list(table, keys.requisition(company, ''), requisitionSchema)),
  async requisition(company, id) {
    const found = await get(table, keys.requisition(company, id), requisitionSchema);
    return found && withDepartment(table, company, found);
  },
  async position(company, id) {
    const found = await get(table, keys.position(company, id), positionSchema);
    return found && withDepartment(table, company, found);
  },
  async candidate(company, id) {
    const [person, resume] = await Promise.all([
      get(table, keys.candidate(company, id), personSchema),
      get(table, keys.resume(company, id), resumeSchema),
    ]);
    return person && (resume === undefined ? person : { ...person, resume: resume.text });
  },
  async candidates(company) {
    const [people, resumes] = await Promise.all([
      list(table, keys.candidate(company, ''), personSchema),
      list(table, keys.resume(company, ''), resumesSchema),
    ]);
    const texts = new Map(resumes.map(({ candidateId, text }) => [candidateId, text]));
    return people.map((person) => ({ ...person, resume: texts.get(person.candidateId) ?? person.resume }));
  },
  async applicants(company, requisitionId) {
    const found = await list(table, keys.applicant(company, requisitionId, ''), applicantSchema);
    return new Map(found.map((item) => [item.candidateId, item.applicationId]));
  },
  staff: (company, id) => get(table, keys.staff(company, id), staffSchema),
});
