import type { ErrorCode } from '../contract/errors.ts';
import { ok, type Result, refuse } from '../result.ts';
import { remindAgain } from '../schedule/remind-again.ts';
import { remindMore } from '../schedule/remind-more.ts';
import { aheadOf } from './ahead.ts';
import { assess } from './answer.ts';
import { answerArrangement, arrange, arrangeOverdue, callOff, enterRound } from './arrange.ts';
import { book, excuseOf, notNow } from './book.ts';
import type { InterviewCommand } from './commands.ts';
import { correct } from './correct.ts';
import { decideTicket } from './decide-ticket.ts';
import type { InterviewEvent } from './events.ts';
import { extended, reopened } from './grant.ts';
import { isSuspended } from './hiring.ts';
import { mayDecide, mayUndo } from './may-decide.ts';
import { answerOffer, join, lapseOffer, makeOffer, undoJoin } from './offer.ts';
import type { InterviewState, InterviewStatus } from './state.ts';
import { isAllowed } from './transitions.ts';
import { answerClosure, followRequisition } from './vacancies.ts';
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
  if ((command.type === 'start' || command.type === 'book') && isSuspended(state)) return refuse('requisition_closed');
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
      if (isSuspended(state)) return ok([]);
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
    case 'correct':
      return correct(state, command, now);
    case 'accommodate':
      return ok([{ ...stamp, type: 'accommodated', data: { extraTime: command.extraTime } }]);
    case 'book':
      return book(state, command, now);
    case 'confirm':
      return ok(state.confirmedAt === null ? [{ ...stamp, type: 'confirmed', data: {} }] : []);
    case 'remind':
      return ok(remind(state, command, stamp));
    case 'remindAgain': {
      const again = remindAgain(state, now);
      if (!again.ok) return refuse(again.error.code);
      const { minutes, mark } = again.value;
      return ok([{ ...stamp, type: 'reminder_due', data: { minutes, ...mark } }]);
    }
    case 'remindMore': {
      const minutes = remindMore(state, now);
      return ok(minutes === undefined ? [] : [{ ...stamp, type: 'reminder_due', data: { minutes } }]);
    }
    case 'reminderFailed':
      return ok(onItsWay(state, command).map((data) => ({ ...stamp, type: 'reminder_failed', data })));
    case 'putOffReminder':
      return ok(onItsWay(state, command).map((data) => ({ ...stamp, type: 'reminder_put_off', data })));
    case 'explainNoShow':
      if (state.noShow?.reason === command.reason) return ok([]);
      return ok([{ ...stamp, type: 'no_show_explained', data: { reason: command.reason } }]);
    case 'noShowWaiting':
      return ok(isWaiting(state, now) ? [{ ...stamp, type: 'no_show_waiting', data: {} }] : []);
    case 'takeNoShow':
      // The first who said so has it.
      return ok(state.noShow?.takenBy === null ? [{ ...stamp, type: 'no_show_taken', data: {} }] : []);
    case 'decide':
      if (!mayDecide(state, now)) return refuse('interview_ended');
      return ok([
        { ...stamp, type: 'decided', data: { outcome: command.outcome, ...(command.on && { on: command.on }) } },
      ]);
    case 'undo':
      return mayUndo(state, now) ? ok([{ ...stamp, type: 'decision_undone', data: {} }]) : refuse('undo_too_late');
    case 'arrange':
      return arrange(state, command, now);
    case 'callOffArrangement':
      return callOff(state, command, now);
    case 'answerArrangement':
      return answerArrangement(state, command, now);
    case 'arrangeOverdue':
      return arrangeOverdue(state, command, now);
    case 'enterRound':
      return enterRound(state, command, now);
    case 'makeOffer':
      return makeOffer(state, command, now);
    case 'answerOffer':
      return answerOffer(state, command, now);
    case 'lapseOffer':
      return lapseOffer(state, command, now);
    case 'join':
      return join(state, command, now);
    case 'undoJoin':
      return undoJoin(state, command, now);
    case 'followRequisition':
      return followRequisition(state, command, now);
    case 'answerClosure':
      return answerClosure(state, command, now);
    case 'decline':
      // Who was judged can leave, but not ask for another judge this way.
      if (state.status === 'evaluated' && command.reason === 'human_route') return refuse('interview_ended');
      if (state.hiring.joinedAt !== null) return refuse('interview_closed');
      return ok([{ ...stamp, type: 'declined', data: { reason: command.reason } }]);
  }
}

/** Without what was not asked. */
const questionnaireOf = ({
  flow,
  realism,
  reminders,
  support,
  unfit,
}: Extract<InterviewCommand, { type: 'answerQuestionnaire' }>) => ({
  flow,
  realism,
  ...(reminders !== undefined && { reminders }),
  ...(support !== undefined && { support }),
  ...(unfit !== undefined && { unfit }),
});

/** Nobody explained it, nobody was told of that, and the company's time to deal with it is over. */
function isWaiting({ noShow, terms }: InterviewState, now: Date): boolean {
  const minutes = terms.appointment?.handleMinutes;
  if (noShow === null || minutes === undefined || noShow.explainedAt !== null || noShow.alarmedAt !== null)
    return false;
  return now >= new Date(plusMinutes(noShow.at, minutes));
}

type Stamp = { v: 1; at: string; by: string };

/** That reminder of what is ahead, where it is not known to have failed; none where there is no such. */
function onItsWay(state: InterviewState, { minutes, since }: { minutes: number; since: number }) {
  const ahead = aheadOf(state);
  if (ahead === undefined || since <= ahead.madeBy) return [];
  return ahead.reminded
    .filter((one) => one.minutes === minutes && one.outcome === 'due')
    .map(() => ({ minutes, ...ahead.mark }));
}

/** What was told once of an appointment is not told again. */
function remind(
  state: InterviewState,
  { due, dropped }: Extract<InterviewCommand, { type: 'remind' }>,
  stamp: Stamp,
): InterviewEvent[] {
  const ahead = aheadOf(state);
  if (ahead === undefined) return [];
  const { reminded, mark } = ahead;
  const isNew = (minutes: number) => !reminded.some((one) => one.minutes === minutes);
  const late = dropped.filter(isNew);
  return [
    ...late.map((minutes): InterviewEvent => ({ ...stamp, type: 'reminder_dropped', data: { minutes, ...mark } })),
    ...(due !== null && isNew(due)
      ? [{ ...stamp, type: 'reminder_due', data: { minutes: due, ...mark } } satisfies InterviewEvent]
      : []),
  ];
}

/** Whether 「否」, or a new attempt after an unfinished one, is still open to the candidate. */
export const canRestart = (state: InterviewState, now: Date): boolean =>
  decide(state, { type: 'restart', by: state.candidateId }, now).ok;
