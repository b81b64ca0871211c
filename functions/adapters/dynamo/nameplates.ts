import * as z from 'zod';
import type { Nameplates } from '#functions/ports/workbench.ts';
import { withDepartments } from './departments.ts';
import { type Key, keys } from './keys.ts';
import { getMany } from './read.ts';
import type { Table } from './table.ts';

const candidate = z.object({ candidateId: z.string(), name: z.string() });
const opening = z.object({
  requisitionId: z.string(),
  position: z.string(),
  department: z.string(),
  departmentId: z.string().optional(),
});

/** Each is read once, however many rows name it; all in one request. */
export const dynamoNameplates = (table: Table): Nameplates => ({
  async candidates(company, ids) {
    const found = await all(table, ids, (id) => keys.candidate(company, id));
    return new Map(found.map((item) => candidate.parse(item)).map(({ candidateId, name }) => [candidateId, name]));
  },
  async openings(company, ids) {
    const found = await all(table, ids, (id) => keys.requisition(company, id));
    const named = await withDepartments(
      table,
      company,
      found.map((item) => opening.parse(item)),
    );
    return new Map(named.map(({ requisitionId, position, department }) => [requisitionId, { position, department }]));
  },
});

const all = (table: Table, ids: readonly string[], keyOf: (id: string) => Key) =>
  ids.length === 0 ? Promise.resolve([]) : getMany(table, [...new Set(ids)].map(keyOf));
