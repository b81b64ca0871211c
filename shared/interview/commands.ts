import type { NoShowReason } from './appointment.ts';
import type { CorrectionTarget } from './correct.ts';
import type { DraftContent } from './draft.ts';
import type { EventOf } from './events.ts';
import type { Round } from './hiring.ts';
import type { Consent, ReportMode, Terms } from './state.ts';
import type { Resolution, TicketCategory } from './ticket.ts';
import type { TicketKind } from './ticket-kinds.ts';

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
  /** `request`: the event that asked for it. */
  | {
      type: 'attachReport';
      attempt: number;
      request: number;
      report: number;
      overall: number | null;
      scorer: string;
      mode: ReportMode;
    }
  | { type: 'failReport'; attempt: number; reason: 'timeout' | 'scorer' }
  | { type: 'askEvaluation'; because: EventOf<'evaluation_asked'>['data']['because'] }
  | ({ type: 'judge' } & EventOf<'judged'>['data'])
  | ({ type: 'answerQuestionnaire' } & EventOf<'questionnaire_answered'>['data'])
  | { type: 'precheck'; failed: EventOf<'prechecked'>['data']['failed'] }
  | { type: 'openTicket'; ticketId: string; kind: TicketKind; category: TicketCategory }
  /** `hours` and `extraTime`: what a grant gives, where it gives time. */
  | {
      type: 'closeTicket';
      ticketId: string;
      resolution: Resolution;
      fault: 'ours' | 'none';
      hours?: number | undefined;
      extraTime?: number | undefined;
    }
  | { type: 'reopen'; reason: EventOf<'reopened'>['data']['reason']; hours?: number | undefined }
  | { type: 'extend'; reason: EventOf<'extended'>['data']['reason']; hours: number }
  | { type: 'accommodate'; extraTime: number }
  /** `contents` and `activeAt`: the stored drafts of this attempt and their last save, as for an end. */
  | { type: 'correct'; to: CorrectionTarget; contents: Record<string, DraftContent>; activeAt: string | null }
  /** `slot` is null where a new try needs none. */
  | { type: 'book'; slot: { slotId: string; startsAt: string; endsAt: string } | null }
  | { type: 'confirm' }
  /** `minutes` of the reminder that is due and of those that it is too late for. */
  | { type: 'remind'; due: number | null; dropped: number[] }
  /** A person asks for one more reminder. */
  | { type: 'remindAgain' }
  /** The system offers one more reminder where it may help. */
  | { type: 'remindMore' }
  /** `since`: the event that was to be told of; it could not be by any channel. */
  | { type: 'reminderFailed'; minutes: number; since: number }
  /** `since`: the event that was to be told of; at this moment it would disturb. */
  | { type: 'putOffReminder'; minutes: number; since: number }
  | { type: 'explainNoShow'; reason: NoShowReason }
  | { type: 'noShowWaiting' }
  | { type: 'takeNoShow' }
  | ({ type: 'decide' } & EventOf<'decided'>['data'])
  | { type: 'undo' }
  | { type: 'arrange'; round: Round; startsAt: string; endsAt: string }
  | { type: 'callOffArrangement' }
  /** `since`: the event that made what is answered. */
  | { type: 'answerArrangement'; since: number; answer: 'confirmed' | 'cannot' }
  | { type: 'arrangeOverdue' }
  /** `reworded`: what was said of it is another; that is a note. */
  | { type: 'enterRound'; round: Round; score: number | null; passed: boolean; reworded?: boolean }
  | { type: 'makeOffer'; until: string }
  | { type: 'answerOffer'; since: number; answer: 'accepted' | 'declined' }
  | { type: 'lapseOffer' }
  | { type: 'join' }
  | { type: 'undoJoin' }
  /** `closed`: how the requisition stands now. */
  | { type: 'followRequisition'; closed: boolean }
  | { type: 'answerClosure'; choice: 'pool' | 'wait' }
  | { type: 'decline'; reason: 'human_route' | 'withdrawn' }
);
