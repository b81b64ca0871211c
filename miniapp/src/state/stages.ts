import type { InterviewStatus } from '#shared/interview/state.ts';

export type StageName = 'invitation' | 'reminder' | 'interview' | 'feedback';
export type Stage = {
  name: StageName;
  /** `none`: it will not come. */
  state: 'done' | 'now' | 'next' | 'missed' | 'none';
  /** What stands under it: an instant that was, or a promise. */
  note:
    | {
        kind: 'invitedAt' | 'reminderBefore' | 'startedAt' | 'endedAt' | 'interviewBefore' | 'reportAt' | 'decidedAt';
        at: string;
      }
    | {
        kind: 'reminderDone' | 'reminderNone' | 'reminderMissed' | 'interviewCancelled' | 'reportSoon' | 'feedbackNone';
      };
};

/** What follows when nobody came: 「已发送提醒」「未参加标记」「重新预约中」. */
export type Branch = { kind: 'reminded' | 'marked' | 'rebooking'; state: 'done' | 'now' | 'next'; at: string | null }[];

export function branchOf({
  status,
  milestones,
  tickets,
}: Pick<Facts, 'status' | 'milestones' | 'tickets'>): Branch | undefined {
  if (status !== 'no_show') return undefined;
  const asked = tickets.some(({ closedAt }) => closedAt === null);
  return [
    { kind: 'reminded', state: 'done', at: milestones.invitedAt },
    { kind: 'marked', state: 'done', at: milestones.endedAt },
    { kind: 'rebooking', state: asked ? 'now' : 'next', at: null },
  ];
}

type Facts = {
  status: InterviewStatus;
  closesAt: string;
  tickets: { closedAt: string | null }[];
  milestones: {
    invitedAt: string;
    startedAt: string | null;
    endedAt: string | null;
    reportAt: string | null;
    decidedAt: string | null;
  };
};

/** 邀约 ── 提醒 ── 面试 ── 反馈 as they stand: a date under each that is done, a promise under each that is not. */
export function stagesOf({ status, closesAt, milestones }: Omit<Facts, 'tickets'>): Stage[] {
  const { invitedAt, startedAt, endedAt, reportAt, decidedAt } = milestones;
  const waiting = status === 'invited' || status === 'scheduled';
  const over = status === 'submitted' || status === 'evaluated';
  const invitation: Stage = { name: 'invitation', state: 'done', note: { kind: 'invitedAt', at: invitedAt } };
  return [
    invitation,
    reminder(status, startedAt, waiting, closesAt),
    interview(status, { startedAt, endedAt }, waiting, over, closesAt),
    feedback(status, { reportAt, decidedAt }),
  ];
}

function reminder(status: InterviewStatus, startedAt: string | null, waiting: boolean, closesAt: string): Stage {
  if (status === 'no_show') return { name: 'reminder', state: 'missed', note: { kind: 'reminderMissed' } };
  if (startedAt !== null) return { name: 'reminder', state: 'done', note: { kind: 'reminderDone' } };
  if (waiting) return { name: 'reminder', state: 'now', note: { kind: 'reminderBefore', at: closesAt } };
  return { name: 'reminder', state: 'none', note: { kind: 'reminderNone' } };
}

function interview(
  status: InterviewStatus,
  { startedAt, endedAt }: { startedAt: string | null; endedAt: string | null },
  waiting: boolean,
  over: boolean,
  closesAt: string,
): Stage {
  const name = 'interview';
  if (status === 'cancelled' || status === 'no_show')
    return { name, state: 'missed', note: { kind: 'interviewCancelled' } };
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
