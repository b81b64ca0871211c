import type { Department, Post } from '#shared/organisation/records.ts';

const top = 'dep_huadong';

/** 华东制造 as its own WeCom has it: ids of 1 and above are WeCom's. */
export const departments: Department[] = [
  { departmentId: top, name: '华东制造', parentId: null, headUserIds: [], order: 0, wecomId: 1, version: 1 },
  {
    departmentId: 'dep_sales',
    name: '销售部',
    parentId: top,
    headUserIds: ['usr_zhaolei'],
    order: 1,
    wecomId: 2,
    version: 1,
  },
  {
    departmentId: 'dep_engineering',
    name: '技术部',
    parentId: top,
    headUserIds: [],
    order: 2,
    wecomId: 3,
    version: 1,
  },
  {
    departmentId: 'dep_service',
    name: '客户服务部',
    parentId: top,
    headUserIds: [],
    order: 3,
    wecomId: 4,
    version: 1,
  },
];

/** 编制 10, 在职 8, 缺编 2: the example of the source text, and those of the other openings. */
export const posts: Post[] = [
  { departmentId: 'dep_sales', positionId: 'pos_salesrep', headcount: 10, others: 8, version: 1 },
  { departmentId: 'dep_engineering', positionId: 'pos_backend', headcount: 6, others: 5, version: 1 },
  { departmentId: 'dep_service', positionId: 'pos_support', headcount: 5, others: 2, version: 1 },
];
