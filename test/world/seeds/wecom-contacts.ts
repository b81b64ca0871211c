import type { WecomDepartment, WecomMember } from '../wecom/host.ts';
import { staff } from './company.ts';
import { departments } from './departments.ts';

const idOf = new Map(departments.map(({ departmentId, wecomId }) => [departmentId, wecomId ?? 0]));
const numbered = departments.length;

/** The seeded departments, and what has changed in WeCom since they were taken over: a new one, and a team with its lead. */
export const wecomDepartments: WecomDepartment[] = [
  ...departments.map(({ name, parentId, wecomId }, i) => ({
    id: wecomId ?? 0,
    name,
    parentid: idOf.get(parentId ?? '') ?? 0,
    order: 100_000 - i,
    leaders: [],
  })),
  { id: numbered + 1, name: '市场部', parentid: 1, order: 90_000, leaders: ['chenjing'] },
  { id: numbered + 2, name: '华东销售一组', parentid: 2, order: 100_000, leaders: [] },
];

const placeOf: Record<string, number[]> = { wangmin: [1], zhaolei: [2], linyue: [1], sunhe: [1] };

/** Staff, and members who are none: who leads a department becomes its head when it is taken over. */
export const wecomMembers: WecomMember[] = [
  ...staff.map(({ wecomUserId: userid, name }) => ({
    userid,
    name,
    departments: placeOf[userid] ?? [1],
    leads: userid === 'zhaolei' ? [2] : [],
  })),
  { userid: 'chenjing', name: '陈静', departments: [numbered + 1], leads: [], position: '市场经理' },
  { userid: 'wuhao', name: '吴昊', departments: [numbered + 2], leads: [numbered + 2], position: '销售组长' },
  { userid: 'lixue', name: '李雪', departments: [2, numbered + 2], leads: [], position: '销售代表' },
];
