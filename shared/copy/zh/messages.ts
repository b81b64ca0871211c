import type { Outcome } from '../../interview/state.ts';

/** The texts as they are registered with the SMS provider; {1} … are filled in order. A link may not be a parameter. */
export const sms = {
  invitation:
    '{1}您好,{2}邀请您参加「{3}」AI面试,请于{4}前完成。用手机微信打开即可,请备好安静环境和稳定网络:https://wxaurl.cn/{5} 进度自动保存,完成后点右上角‘结束面试’。帮助:{6}',
  result: '{1}您好,您应聘{2}「{3}」的AI面试已完成评估,下一步:{4}。查看报告:https://wxaurl.cn/{5}',
  decision_second_interview:
    '{1}您好,恭喜您通过{2}「{3}」的AI面试,进入复试。招聘方将尽快与您确认时间。查看进度:https://wxaurl.cn/{4}',
  decision_onboarding:
    '{1}您好,恭喜您通过{2}「{3}」的面试,进入待入职流程。招聘方将与您联系。查看进度:https://wxaurl.cn/{4}',
  decision_thanks:
    '{1}您好,感谢您参加{2}「{3}」的面试。很遗憾您未通过本次面试,我们会将您的简历存入人才库,后续有合适岗位会优先联系。查看报告或申请人工复核:https://wxaurl.cn/{4}',
} as const;

/** The SMS that tells of each outcome. */
export const smsOfOutcome = {
  second_interview: 'decision_second_interview',
  onboarding: 'decision_onboarding',
  pool: 'decision_thanks',
  reject: 'decision_thanks',
} as const satisfies Record<Outcome, keyof typeof sms>;

/** The subscription message 「面试结果通知」: 面试状态 phrase (≤ 5), 应聘岗位 thing, 下一步 thing, 时间 time. */
export const wechat = {
  result: { title: '面试结果通知', state: '已完成评估' },
} as const;

export const nextStep = { result: '请等待 HR 确认,可先查看报告' } as const;

export const wecom = {
  report_for_hr: {
    title: '待评估:AI 面试报告',
    candidate: '候选人',
    position: '应聘岗位',
    overall: 'AI 综合分',
    status: '状态',
    insufficient: '证据不足',
    submitted: '待评估',
    uncalibrated: (overall: number) => `${overall}(未校准)`,
  },
  report_missing: { title: '报告暂缺,请人工评估', status: '报告未能按时生成,答案已保存' },
  human_route: { title: '候选人申请人工面试', status: '不同意 AI 评估,请安排人工面试' },
} as const;
