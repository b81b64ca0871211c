import type { Plan } from '#shared/interview/plan.ts';

/** 后端工程师: one question of each kind. */
export const backendPlan: Plan = {
  version: 1,
  introduction:
    '您好，我是华东制造的面试助手。接下来有 3 道题，大约需要 20 分钟，可以打字，也可以按住说话，随时会为您保存。\n' +
    '您的回答由 AI 协助整理，最终由招聘人员判断。',
  questions: [
    {
      id: 'qincident',
      kind: 'structured',
      prompt: '请讲一次您处理过的线上故障：怎么发现，怎么定位，怎么恢复，之后做了什么？',
      required: true,
      keyPoints: [
        '通过监控或告警发现',
        '先回滚或降级止损',
        '用日志定位根因',
        '事后复盘并加测试',
        '主动同步进展给相关方',
      ],
      competencies: ['问题拆解', '工程质量', '协作沟通'],
      minutes: 6,
      followUps: [
        { keyPoint: '先回滚或降级止损', ask: '从发现到恢复的那段时间里，您先做的是什么？为什么先做它？' },
        { keyPoint: '事后复盘并加测试', ask: '恢复之后的一两周里，你们又做了些什么？' },
      ],
    },
    {
      id: 'qslow',
      kind: 'scenario',
      prompt: '您会按什么顺序排查？每一步想确认什么？',
      briefing: '月底对账时，一个平时 200 毫秒的订单查询接口变成了 8 秒，数据库 CPU 到了 95%，业务方每隔十分钟催一次。',
      required: true,
      keyPoints: [
        '查看慢查询和执行计划',
        '确认是否缺少索引',
        '用缓存或限流缓解',
        '评估数据量增长',
        '给业务方明确的恢复时间',
      ],
      competencies: ['问题拆解', '协作沟通'],
      minutes: 6,
      followUps: [
        { keyPoint: '给业务方明确的恢复时间', ask: '业务方又来催了，您这时怎么回复他？' },
        { keyPoint: '查看慢查询和执行计划', ask: '第一步您会看什么？看到什么会让您改变判断？' },
      ],
    },
    {
      id: 'qcode',
      kind: 'skill',
      prompt: '请实现一个函数：给定一批带时间的打卡记录，找出每个人连续打卡的最长天数。写出思路、代码和复杂度。',
      required: true,
      keyPoints: ['按人分组', '按日期去重排序', '遍历时判断相邻日期', '说明时间复杂度', '考虑跨月和空输入等边界'],
      competencies: ['问题拆解', '工程质量'],
      minutes: 8,
      ways: ['code', 'file'],
      prepareSeconds: 60,
      answerSeconds: 1200,
    },
  ],
  competencies: [
    {
      name: '问题拆解',
      weight: 0.45,
      description: '能把问题分成可以逐一验证的部分，先后有据。',
      anchors: [
        { level: 1, text: '没有步骤，或与问题无关。' },
        { level: 3, text: '有几个合理的步骤，先后和依据说得不全。' },
        { level: 5, text: '步骤完整，每一步说明想确认什么、看到什么会怎样判断。' },
      ],
    },
    { name: '工程质量', weight: 0.35, description: '重视测试、边界、可观测与复盘。' },
    { name: '协作沟通', weight: 0.2, description: '把进展和风险及时、清楚地告诉相关的人。' },
  ],
};
