import * as z from 'zod';
import { keys } from './keys.ts';
import { get, getMany } from './read.ts';
import type { Table } from './table.ts';

const namedSchema = z.object({ departmentId: z.string(), name: z.string() });
type Placed = { department: string; departmentId?: string | undefined };

/** A department's name stands with the department alone: whatever refers to one is read with the name it has now. */
export async function withDepartment<T extends Placed>(table: Table, company: string, one: T): Promise<T> {
  if (one.departmentId === undefined) return one;
  const found = await get(table, keys.department(company, one.departmentId), namedSchema);
  return found === undefined ? one : { ...one, department: found.name };
}

/** The same for many, each department read once. */
export async function withDepartments<T extends Placed>(table: Table, company: string, all: T[]): Promise<T[]> {
  const ids = [...new Set(all.flatMap(({ departmentId }) => departmentId ?? []))];
  if (ids.length === 0) return all;
  const items: Record<string, unknown>[] = [];
  for (let from = 0; from < ids.length; from += 100) {
    items.push(
      ...(await getMany(
        table,
        ids.slice(from, from + 100).map((id) => keys.department(company, id)),
      )),
    );
  }
  const names = new Map(items.map((item) => namedSchema.parse(item)).map((one) => [one.departmentId, one.name]));
  return all.map((one) => ({ ...one, department: names.get(one.departmentId ?? '') ?? one.department }));
}
