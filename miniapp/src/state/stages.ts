import type { InterviewStatus } from '#shared/interview/state.ts';
import type { InterviewView } from './room.ts';

export type StageName = 'invitation' | 'reminder' | 'interview' | 'feedback';
export type Stage = {
  name: StageName;
  /** `none`: it will not come. */
  state: 'done' | 'now' | 'next' | 'missed' | 'none';
  /** What stands under it: an instant that was, or a promise. */
  note:
    | {
        kind:
          | 'invitedAt'
          | 'reminderBefore'
          | 'bookedFor'
          | 'startedAt'
          | 'endedAt'
          | 'interviewBefore'
          | 'reportAt'
          | 'decidedAt';
        at: string;
      }
    | {
        kind:
          | 'pickTime'
          | 'interviewMissed'
          | 'remindsBefore'
          | 'reminderDone'
          | 'reminderNone'
          | 'reminderMissed'
          | 'interviewCancelled'
          | 'reportSoon'
          | 'feedbackNone';
      };
  /** What became of each reminder. */
  reminded?: InterviewView['time']['reminded'];
};

/**
 * What follows when nobody came: 「已发送提醒」「未参加标记」「重新预约中」. `undelivered`: reminders did not get through;
 * `unneeded`: there was no time for any.
 */
export type Branch = {
  kind: 'reminded' | 'marked' | 'rebooking';
  state: 'done' | 'now' | 'next';
  note: { kind: 'at'; at: string } | { kind: 'undelivered' | 'unneeded' | 'reason' | 'waiting' | 'picking' | 'none' };
}[];

type Missed = Pick<Facts, 'status' | 'milestones' | 'tickets' | 'time'>;

export function branchOf({ status, milestones, tickets, time }: Missed): Branch | undefined {
  if (status !== 'no_show') return undefined;
  const { noShow, reminded, mayBook } = time;
  const sent = reminded.filter(({ outcome }) => outcome === 'due').at(-1);
  const marked = noShow?.at ?? milestones.endedAt;
  const waits = tickets.some(({ closedAt }) => closedAt === null);
  const told = noShow !== null && noShow.reason !== null;
  return [
    sent === undefined
      ? { kind: 'reminded', state: 'next', note: { kind: reminded.length === 0 ? 'unneeded' : 'undelivered' } }
      : { kind: 'reminded', state: 'done', note: { kind: 'at', at: sent.at } },
    { kind: 'marked', state: 'done', note: marked === null ? { kind: 'none' } : { kind: 'at', at: marked } },
    waits
      ? { kind: 'rebooking', state: 'now', note: { kind: 'waiting' } }
      : told && mayBook
        ? { kind: 'rebooking', state: 'now', note: { kind: 'picking' } }
        : { kind: 'rebooking', state: 'next', note: { kind: noShow === null || told ? 'none' : 'reason' } },
  ];
}

type Facts = {
  status: InterviewStatus;
  closesAt: string;
  tickets: { closedAt: string | null }[];
  time: Pick<InterviewView['time'], 'bookingAsked' | 'mayBook' | 'appointment' | 'reminded' | 'noShow'>;
  milestones: {
    invitedAt: string;
    startedAt: string | null;
    endedAt: string | null;
    reportAt: string | null;
    decidedAt: string | null;
  };
};

/** 邀约 ── 提醒 ── 面试 ── 反馈 as they stand: a date under each that is done, a promise under each that is not. */
export function stagesOf({ status, closesAt, milestones, time }: Omit<Facts, 'tickets'>): Stage[] {
  const { invitedAt, startedAt, endedAt, reportAt, decidedAt } = milestones;
  const waiting = status === 'invited' || status === 'scheduled';
  const over = status === 'submitted' || status === 'evaluated';
  const invitation: Stage = { name: 'invitation', state: 'done', note: { kind: 'invitedAt', at: invitedAt } };
  return [
    invitation,
    { ...reminder(status, startedAt, waiting, closesAt, time), reminded: time.reminded },
    interview(status, { startedAt, endedAt }, waiting, over, closesAt, time),
    feedback(status, { reportAt, decidedAt }),
  ];
}

function reminder(
  status: InterviewStatus,
  startedAt: string | null,
  waiting: boolean,
  closesAt: string,
  { bookingAsked, appointment }: Facts['time'],
): Stage {
  if (status === 'no_show') return { name: 'reminder', state: 'missed', note: { kind: 'reminderMissed' } };
  if (startedAt !== null) return { name: 'reminder', state: 'done', note: { kind: 'reminderDone' } };
  if (waiting && appointment !== null) return { name: 'reminder', state: 'now', note: { kind: 'remindsBefore' } };
  if (waiting && bookingAsked) return { name: 'reminder', state: 'next', note: { kind: 'remindsBefore' } };
  if (waiting) return { name: 'reminder', state: 'now', note: { kind: 'reminderBefore', at: closesAt } };
  return { name: 'reminder', state: 'none', note: { kind: 'reminderNone' } };
}

function interview(
  status: InterviewStatus,
  { startedAt, endedAt }: { startedAt: string | null; endedAt: string | null },
  waiting: boolean,
  over: boolean,
  closesAt: string,
  { bookingAsked, appointment }: Facts['time'],
): Stage {
  const name = 'interview';
  if (status === 'no_show') return { name, state: 'missed', note: { kind: 'interviewMissed' } };
  if (status === 'cancelled') return { name, state: 'missed', note: { kind: 'interviewCancelled' } };
  if (waiting && appointment?.slot)
    return { name, state: 'next', note: { kind: 'bookedFor', at: appointment.startsAt } };
  if (waiting && bookingAsked && appointment === null) return { name, state: 'now', note: { kind: 'pickTime' } };
  if (waiting) return { name, state: 'next', note: { kind: 'interviewBefore', at: closesAt } };
  if (over && endedAt !== null) return { name, state: 'done', note: { kind: 'endedAt', at: endedAt } };
  if (status === 'incomplete' && endedAt !== null)
    return { name, state: 'missed', note: { kind: 'endedAt', at: endedAt } };
  return { name, state: 'now', note: { kind: 'startedAt', at: startedAt ?? closesAt } };
}

function feedback(
  status: InterviewStatus,
  { reportAt, decidedAt }: { reportAt: string | null; decidedAt: string | null },
): Stage {
  const name = 'feedback';
  if (status === 'evaluated' && decidedAt !== null)
    return { name, state: 'done', note: { kind: 'decidedAt', at: decidedAt } };
  if (status === 'submitted') {
    return {
      name,
      state: 'now',
      note: reportAt === null ? { kind: 'reportSoon' } : { kind: 'reportAt', at: reportAt },
    };
  }
  const none = status === 'cancelled' || status === 'no_show' || status === 'incomplete';
  return none
    ? { name, state: 'none', note: { kind: 'feedbackNone' } }
    : { name, state: 'next', note: { kind: 'reportSoon' } };
}
