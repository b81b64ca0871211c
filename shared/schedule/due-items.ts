import { arrangeBy } from '../interview/arrange.ts';
import { isSuspended } from '../interview/hiring.ts';
import type { InterviewState, InterviewStatus } from '../interview/state.ts';
import { closesAt, graceEndsAt, plusMinutes } from '../interview/windows.ts';
import { limits } from '../limits.ts';
import { foreseenAt } from './foresee.ts';
import { firstPatrolAt } from './patrol.ts';
import { openReminders } from './reminders.ts';

export const dueKinds = [
  'lapse',
  'remind',
  'foresee',
  'no_show_waiting',
  'report_overdue',
  'rescore',
  'verify',
  'rule',
  'tell_decision',
  'check',
  'arrange',
  'offer_lapse',
  'vacancies',
  'follow_requisition',
] as const;
export type DueKind = (typeof dueKinds)[number];

/** Something an interview owes at an instant. At most one of a kind stands at a time. */
export type DueItem = { kind: DueKind; at: string };

/** An end has happened: its copies are verified, and a report that was promised stays promised, whatever HR decides. */
const assessed: readonly InterviewStatus[] = ['submitted', 'incomplete', 'evaluated'];

/**
 * Everything an interview in this state has ahead of it. A commit writes the difference between before and after, so a
 * due item can never outlive its cause.
 */
export function dueItems(state: InterviewState): DueItem[] {
  const due: DueItem[] = [];
  const enters = state.status === 'invited' || state.status === 'scheduled' || state.status === 'in_progress';
  if (enters && !isSuspended(state)) {
    due.push({ kind: 'lapse', at: graceEndsAt(closesAt(state), state.terms) });
  }
  const next = openReminders(state)[0];
  if (next !== undefined) due.push({ kind: 'remind', at: next.at });
  const ahead = enters && state.status !== 'in_progress' && !isSuspended(state) ? foreseenAt(state) : undefined;
  if (ahead !== undefined) due.push({ kind: 'foresee', at: ahead });
  const { noShow } = state;
  if (
    state.status === 'no_show' &&
    !isSuspended(state) &&
    noShow !== null &&
    noShow.explainedAt === null &&
    noShow.alarmedAt === null
  ) {
    const minutes = state.terms.appointment?.handleMinutes;
    if (minutes !== undefined) due.push({ kind: 'no_show_waiting', at: plusMinutes(noShow.at, minutes) });
  }
  if (state.endedAt !== null && assessed.includes(state.status)) {
    const { report } = state;
    if (report.requestedAt !== null) {
      due.push({ kind: 'report_overdue', at: plusMinutes(report.requestedAt, state.terms.reportMinutes) });
    } else if (report.mode === 'evidence_only' && report.rescored < limits.rescores && state.reportAt !== null) {
      const minutes = limits.rescoreMinutes * 2 ** report.rescored;
      due.push({ kind: 'rescore', at: plusMinutes(state.reportAt, minutes) });
    }
    due.push({ kind: 'verify', at: plusMinutes(state.endedAt, limits.verifyMinutes) });
  }
  if (state.status === 'submitted' && state.report.status === 'ready' && state.report.requestedAt === null) {
    if (state.factsAt !== null) due.push({ kind: 'rule', at: state.factsAt });
  }
  if (state.status === 'evaluated' && state.decidedAt !== null && !state.hiring.told) {
    due.push({ kind: 'tell_decision', at: plusMinutes(state.decidedAt, state.terms.undoMinutes) });
  }
  due.push({ kind: 'check', at: firstPatrolAt(state) });
  return [...due, ...hiringItems(state)];
}

/** A second interview to be arranged, an offer to be answered, and a look at whether the requisition is full now. */
function hiringItems(state: InterviewState): DueItem[] {
  const { offer, alarmedAt, movedAt } = state.hiring;
  const arranged = alarmedAt === null ? arrangeBy(state) : null;
  const open = state.status === 'evaluated' && state.outcome === 'offer' && offer?.answer === null ? offer.until : null;
  return [
    ...(arranged === null ? [] : [{ kind: 'arrange' as const, at: arranged }]),
    // The last instant is still in time.
    ...(open === null ? [] : [{ kind: 'offer_lapse' as const, at: new Date(Date.parse(open) + 1).toISOString() }]),
    ...(movedAt === null ? [] : [{ kind: 'vacancies' as const, at: plusMinutes(movedAt, limits.verifyMinutes) }]),
  ];
}

/** What a step from `before` to `after` adds to the schedule and takes from it. */
export function dueDifference(
  before: InterviewState | undefined,
  after: InterviewState,
): { set: DueItem[]; clear: DueItem[] } {
  const was = before === undefined ? [] : dueItems(before);
  const is = dueItems(after);
  const within = (list: DueItem[], item: DueItem) => list.some((one) => one.kind === item.kind && one.at === item.at);
  return { set: is.filter((item) => !within(was, item)), clear: was.filter((item) => !within(is, item)) };
}
