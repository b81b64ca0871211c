import type { StageName, StageOwner } from '#shared/organisation/stage-owners.ts';
import type { Dossier } from './dossier.ts';

export type StageState = 'done' | 'now' | 'next' | 'trouble' | 'missed' | 'none';
export type Stage = { name: StageName; owner: StageOwner; state: StageState };
type Facts = Pick<Dossier, 'status' | 'time' | 'tickets' | 'owners'> & {
  messages: Pick<Dossier['messages'][number], 'kind' | 'state'>[];
  timeline: Pick<Dossier['timeline'][number], 'type'>[];
};

/** 邀约 → 提醒 → 面试 → 反馈 → 未参加处理, who has each in hand, and how it stands. */
export function stagesOf(facts: Facts): Stage[] {
  const { owners } = facts;
  return [
    { name: 'invitation', owner: owners.invitation, state: invitation(facts) },
    { name: 'reminder', owner: owners.reminder, state: reminder(facts) },
    { name: 'interview', owner: owners.interview, state: interview(facts) },
    { name: 'feedback', owner: owners.feedback, state: feedback(facts) },
    { name: 'no_show', owner: ownerOfNoShow(facts), state: noShow(facts) },
  ];
}

const isAhead = ({ status }: Facts): boolean => status === 'invited' || status === 'scheduled';

/** An invitation nobody received is nobody's any more once the candidate has come by another way. */
function invitation({ status, messages }: Facts): StageState {
  const sent = messages.filter(({ kind }) => kind === 'invitation');
  if (status !== 'invited' || sent.some(({ state }) => state === 'sent' || state === 'unknown')) return 'done';
  return sent.some(({ state }) => state === 'refused') ? 'trouble' : 'now';
}

function reminder(facts: Facts): StageState {
  const last = facts.time.reminded.at(-1);
  if (last === undefined) return isAhead(facts) ? 'next' : 'none';
  if (isAhead(facts) && last.outcome !== 'due') return 'trouble';
  return facts.time.reminded.some(({ outcome }) => outcome === 'due') ? 'done' : 'missed';
}

function interview(facts: Facts): StageState {
  switch (facts.status) {
    case 'invited':
    case 'scheduled':
      return 'next';
    case 'in_progress':
      return 'now';
    case 'submitted':
    case 'evaluated':
      return 'done';
    case 'incomplete':
    case 'no_show':
      return 'missed';
    case 'cancelled':
      return 'none';
  }
}

function feedback({ status }: Facts): StageState {
  if (status === 'evaluated') return 'done';
  if (status === 'submitted') return 'now';
  return status === 'cancelled' || status === 'incomplete' ? 'none' : 'next';
}

/** `booked` anew wipes the mark; that there was one stands in what was said and sent. */
function noShow({ status, time, messages, timeline }: Facts): StageState {
  if (status === 'no_show') return time.noShow?.reason == null ? 'trouble' : 'now';
  const marked =
    timeline.some(({ type }) => type === 'no_show_explained' || type === 'excused') ||
    messages.some(({ kind }) => kind === 'no_show');
  return marked ? 'done' : 'none';
}

/** The company's, unless all that is missing is the candidate's word or choice. */
function ownerOfNoShow({ status, time, tickets, owners }: Facts): Stage['owner'] {
  const asks = tickets.some(({ closedAt }) => closedAt === null);
  return status === 'no_show' && time.noShow?.reason != null && time.mayBook && !asks ? 'candidate' : owners.no_show;
}
