import * as z from 'zod';
import type { InterviewEvent } from '../interview/events.ts';
import type { Outcome } from '../interview/state.ts';

export const applicationStages = [
  'invited',
  'interviewing',
  'awaiting_review',
  'second_interview',
  'offer',
  'onboarding',
  'hired',
  'rejected',
  'talent_pool',
  'withdrawn',
] as const;
export const applicationStageSchema = z.enum(applicationStages);
/** 已邀约 · 面试中 · 待评估 · 复试 · offer · 待入职 · 已入职 · 未通过 · 人才库 · 已撤回 */
export type ApplicationStage = z.infer<typeof applicationStageSchema>;

const decided = {
  second_interview: 'second_interview',
  onboarding: 'onboarding',
  pool: 'talent_pool',
  reject: 'rejected',
} as const satisfies Record<Outcome, ApplicationStage>;

/** What an event of the interview makes of the candidate's way through the opening. */
export function nextStage(stage: ApplicationStage, event: InterviewEvent): ApplicationStage {
  switch (event.type) {
    case 'invited':
      return 'invited';
    case 'started':
    case 'restarted':
    case 'reopened':
      return 'interviewing';
    case 'ended':
      return event.data.outcome === 'submitted' ? 'awaiting_review' : stage;
    case 'decided':
      return decided[event.data.outcome];
    case 'decision_undone':
      return 'awaiting_review';
    case 'declined':
      return event.data.reason === 'withdrawn' ? 'withdrawn' : 'awaiting_review';
    case 'resumed':
    case 'lapsed':
    case 'report_ready':
    case 'report_failed':
    case 'evaluation_asked':
    case 'judged':
    case 'questionnaire_answered':
    case 'prechecked':
    case 'ticket_opened':
    case 'ticket_closed':
    case 'extended':
    case 'accommodated':
    case 'booked':
    case 'confirmed':
    case 'reminder_due':
    case 'reminder_dropped':
    case 'reminder_failed':
    case 'no_show_explained':
    case 'no_show_waiting':
    case 'excused':
      return stage;
  }
}
