import type { ErrorCode } from '../contract/errors.ts';
import { ok, type Result, refuse } from '../result.ts';
import { assess } from './answer.ts';
import type { InterviewCommand } from './commands.ts';
import { decideTicket } from './decide-ticket.ts';
import type { InterviewEvent } from './events.ts';
import { extended, reopened } from './grant.ts';
import type { InterviewState, InterviewStatus } from './state.ts';
import { isAllowed } from './transitions.ts';
import { closesAt, deadlineOf, graceEndsAt, later, plusMinutes } from './windows.ts';

type Decision = Result<InterviewEvent[], ErrorCode>;

/** Why a command is refused in a status it may not come from. */
const refusal = {
  invited: 'interview_not_started',
  scheduled: 'interview_not_started',
  in_progress: 'interview_in_progress',
  no_show: 'interview_closed',
  submitted: 'interview_ended',
  incomplete: 'interview_ended',
  evaluated: 'interview_ended',
  cancelled: 'interview_closed',
} as const satisfies Record<InterviewStatus, ErrorCode>;

/** The one place that says what may happen to an interview. Pure: `now` is given. */
export function decide(state: InterviewState | undefined, command: InterviewCommand, now: Date): Decision {
  const stamp = { v: 1 as const, at: now.toISOString(), by: command.by };
  if (command.type === 'invite') {
    if (state !== undefined) return refuse('already_invited');
    const { type: _, by: __, ...data } = command;
    return ok([{ ...stamp, type: 'invited', data }]);
  }
  if (state === undefined) return refuse('not_found');
  if (!isAllowed(command.type, state.status)) return refuse(refusal[state.status]);
  const closing = closesAt(state);
  switch (command.type) {
    case 'start':
      if (now > new Date(closing)) return refuse('deadline_passed');
      if (!command.consents.some((one) => one.purpose === 'ai_evaluation' && one.granted)) {
        return refuse('consent_required');
      }
      return ok([
        { ...stamp, type: 'started', data: { attempt: 1, epoch: state.epoch + 1, consents: command.consents } },
      ]);
    case 'resume': {
      const end = closesAt(state, later(command.activeAt, state.activeAt ?? command.activeAt));
      if (now > new Date(graceEndsAt(end, state.terms))) return refuse('deadline_passed');
      return ok([{ ...stamp, type: 'resumed', data: { epoch: state.epoch + 1 } }]);
    }
    case 'restart':
      if (state.attempt >= state.terms.attempts) return refuse('attempts_exhausted');
      if (now > new Date(deadlineOf(state))) return refuse('deadline_passed');
      return ok([{ ...stamp, type: 'restarted', data: { attempt: state.attempt + 1, epoch: state.epoch + 1 } }]);
    case 'end': {
      const end = closesAt(state, command.activeAt);
      if (now > new Date(graceEndsAt(end, state.terms))) return refuse('deadline_passed');
      const { outcome, answeredIds } = assess(state.terms, command.contents);
      return ok([{ ...stamp, type: 'ended', data: { outcome, answeredIds, late: now > new Date(end) } }]);
    }
    case 'lapse': {
      const end = graceEndsAt(closesAt(state, command.activeAt), state.terms);
      if (now <= new Date(end)) return ok([]);
      return ok([{ ...stamp, type: 'lapsed', data: { to: state.status === 'invited' ? 'no_show' : 'incomplete' } }]);
    }
    case 'attachReport': {
      const { attempt, request, report, overall, scorer, mode } = command;
      const awaited = attempt === state.attempt && request === state.report.request && report > state.report.version;
      if (!awaited) return ok([]);
      return ok([{ ...stamp, type: 'report_ready', data: { report, overall, scorer, mode } }]);
    }
    case 'failReport':
      if (command.attempt !== state.attempt || state.report.requestedAt === null) return ok([]);
      return ok([{ ...stamp, type: 'report_failed', data: { reason: command.reason } }]);
    case 'askEvaluation':
      if (state.report.requestedAt !== null) return ok([]);
      return ok([{ ...stamp, type: 'evaluation_asked', data: { because: command.because } }]);
    case 'judge': {
      const { report, overall, dimensions } = command;
      if (report > state.report.version) return refuse('report_not_ready');
      return ok([{ ...stamp, type: 'judged', data: { report, overall, dimensions } }]);
    }
    case 'answerQuestionnaire':
      if (state.questionnaire !== null) return refuse('already_answered');
      if (state.report.version === 0) return refuse('report_not_ready');
      return ok([{ ...stamp, type: 'questionnaire_answered', data: { flow: command.flow, realism: command.realism } }]);
    case 'precheck':
      return ok([{ ...stamp, type: 'prechecked', data: { failed: command.failed } }]);
    case 'openTicket':
    case 'closeTicket':
      return decideTicket(state, command, now);
    case 'reopen':
      return ok([reopened(state, command, now)]);
    case 'extend':
      return ok([extended(state, command, now)]);
    case 'accommodate':
      return ok([{ ...stamp, type: 'accommodated', data: { extraTime: command.extraTime } }]);
    case 'decide':
      return ok([{ ...stamp, type: 'decided', data: { outcome: command.outcome } }]);
    case 'undo':
      if (state.decidedAt === null || now >= new Date(plusMinutes(state.decidedAt, state.terms.undoMinutes))) {
        return refuse('undo_too_late');
      }
      return ok([{ ...stamp, type: 'decision_undone', data: {} }]);
    case 'decline':
      return ok([{ ...stamp, type: 'declined', data: { reason: command.reason } }]);
  }
}

/** Whether 「否」, or a new attempt after an unfinished one, is still open to the candidate. */
export const canRestart = (state: InterviewState, now: Date): boolean =>
  decide(state, { type: 'restart', by: state.candidateId }, now).ok;
