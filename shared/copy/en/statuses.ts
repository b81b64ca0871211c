import type { ApplicationStage } from '../../application/stage.ts';
import type { QuestionKind } from '../../interview/plan.ts';
import type { InterviewStatus, Outcome, ReportStatus } from '../../interview/state.ts';

export const interviewStatus = {
  invited: 'Invited',
  scheduled: 'Scheduled',
  in_progress: 'In progress',
  no_show: 'No-show',
  submitted: 'Awaiting review',
  incomplete: 'Incomplete',
  evaluated: 'Evaluated',
  cancelled: 'Cancelled',
} as const satisfies Record<InterviewStatus, string>;

export const reportStatus = {
  none: 'No report',
  generating: 'Report being made',
  ready: 'Report ready',
  failed: 'No report; reviewed by HR',
} as const satisfies Record<ReportStatus, string>;

export const applicationStage = {
  invited: 'Invited',
  interviewing: 'Interviewing',
  awaiting_review: 'Awaiting review',
  second_interview: 'Second interview',
  offer: 'Offer',
  onboarding: 'Onboarding',
  hired: 'Hired',
  rejected: 'Not selected',
  talent_pool: 'Talent pool',
  withdrawn: 'Withdrawn',
} as const satisfies Record<ApplicationStage, string>;

export const outcome = {
  second_interview: 'Invite to second interview',
  offer: 'Make an offer',
  onboarding: 'Straight to onboarding',
  pool: 'Keep in talent pool',
  reject: 'Thank and close',
} as const satisfies Record<Outcome, string>;

export const questionKind = {
  structured: 'Structured question',
  scenario: 'Scenario',
  skill: 'Skill exercise',
} as const satisfies Record<QuestionKind, string>;
