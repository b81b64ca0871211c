import type { Position, Requisition } from '#shared/organisation/records.ts';
import { backendPlan } from './backend-plan.ts';
import { staff } from './company.ts';
import { salesPlan } from './sales-plan.ts';
import { supportPlan } from './support-plan.ts';

const owner = staff[0]?.userId ?? '';

export const salesPosition: Position = {
  positionId: 'pos_salesrep',
  title: '销售代表',
  department: '销售部',
  departmentId: 'dep_sales',
  secondInterview: true,
  criteria: [
    {
      name: '销售经验',
      words: ['销售代表', '销售顾问', '销售工作', '销售经验', '业务员', '客户经理', '电话销售', '渠道销售'],
    },
    {
      name: '客户沟通',
      words: ['拜访客户', '客户拜访', '客户谈判', '商务谈判', '客户沟通', '维护客户', '开发客户', '客户关系'],
    },
    { name: '业绩结果', words: ['销售额', '业绩', '签单', '回款', '成交', '达成率'] },
    { name: '大专及以上', words: ['大专', '专科', '本科', '学士', '硕士'] },
    { name: '可出差', words: ['出差', '驻外', '外勤'] },
  ],
  briefing: {
    title: '情景模拟要求',
    text: '第 3、4 题请把自己放进给出的场景，直接说出您会对客户讲的话、会做的事；没有标准话术，按您真实的做法回答。面试助手可能会追问一两句，像真的对话一样接着说就好。',
  },
  plan: salesPlan,
  settings: {},
};

export const backendPosition: Position = {
  positionId: 'pos_backend',
  title: '后端工程师',
  department: '技术部',
  departmentId: 'dep_engineering',
  secondInterview: true,
  criteria: [
    { name: '后端开发', words: ['后端', '服务端', '微服务'] },
    { name: '编程语言', words: ['Java', 'Go', 'Node.js', 'TypeScript', 'Python'] },
    { name: '数据库', words: ['MySQL', 'PostgreSQL', 'Redis', '数据库'] },
    { name: '本科及以上', words: ['本科', '学士', '硕士', '博士'] },
  ],
  briefing: {
    title: '编程题说明',
    text: '第 3 题请写出代码或伪代码，语言不限，并说明复杂度和您会怎样测试；不要求能直接运行。可以直接在代码框里写，也可以上传文件。开始前有 1 分钟读题时间，作答限时 20 分钟。',
  },
  plan: backendPlan,
  settings: { behaviourEvidence: true },
};

/** 编制 10, 在职 8, 缺编 2: the example of the source text. */
export const salesRequisition: Requisition = {
  requisitionId: 'req_salesrep01',
  positionId: salesPosition.positionId,
  department: salesPosition.department,
  departmentId: salesPosition.departmentId,
  position: salesPosition.title,
  headcount: 10,
  inPost: 8,
  vacancies: 2,
  ownerId: owner,
  openedAt: '2026-01-05T01:00:00.000Z',
};

export const backendRequisition: Requisition = {
  requisitionId: 'req_backend01',
  positionId: backendPosition.positionId,
  department: backendPosition.department,
  departmentId: backendPosition.departmentId,
  position: backendPosition.title,
  headcount: 6,
  inPost: 5,
  vacancies: 1,
  ownerId: owner,
  openedAt: '2026-01-12T01:00:00.000Z',
};

/** The one whose candidates pick a time; its own reminder half an hour before. */
export const supportPosition: Position = {
  positionId: 'pos_support',
  title: '客服专员',
  department: '客户服务部',
  departmentId: 'dep_service',
  secondInterview: false,
  criteria: [
    { name: '客服经验', words: ['客服', '售后', '呼叫中心', '投诉处理'] },
    { name: '沟通能力', words: ['沟通', '耐心', '普通话'] },
  ],
  plan: supportPlan,
  settings: { booking: true, reminders: [1440, 60, 30] },
};

export const supportRequisition: Requisition = {
  requisitionId: 'req_support01',
  positionId: supportPosition.positionId,
  department: supportPosition.department,
  departmentId: supportPosition.departmentId,
  position: supportPosition.title,
  headcount: 5,
  inPost: 2,
  vacancies: 3,
  ownerId: owner,
  openedAt: '2026-02-02T01:00:00.000Z',
};
