import type { Plan } from '#shared/interview/plan.ts';

/** 客服专员: short, and at a time that the candidate picks. */
export const supportPlan: Plan = {
  version: 1,
  introduction:
    '您好，我是面聊的 AI 面试助手。接下来有 3 道题，大约 10 分钟。进度自动保存，完成所有环节后，点击右上角‘结束面试’按钮退出。',
  questions: [
    {
      id: 'qangry',
      kind: 'structured',
      prompt: '请讲一次您安抚情绪激动的客户的经历：发生了什么，您怎么做，结果怎么样？',
      required: true,
      keyPoints: ['先听客户把话说完', '表示理解并道歉', '说清能做什么和多久', '跟进到问题解决', '客户满意或继续使用'],
      competencies: ['同理心', '沟通表达'],
      minutes: 3,
    },
    {
      id: 'qlate',
      kind: 'scenario',
      prompt: '请直接写出您会怎样回复这位客户，再说说您接下来会做什么。',
      briefing: '您是华东制造的客服专员。客户在微信里说：「说好昨天到的配件现在还没到，产线停了，你们赔得起吗？」',
      required: true,
      keyPoints: [
        '先道歉并承认影响',
        '马上核实物流位置',
        '给出明确的到货时间',
        '提供替代或应急方案',
        '约定下次回复的时间',
      ],
      competencies: ['沟通表达', '解决问题'],
      minutes: 4,
    },
    {
      id: 'qimprove',
      kind: 'structured',
      prompt: '同一个问题一周内被十位客户问到，您会怎么办？',
      required: true,
      keyPoints: [
        '记录并归类问题',
        '找出问题的根本原因',
        '整理成标准答复或常见问题',
        '反馈给相关部门',
        '跟踪数量是否下降',
      ],
      competencies: ['解决问题'],
      minutes: 3,
    },
  ],
  competencies: [
    { name: '同理心', weight: 0.3, description: '听得出客户的着急和委屈，先处理情绪再处理事情。' },
    { name: '沟通表达', weight: 0.35, description: '话说得清楚、有礼、有分寸，让人知道下一步是什么。' },
    { name: '解决问题', weight: 0.35, description: '找得到原因，给得出办法，跟得到底。' },
  ],
};
