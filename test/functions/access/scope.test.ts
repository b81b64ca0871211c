import { describe, expect, it } from 'vitest';
import { scopeOf } from '#functions/access/scope.ts';
import type { Department, Requisition } from '#shared/organisation/records.ts';
import { salesRequisition } from '#test/world/seeds/positions.ts';

const department = (departmentId: string, parentId: string | null, headUserIds: string[] = []): Department => ({
  departmentId,
  name: departmentId,
  parentId,
  headUserIds,
  order: 0,
  wecomId: null,
  version: 1,
});
const opening = (requisitionId: string, departmentId: string | undefined, more: Partial<Requisition> = {}) => {
  const { departmentId: _, ...rest } = salesRequisition;
  const positionId = `pos_${requisitionId.slice(4)}`;
  return { ...rest, requisitionId, positionId, ...(departmentId !== undefined && { departmentId }), ...more };
};

const departments = [
  department('dep_top', null),
  department('dep_sales', 'dep_top', ['usr_head']),
  department('dep_east', 'dep_sales', ['usr_east']),
  department('dep_tech', 'dep_top', ['usr_tech']),
];
const requisitions = [
  opening('req_sales', 'dep_sales'),
  opening('req_east', 'dep_east'),
  opening('req_tech', 'dep_tech', { interviewerIds: ['usr_east'] }),
  opening('req_nowhere', undefined),
];
const deps = {
  directory: { requisitions: async () => requisitions },
  organisation: { departments: async () => departments },
};
const seen = async (userId: string) => {
  const { requisitionIds, positionIds } = await scopeOf(deps, { company: 'co_a', userId });
  expect([...positionIds].map((id) => id.slice(4)).sort()).toEqual([...requisitionIds].map((id) => id.slice(4)).sort());
  return [...requisitionIds].sort();
};

describe('whose people a department head sees', () => {
  it('the own department’s and those of all below it', async () => {
    expect(await seen('usr_head')).toEqual(['req_east', 'req_sales']);
  });
  it('not those above, but those of an opening they interview for', async () => {
    expect(await seen('usr_east')).toEqual(['req_east', 'req_tech']);
  });
  it('nobody’s where they head nothing; an opening of no department is no head’s', async () => {
    expect(await seen('usr_other')).toEqual([]);
    for (const userId of ['usr_head', 'usr_east', 'usr_tech']) expect(await seen(userId)).not.toContain('req_nowhere');
  });
});
