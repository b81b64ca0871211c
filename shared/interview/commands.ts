import type { DraftContent } from './draft.ts';
import type { Consent, Outcome, Terms } from './state.ts';

/** What someone wants of an interview. `by` is the id of a person, or 'system'. */
export type InterviewCommand = { by: string } & (
  | {
      type: 'invite';
      interviewId: string;
      applicationId: string;
      candidateId: string;
      requisitionId: string;
      positionId: string;
      terms: Terms;
    }
  | { type: 'start'; consents: Consent[] }
  /** `activeAt`: the last save, ISO instant. */
  | { type: 'resume'; activeAt: string }
  | { type: 'restart' }
  /** `contents`: every question's stored draft; `activeAt`: the last save, ISO instant. */
  | { type: 'end'; contents: Record<string, DraftContent>; activeAt: string }
  | { type: 'lapse'; activeAt: string | null }
  | { type: 'attachReport'; attempt: number; report: number; overall: number | null; scorer: string }
  | { type: 'failReport'; attempt: number; reason: 'timeout' | 'scorer' }
  | { type: 'decide'; outcome: Outcome }
  | { type: 'undo' }
  | { type: 'decline'; reason: 'human_route' | 'withdrawn' }
);
