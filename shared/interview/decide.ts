import type { ErrorCode } from '../contract/errors.ts';
import { ok, type Result, refuse } from '../result.ts';
import { assess } from './answer.ts';
import { book, excuseOf, notNow } from './book.ts';
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
  switch (command.type) {
    case 'start': {
      const early = notNow(state, now);
      if (early !== null) return refuse(early);
      if (!command.consents.some((one) => one.purpose === 'ai_evaluation' && one.granted)) {
        return refuse('consent_required');
      }
      return ok([
        { ...stamp, type: 'started', data: { attempt: 1, epoch: state.epoch + 1, consents: command.consents } },
      ]);
    }
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
      if (state.status === 'in_progress') return ok([{ ...stamp, type: 'lapsed', data: { to: 'incomplete' } }]);
      return ok([{ ...stamp, type: 'lapsed', data: { to: 'no_show', excuse: excuseOf(state) } }]);
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
      return ok([{ ...stamp, type: 'questionnaire_answered', data: questionnaireOf(command) }]);
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
    case 'book':
      return book(state, command, now);
    case 'confirm':
      return ok(state.confirmedAt === null ? [{ ...stamp, type: 'confirmed', data: {} }] : []);
    case 'remind':
      return ok(remind(state, command, stamp));
    case 'reminderFailed': {
      const { minutes, since } = command;
      const was = state.reminded.find((one) => one.minutes === minutes && one.outcome === 'due');
      const holds = was !== undefined && since > (state.appointment?.since ?? 0);
      return ok(holds ? [{ ...stamp, type: 'reminder_failed', data: { minutes } }] : []);
    }
    case 'explainNoShow':
      if (state.noShow?.reason === command.reason) return ok([]);
      return ok([{ ...stamp, type: 'no_show_explained', data: { reason: command.reason } }]);
    case 'noShowWaiting':
      return ok(isWaiting(state, now) ? [{ ...stamp, type: 'no_show_waiting', data: {} }] : []);
    case 'decide':
      return ok([
        { ...stamp, type: 'decided', data: { outcome: command.outcome, ...(command.on && { on: command.on }) } },
      ]);
    case 'undo':
      if (state.decidedAt === null || now >= new Date(plusMinutes(state.decidedAt, state.terms.undoMinutes))) {
        return refuse('undo_too_late');
      }
      return ok([{ ...stamp, type: 'decision_undone', data: {} }]);
    case 'decline':
      return ok([{ ...stamp, type: 'declined', data: { reason: command.reason } }]);
  }
}

/** Without what was not asked. */
const questionnaireOf = ({
  flow,
  realism,
  reminders,
  support,
}: Extract<InterviewCommand, { type: 'answerQuestionnaire' }>) => ({
  flow,
  realism,
  ...(reminders !== undefined && { reminders }),
  ...(support !== undefined && { support }),
});

/** Nobody explained it, nobody was told of that, and the company's time to deal with it is over. */
function isWaiting({ noShow, terms }: InterviewState, now: Date): boolean {
  const minutes = terms.appointment?.handleMinutes;
  if (noShow === null || minutes === undefined || noShow.explainedAt !== null || noShow.alarmedAt !== null)
    return false;
  return now >= new Date(plusMinutes(noShow.at, minutes));
}

type Stamp = { v: 1; at: string; by: string };

/** What was told once of an appointment is not told again. */
function remind(
  { reminded }: InterviewState,
  { due, dropped }: Extract<InterviewCommand, { type: 'remind' }>,
  stamp: Stamp,
): InterviewEvent[] {
  const isNew = (minutes: number) => !reminded.some((one) => one.minutes === minutes);
  const late = dropped.filter(isNew);
  return [
    ...late.map((minutes): InterviewEvent => ({ ...stamp, type: 'reminder_dropped', data: { minutes } })),
    ...(due !== null && isNew(due)
      ? [{ ...stamp, type: 'reminder_due', data: { minutes: due } } satisfies InterviewEvent]
      : []),
  ];
}

/** Whether 「否」, or a new attempt after an unfinished one, is still open to the candidate. */
export const canRestart = (state: InterviewState, now: Date): boolean =>
  decide(state, { type: 'restart', by: state.candidateId }, now).ok;
