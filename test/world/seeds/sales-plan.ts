import type { Competency, Plan, Question } from '#shared/interview/plan.ts';

const competencies: Competency[] = [
  {
    name: '沟通能力',
    weight: 0.3,
    description: '先听后说，把话说清楚，能让对方愿意继续谈下去。',
    anchors: [
      { level: 1, text: '答非所问，或只有空话。' },
      { level: 3, text: '能说清楚自己的意思，对方的想法问得不多。' },
      { level: 5, text: '先确认对方的顾虑，再有条理地回应，并约好下一步。' },
    ],
  },
  { name: '客户洞察', weight: 0.25, description: '能问出客户真实的需求、顾虑和决策方式，据此给方案。' },
  { name: '抗压能力', weight: 0.2, description: '遇到指责、拒绝和未达标时稳得住，能恢复并继续行动。' },
  { name: '结果导向', weight: 0.15, description: '有目标、有计划，用数字说话，把事情推进到下一步。' },
  {
    name: '文化匹配',
    kind: 'culture',
    weight: 0.1,
    description: '诚信担责、团队协作，与「不推责、一起解决」的做事方式一致。',
  },
];

const questions: Question[] = [
  {
    id: 'qclose',
    kind: 'structured',
    prompt: '请讲一次您把犹豫的客户谈成的经历：当时是什么情况，您做了什么，结果怎么样？',
    required: true,
    keyPoints: [
      '说清客户犹豫的原因',
      '通过提问了解真实需求',
      '针对顾虑提出解决方案',
      '持续跟进',
      '用数字说明成交结果',
      '事后复盘总结经验',
    ],
    competencies: ['沟通能力', '客户洞察', '结果导向'],
    minutes: 4,
  },
  {
    id: 'qmissed',
    kind: 'structured',
    prompt: '最近一次没有完成业绩目标是什么时候？您当时怎么面对，后来怎么调整？',
    required: true,
    keyPoints: [
      '坦诚说出与目标的差距',
      '从自己身上分析原因',
      '调整情绪和心态',
      '拆解目标并制定计划',
      '主动请教主管或同事',
      '后续业绩有改善',
    ],
    competencies: ['抗压能力', '结果导向', '文化匹配'],
    minutes: 4,
  },
  {
    id: 'qprice',
    kind: 'scenario',
    prompt: '接下来这通电话，您会怎么回应李经理？请像真的在通话一样说出您的话，再说说为什么这样讲。',
    briefing:
      '您是华东制造的销售代表。客户是一家汽车零部件厂，年采购额约 300 万元。采购部李经理在电话里说：' +
      '「你们的报价比别家贵了 20%，东西看着也差不多。不便宜点，我就换供应商了。」',
    required: true,
    keyPoints: [
      '先表示理解对方的压力',
      '询问对方比较的标准和预算',
      '用质量和交期说明整体成本',
      '用采购量或账期换取优惠',
      '不马上答应降价',
      '约定下一步的时间',
    ],
    competencies: ['沟通能力', '客户洞察'],
    minutes: 5,
    ways: ['voice', 'text', 'video'],
    prepareSeconds: 30,
    answerSeconds: 300,
    followUps: [
      { keyPoint: '询问对方比较的标准和预算', ask: '李经理说：「反正别家就是便宜。」您接着会问他什么？' },
      { keyPoint: '约定下一步的时间', ask: '李经理说：「我再想想吧。」挂电话之前，您会怎么说？' },
    ],
  },
  {
    id: 'qdelay',
    kind: 'scenario',
    prompt: '看到这条消息之后的一个小时里，您会做什么？请按先后顺序说。',
    briefing:
      '一位合作两年的老客户，因为我们的货晚到三天，停了一条产线。他在微信群里当着双方领导的面说您「不负责任」。' +
      '而这次晚到，其实是物流公司的车在路上出了故障。',
    required: true,
    keyPoints: [
      '先道歉并安抚客户情绪',
      '立即打电话或上门沟通',
      '核实晚到的原因和影响',
      '给出补救方案和到货时间',
      '协调物流、生产等内部同事',
      '不推卸责任',
    ],
    competencies: ['抗压能力', '客户洞察', '文化匹配'],
    minutes: 5,
    followUps: [
      { keyPoint: '给出补救方案和到货时间', ask: '客户追问：「那现在怎么办？」您会怎么回答他？' },
      { keyPoint: '协调物流、生产等内部同事', ask: '这一个小时里，您会联系公司里的哪些人？请他们做什么？' },
    ],
  },
  {
    id: 'qfollow',
    kind: 'skill',
    prompt: '请写出您要发给这位客户的微信消息（150 字以内），再用一两句话说明您的用意。',
    briefing:
      '张总上周看了我们的液压接头样品，说「再考虑考虑」，之后五天没有回复。' +
      '您手上有一份第三方检测报告，还有一家同行工厂用了半年的案例；公司允许先下小批量的试单。',
    required: true,
    keyPoints: [
      '问候并询问样品试用情况',
      '提供检测报告或同行案例',
      '建议先下小批量试单',
      '约定具体的沟通时间',
      '给对方留出选择余地',
    ],
    competencies: ['沟通能力', '结果导向'],
    minutes: 4,
    ways: ['text'],
  },
];

/** 销售代表: two structured questions, two scenarios, one exercise. */
export const salesPlan: Plan = {
  version: 1,
  introduction:
    '您好，我是华东制造的面试助手。接下来有 5 道题，大约需要 22 分钟，可以打字，也可以按住说话，可以分几条发送，随时会为您保存。\n' +
    '请多讲您亲自做过的事和具体的数字。您的回答由 AI 协助整理，最终由招聘人员判断。',
  questions,
  competencies,
};
