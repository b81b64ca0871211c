import * as z from 'zod';
import type { InterviewEvent } from '../interview/events.ts';
import type { InterviewState, InterviewStatus, Outcome } from '../interview/state.ts';

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
  offer: 'offer',
  onboarding: 'onboarding',
  pool: 'talent_pool',
  reject: 'rejected',
} as const satisfies Record<Outcome, ApplicationStage>;

/** A person put the status back: what had followed from the wrong one has not happened. The rest follows by itself. */
const corrected: Partial<Record<InterviewStatus, ApplicationStage>> = {
  invited: 'invited',
  scheduled: 'invited',
  incomplete: 'interviewing',
};

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
    case 'corrected':
      return corrected[event.data.to] ?? stage;
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
    case 'reminder_put_off':
    case 'no_show_explained':
    case 'no_show_waiting':
    case 'no_show_taken':
    case 'excused':
    case 'arranged':
    case 'arrangement_called_off':
    case 'arrangement_answered':
    case 'arrange_overdue':
    case 'round_entered':
    case 'offer_made':
    case 'offer_lapsed':
    case 'requisition_closed':
    case 'requisition_reopened':
    case 'closure_answered':
      return stage;
    case 'offer_answered':
      return event.data.answer === 'accepted' ? 'onboarding' : 'withdrawn';
    case 'joined':
      return 'hired';
    case 'joining_undone':
      return 'onboarding';
  }
}

/** The same where the state knows better: an undone decision leads back to the one before, the pool is left again. */
export function standing({ status, outcome, hiring }: InterviewState, stage: ApplicationStage): ApplicationStage {
  if (hiring.closure?.choice === 'pool') return 'talent_pool';
  if (status !== 'evaluated' || outcome === null) return stage;
  if (hiring.joinedAt !== null) return 'hired';
  if (outcome !== 'offer' || hiring.offer === null) return decided[outcome];
  if (hiring.offer.answer === 'accepted') return 'onboarding';
  return hiring.offer.answer === 'declined' ? 'withdrawn' : 'offer';
}
