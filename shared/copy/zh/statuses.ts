import type { ApplicationStage } from '../../application/stage.ts';
import type { QuestionKind } from '../../interview/plan.ts';
import type { InterviewStatus, Outcome, ReportStatus } from '../../interview/state.ts';

export const interviewStatus = {
  invited: '已邀约',
  scheduled: '已预约',
  in_progress: '面试中',
  no_show: '未参加',
  submitted: '待评估',
  incomplete: '未完成',
  evaluated: '已评估',
  cancelled: '已取消',
} as const satisfies Record<InterviewStatus, string>;

export const reportStatus = {
  none: '暂无报告',
  generating: '报告生成中',
  ready: '报告已生成',
  failed: '报告暂缺,由 HR 人工评估',
} as const satisfies Record<ReportStatus, string>;

export const applicationStage = {
  invited: '已邀约',
  interviewing: '面试中',
  awaiting_review: '待评估',
  second_interview: '复试',
  offer: 'offer',
  onboarding: '待入职',
  hired: '已入职',
  rejected: '未通过',
  talent_pool: '人才库',
  withdrawn: '已撤回',
} as const satisfies Record<ApplicationStage, string>;

export const outcome = {
  second_interview: '邀请复试',
  offer: '发出 offer',
  onboarding: '直接待入职',
  pool: '存入人才库',
  reject: '感谢并结束',
} as const satisfies Record<Outcome, string>;

export const questionKind = {
  structured: '结构化问答',
  scenario: '情景模拟',
  skill: '技能实操',
} as const satisfies Record<QuestionKind, string>;
