import { describe, expect, test } from 'vitest';
import type { InterviewCommand } from '#shared/interview/commands.ts';
import { decide } from '#shared/interview/decide.ts';
import { evolve } from '#shared/interview/evolve.ts';
import type { InterviewState, InterviewStatus } from '#shared/interview/state.ts';
import { interviewStatuses } from '#shared/interview/statuses.ts';
import type { CommandType } from '#shared/interview/transitions.ts';
import { answering, answers, at, commands, deadline, grace, ids, inStatus, play, slotAt } from './stories.ts';

/** One minute after everything that made the state, and within every window; a lapse comes when it is due. */
const soon = at(51);
const overdue = at(deadline + grace + 1);
const wanted: Record<CommandType, { command: InterviewCommand; now: Date }> = {
  start: { command: commands.start(), now: soon },
  resume: { command: commands.resume(), now: soon },
  restart: { command: commands.restart(), now: soon },
  end: { command: commands.end(soon, 'q1', 'q2'), now: soon },
  lapse: { command: commands.lapse(null), now: overdue },
  attachReport: { command: commands.attachReport(1, 1), now: soon },
  failReport: { command: commands.failReport(1), now: soon },
  decide: { command: commands.decide('reject'), now: soon },
  undo: { command: commands.undo(), now: soon },
  decline: { command: commands.decline(), now: soon },
  askEvaluation: { command: commands.askEvaluation(), now: soon },
  judge: { command: commands.judge(0), now: soon },
  answerQuestionnaire: { command: commands.answerQuestionnaire(), now: soon },
  precheck: { command: commands.precheck('microphone'), now: soon },
  openTicket: { command: commands.openTicket('help', 'question'), now: soon },
  closeTicket: { command: commands.closeTicket('resolved', 'none', 'tkt_unknown01'), now: soon },
  reopen: { command: commands.reopen(), now: soon },
  extend: { command: commands.extend(), now: soon },
  correct: { command: commands.correct('no_show'), now: soon },
  accommodate: { command: commands.accommodate(), now: soon },
  book: { command: commands.book(slotAt(90)), now: soon },
  confirm: { command: commands.confirm(), now: soon },
  remind: { command: commands.remind(), now: soon },
  remindAgain: { command: commands.remindAgain(), now: at(12 * 60 + 1) },
  remindMore: { command: commands.remindMore(), now: soon },
  reminderFailed: { command: commands.reminderFailed(), now: soon },
  putOffReminder: { command: commands.putOffReminder(), now: soon },
  explainNoShow: { command: commands.explainNoShow(), now: soon },
  arrange: { command: commands.arrange(), now: soon },
  callOffArrangement: { command: commands.callOffArrangement(), now: soon },
  answerArrangement: { command: commands.answerArrangement(), now: soon },
  arrangeOverdue: { command: commands.arrangeOverdue(), now: soon },
  enterRound: { command: commands.enterRound(true, 80, 'written_test'), now: soon },
  makeOffer: { command: commands.makeOffer(), now: soon },
  answerOffer: { command: commands.answerOffer(), now: soon },
  lapseOffer: { command: commands.lapseOffer(), now: soon },
  join: { command: commands.join(), now: soon },
  undoJoin: { command: commands.undoJoin(), now: soon },
  followRequisition: { command: commands.followRequisition(), now: soon },
  answerClosure: { command: commands.answerClosure(), now: soon },
  takeNoShow: { command: commands.takeNoShow(), now: soon },
  noShowWaiting: { command: commands.noShowWaiting(), now: at(deadline + grace + 1 + 120) },
};

const early = 'interview_not_started';
const going = 'interview_in_progress';
const ended = 'interview_ended';
const closed = 'interview_closed';

const started = 'started → in_progress';
const restarted = 'restarted → in_progress';
const declined = 'declined → cancelled';

const columns: InterviewStatus[] = [
  'invited',
  'scheduled',
  'in_progress',
  'no_show',
  'submitted',
  'incomplete',
  'evaluated',
  'cancelled',
];
/** An event that leaves the status as it is. */
const within = (event: string, ...statuses: InterviewStatus[]) => statuses.map((status) => `${event} → ${status}`);

/** What every command does in every status, in the order of the columns: `event → status`, or its refusal. */
const matrix: Record<CommandType, string[]> = {
  start: [started, started, going, closed, ended, ended, ended, closed],
  resume: [early, early, 'resumed → in_progress', closed, ended, ended, ended, closed],
  restart: [early, early, restarted, closed, ended, restarted, ended, closed],
  end: [early, early, 'ended → submitted', closed, ended, ended, ended, closed],
  lapse: ['lapsed → no_show', 'lapsed → no_show', 'lapsed → incomplete', closed, ended, ended, ended, closed],
  attachReport: [early, early, going, closed, 'report_ready → submitted', ended, 'report_ready → evaluated', closed],
  failReport: [early, early, going, closed, 'report_failed → submitted', ended, 'report_failed → evaluated', closed],
  decide: [early, early, going, closed, 'decided → evaluated', ended, ended, closed],
  undo: [early, early, going, closed, ended, ended, 'decision_undone → submitted', closed],
  decline: [declined, declined, declined, declined, ended, ended, ended, closed],
  // The first report is still awaited in both of these stories.
  askEvaluation: [early, early, going, closed, 'nothing', ended, 'nothing', closed],
  judge: [early, early, going, closed, 'judged → submitted', ended, 'judged → evaluated', closed],
  answerQuestionnaire: [early, early, going, closed, 'report_not_ready', ended, 'report_not_ready', closed],
  precheck: [...within('prechecked', 'invited', 'scheduled', 'in_progress'), closed, ended, ended, ended, closed],
  openTicket: [
    ...within(
      'ticket_opened',
      'invited',
      'scheduled',
      'in_progress',
      'no_show',
      'submitted',
      'incomplete',
      'evaluated',
    ),
    closed,
  ],
  closeTicket: columns.map(() => 'not_found'),
  reopen: [early, early, going, closed, 'reopened → in_progress', 'reopened → in_progress', ended, closed],
  // Where no time is asked for there is none to pick but after a no-show, and then not a slot.
  book: ['booking_not_asked', 'booked → scheduled', going, 'booking_not_asked', ended, ended, ended, closed],
  confirm: [early, 'confirmed → scheduled', going, closed, ended, ended, ended, closed],
  remind: [...within('reminder_due', 'invited', 'scheduled'), going, closed, ended, ended, 'nothing', closed],
  // The booked time of this story is over by then.
  remindAgain: ['reminder_due → invited', 'nothing_ahead', going, closed, ended, ended, 'nothing_ahead', closed],
  // This story's company did not want it.
  remindMore: ['nothing', 'nothing', going, closed, ended, ended, ended, closed],
  // Nobody was reminded in these stories.
  reminderFailed: ['nothing', 'nothing', going, 'nothing', ended, ended, 'nothing', closed],
  putOffReminder: ['nothing', 'nothing', going, closed, ended, ended, 'nothing', closed],
  explainNoShow: [early, early, going, 'no_show_explained → no_show', ended, ended, ended, closed],
  // What follows a decision is told in hiring.test.ts; this story's decision is a second interview.
  arrange: [early, early, going, closed, ended, ended, 'arranged → evaluated', closed],
  callOffArrangement: [early, early, going, closed, ended, ended, 'nothing', closed],
  answerArrangement: [early, early, going, closed, ended, ended, 'hiring_not_now', closed],
  arrangeOverdue: [early, early, going, closed, ended, ended, 'nothing', closed],
  enterRound: [early, early, going, closed, 'round_entered → submitted', ended, 'round_entered → evaluated', closed],
  makeOffer: [early, early, going, closed, ended, ended, 'hiring_not_now', closed],
  answerOffer: [early, early, going, closed, ended, ended, 'hiring_not_now', closed],
  lapseOffer: [early, early, going, closed, ended, ended, 'nothing', closed],
  join: [early, early, going, closed, ended, ended, 'hiring_not_now', closed],
  undoJoin: [early, early, going, closed, ended, ended, 'hiring_not_now', closed],
  followRequisition: columns.map((status) =>
    status === 'incomplete' || status === 'cancelled' ? 'nothing' : `requisition_closed → ${status}`,
  ),
  answerClosure: columns.map((status) => (status === 'cancelled' ? closed : 'hiring_not_now')),
  noShowWaiting: [early, early, going, 'no_show_waiting → no_show', ended, ended, ended, closed],
  takeNoShow: [early, early, going, 'no_show_taken → no_show', ended, ended, ended, closed],
  extend: [...within('extended', 'invited', 'scheduled', 'in_progress'), closed, ended, ended, ended, closed],
  // From where to where is told in correct.test.ts; a mark that the clock has not made is made nowhere.
  correct: columns.map(() => 'correction_not_allowed'),
  accommodate: [...within('accommodated', 'invited', 'scheduled', 'in_progress'), closed, ended, ended, ended, closed],
};

/** The outcome of a decision as the matrix writes it. */
function outcomeOf(state: InterviewState | undefined, command: InterviewCommand, now: Date): string {
  const decision = decide(state, answering(state, command), now);
  if (!decision.ok) return decision.error;
  const [event, ...more] = decision.value;
  if (event === undefined) return 'nothing';
  expect(more).toEqual([]);
  expect(event).toMatchObject({ v: 1, at: now.toISOString(), by: command.by });
  return `${event.type} → ${evolve(state, event).status}`;
}

describe.each(Object.keys(matrix) as CommandType[])('%s', (type) => {
  test.each(interviewStatuses)('of an interview that is %s', (status) => {
    const { command, now } = wanted[type];
    expect(inStatus[status].status).toBe(status);
    expect(outcomeOf(inStatus[status], command, now)).toBe(matrix[type][columns.indexOf(status)]);
  });

  test('of no interview', () => {
    expect(outcomeOf(undefined, wanted[type].command, wanted[type].now)).toBe('not_found');
  });
});

describe('invite', () => {
  test('the terms and ids freeze into the interview', () => {
    expect(outcomeOf(undefined, commands.invite(), at(0))).toBe('invited → invited');
    expect(inStatus.invited).toMatchObject({
      ...ids,
      version: 1,
      attempt: 0,
      epoch: 0,
      terms: commands.invite().terms,
    });
  });

  test.each(interviewStatuses)('again, while it is %s, is refused', (status) => {
    expect(outcomeOf(inStatus[status], commands.invite(), soon)).toBe('already_invited');
  });
});

describe('consent', () => {
  const start = (...consents: [purpose: 'ai_evaluation' | 'recording' | 'behaviour', granted: boolean][]) =>
    decide(
      inStatus.invited,
      {
        ...commands.start(),
        consents: consents.map(([purpose, granted]) => ({ purpose, granted, version: '2026-01' })),
      },
      soon,
    );
  const refused = { ok: false, error: 'consent_required' };

  test('to AI evaluation is asked for, whatever else was agreed to', () => {
    expect(start()).toEqual(refused);
    expect(start(['ai_evaluation', false])).toEqual(refused);
    expect(start(['recording', true], ['behaviour', true])).toEqual(refused);
    expect(start(['ai_evaluation', false], ['recording', true])).toEqual(refused);
  });

  test('every purpose is recorded as it was answered', () => {
    const consents = [
      { purpose: 'recording', version: '2026-01', granted: false },
      { purpose: 'ai_evaluation', version: '2026-01', granted: true },
    ];
    expect(start(['recording', false], ['ai_evaluation', true])).toMatchObject({
      value: [{ data: { attempt: 1, epoch: 1, consents } }],
    });
  });
});

describe('what counts at an end', () => {
  const outcome = (contents: ReturnType<typeof answers>) => {
    const decision = decide(inStatus.in_progress, { ...commands.end(soon), contents }, soon);
    return decision.ok && decision.value[0]?.data;
  };

  test('all required answers make it 待评估; fewer leave it 未完成', () => {
    expect(outcome(answers('q1', 'q2'))).toEqual({ outcome: 'submitted', answeredIds: ['q1', 'q2'], late: false });
    expect(outcome(answers('q3', 'q2', 'q1'))).toMatchObject({ answeredIds: ['q1', 'q2', 'q3'] });
    expect(outcome(answers('q1', 'q3'))).toEqual({ outcome: 'incomplete', answeredIds: ['q1', 'q3'], late: false });
    expect(outcome({})).toEqual({ outcome: 'incomplete', answeredIds: [], late: false });
  });

  test('a question that is not of this interview counts for nothing', () => {
    expect(outcome(answers('q1', 'q9'))).toEqual({ outcome: 'incomplete', answeredIds: ['q1'], late: false });
  });

  test('what was answered stands in the state', () => {
    expect(inStatus.incomplete).toMatchObject({ answeredIds: ['q1'], late: false, report: { status: 'none' } });
    expect(inStatus.submitted).toMatchObject({ answeredIds: ['q1', 'q2'], report: { status: 'generating' } });
    expect(inStatus.submitted).toMatchObject({ endedAt: at(40).toISOString(), activeAt: at(40).toISOString() });
  });
});

describe('a new attempt', () => {
  const ended = play([10, commands.start()], [20, commands.resume()], [40, commands.end(at(39), 'q1')]);
  const { state } = play(
    [10, commands.start()],
    [20, commands.resume()],
    [40, commands.end(at(39), 'q1')],
    [50, commands.restart()],
  );

  test('after an unfinished end begins with nothing of the old one but its number', () => {
    expect(ended.state).toMatchObject({ attempt: 1, epoch: 2, status: 'incomplete' });
    expect(state).toMatchObject({ attempt: 2, epoch: 3, status: 'in_progress', answeredIds: [], endedAt: null });
    expect(state.startedAt).toBe(at(10).toISOString());
    expect(state.activeAt).toBe(at(50).toISOString());
  });

  test('is refused when none is left, in progress or ended', () => {
    expect(outcomeOf(state, commands.restart(), at(60))).toBe('attempts_exhausted');
    const over = play([10, commands.start()], [20, commands.restart()], [30, commands.end(at(30), 'q1')]).state;
    expect(outcomeOf(over, commands.restart(), at(60))).toBe('attempts_exhausted');
    expect(outcomeOf(over, commands.restart(), overdue)).toBe('attempts_exhausted');
  });

  test('is refused after an end that counts', () => {
    expect(outcomeOf(inStatus.submitted, commands.restart(), soon)).toBe('interview_ended');
  });
});

describe('reports', () => {
  const second = play([10, commands.start()], [20, commands.restart()], [30, commands.end(at(30), 'q1', 'q2')]).state;

  test('of an older attempt are ignored, good or failed', () => {
    expect(outcomeOf(second, commands.attachReport(1, 1), soon)).toBe('nothing');
    expect(outcomeOf(second, commands.failReport(1), soon)).toBe('nothing');
    expect(outcomeOf(second, commands.attachReport(2, 1), soon)).toBe('report_ready → submitted');
  });

  test('a repeated one decides nothing; a newer one replaces it; a failure never takes it back', () => {
    const ready = play(
      [10, commands.start()],
      [40, commands.end(at(39), 'q1', 'q2')],
      [41, commands.attachReport(1, 1, null)],
    ).state;
    expect(ready.report).toMatchObject({ status: 'ready', version: 1, overall: null, requestedAt: null });
    expect(outcomeOf(ready, commands.attachReport(1, 1), soon)).toBe('nothing');
    expect(outcomeOf(ready, commands.failReport(1), soon)).toBe('nothing');
    expect(outcomeOf(ready, commands.attachReport(1, 2), soon)).toBe('report_ready → submitted');
  });

  test('a late one still counts after it was given up', () => {
    const failed = play(
      [10, commands.start()],
      [40, commands.end(at(39), 'q1', 'q2')],
      [46, commands.failReport(1)],
    ).state;
    expect(failed.report).toMatchObject({ status: 'failed', version: 0, overall: null, requestedAt: null });
    expect(outcomeOf(failed, commands.failReport(1), soon)).toBe('nothing');
    expect(outcomeOf(failed, commands.attachReport(1, 1), soon)).toBe('report_ready → submitted');
  });
});
