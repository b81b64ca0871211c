import type { InterviewState, InterviewStatus } from '../interview/state.ts';
import { closesAt, graceEndsAt, plusMinutes } from '../interview/windows.ts';
import { limits } from '../limits.ts';
import { openReminders } from './reminders.ts';

export const dueKinds = [
  'lapse',
  'remind',
  'no_show_waiting',
  'report_overdue',
  'rescore',
  'verify',
  'tell_decision',
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
  if (state.status === 'invited' || state.status === 'scheduled' || state.status === 'in_progress') {
    due.push({ kind: 'lapse', at: graceEndsAt(closesAt(state), state.terms) });
  }
  const next = openReminders(state)[0];
  if (next !== undefined) due.push({ kind: 'remind', at: next.at });
  const { noShow } = state;
  if (state.status === 'no_show' && noShow !== null && noShow.explainedAt === null && noShow.alarmedAt === null) {
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
  if (state.status === 'evaluated' && state.decidedAt !== null) {
    due.push({ kind: 'tell_decision', at: plusMinutes(state.decidedAt, state.terms.undoMinutes) });
  }
  return due;
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
