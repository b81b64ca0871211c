import type { OperationId } from '#shared/contract/routes.ts';
import type { InterviewEvent } from '#shared/interview/events.ts';
import type { DeliveryKind } from '#shared/messaging/messages.ts';

type Who = '候选人' | 'HR' | '手机';

/** What somebody did when they called an operation. Those that only read say nothing here. */
export const deeds: Partial<Record<OperationId, [Who, string]>> = {
  'session.openLink': ['候选人', '凭短信里的专属链接进门'],
  'session.wechat': ['候选人', '微信登录'],
  'session.wecom': ['HR', '企业微信登录'],
  'interview.start': ['候选人', '同意告知，开始面试'],
  'interview.resume': ['候选人', '接着上次的进度面试'],
  'interview.saveDraft': ['手机', '自动保存作答'],
  'interview.end': ['候选人', '确认结束面试'],
  'interview.decline': ['候选人', '谢绝本次面试'],
  'interview.subscribe': ['候选人', '订阅结果通知'],
  'application.invite': ['HR', '邀请候选人'],
  'interview.decide': ['HR', '作出决定'],
  'interview.undoDecision': ['HR', '撤回决定'],
  'interview.resync': ['HR', '重新同步状态'],
};

export const happenings: Partial<Record<InterviewEvent['type'], string>> = {
  invited: '发出邀约',
  started: '面试开始',
  resumed: '面试接续',
  restarted: '重新开始',
  ended: '面试结束',
  lapsed: '过了截止时间',
  report_ready: '报告出来了',
  report_failed: '报告没有按时出来',
  decided: 'HR 已决定',
  decision_undone: '决定已撤回',
  corrected: '人工更正状态',
  declined: '候选人谢绝',
};

export const deliveries: Partial<Record<DeliveryKind, string>> = {
  invitation: '面试邀请',
  result: '评估完成通知',
  decision: '面试结果',
  report_for_hr: '待评估提醒（给 HR）',
  report_missing: '报告暂缺提醒（给 HR）',
  human_route: '人工面试申请（给 HR）',
};

/** What the platforms tell us unasked. */
export const pushes = { wechat: '微信回告：订阅选择或送达回执', wecom: '企业微信回告：卡片上的按钮' } as const;

export const channels = { sms: '短信', wechat: '微信服务通知', wecom: '企业微信', email: '邮件' } as const;
