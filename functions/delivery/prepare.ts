import type { Credits, Identities, Messengers, Sent, Tokens } from '#functions/ports.ts';
import { plusHours } from '#shared/interview/windows.ts';
import { limits } from '#shared/limits.ts';
import { calendarEntry, meetingEntry } from '#shared/messaging/calendar-entry.ts';
import { composeSms, composeWechat, goesByWechat, pageOf } from '#shared/messaging/compose.ts';
import { composeEmail, linkOf } from '#shared/messaging/compose-email.ts';
import { type CandidateChannel, type CandidateKind, creditFor } from '#shared/messaging/messages.ts';
import type { Context, ContextDeps } from './context.ts';
import type { DeliverJob } from './deliver.ts';

export type SendDeps = ContextDeps & {
  identities: Identities;
  credits: Credits;
  messengers: Messengers;
  tokens: Tokens;
};
type Send = () => Promise<Sent>;

const guidePage = 'pages/guide/index';
/** Whose mails change the candidate's calendar, and by which entry. */
function entryOf(kind: CandidateKind) {
  if (kind === 'booked' || kind === 'cancelled') return calendarEntry;
  return kind === 'second_interview' || kind === 'meeting_called_off' ? meetingEntry : undefined;
}

/** What sending on this channel would be, or undefined where it cannot be used for this person. */
export async function prepare(
  deps: SendDeps,
  channel: CandidateChannel,
  job: DeliverJob & { kind: CandidateKind },
  context: Context,
): Promise<Send | undefined> {
  const { candidate } = context;
  switch (channel) {
    case 'wechat':
      return byWechat(deps, job, context);
    case 'sms': {
      const { kind } = job;
      if (kind === 'cancelled') return undefined;
      return async () => {
        const code = await entryCode(deps, job, context);
        if (code === undefined) return { state: 'unavailable' };
        return deps.messengers.sms({ phone: candidate.phone }, composeSms(kind, context.facts, code));
      };
    }
    case 'email': {
      const { email: address } = candidate;
      if (address === undefined) return undefined;
      return async () => {
        const [page, guide] = await Promise.all([
          entryCode(deps, job, context),
          deps.messengers.entryCode(guidePage, ''),
        ]);
        if (page === undefined) return { state: 'unavailable' };
        const { state, facts } = context;
        const entry = entryOf(job.kind)?.(state, facts, { version: job.generation, url: linkOf(page) });
        const message = composeEmail(job.kind, facts, { page, guide }, entry);
        return deps.messengers.email({ address }, message, `${job.interviewId}.${job.kind}.${job.generation}`);
      };
    }
  }
}

async function byWechat(
  { identities, credits, messengers }: SendDeps,
  { company, kind }: DeliverJob & { kind: CandidateKind },
  { candidate, facts }: Context,
): Promise<Send | undefined> {
  const credit = creditFor(kind);
  if (credit === undefined || !goesByWechat(kind)) return undefined;
  const { candidateId } = candidate;
  const openid = await identities.openidOf(company, candidateId);
  if (openid === undefined) return undefined;
  // Once it is claimed: a job that comes again takes no second credit.
  return async () => {
    if (!(await credits.take(company, candidateId, credit))) return { state: 'refused', code: 'no_credit' };
    const sent = await messengers.wechat({ openid }, composeWechat(kind, facts));
    const none = sent.state === 'refused' && sent.code === '43101';
    // WeChat says there is none: then ours is a mistake, and the next message need not try it.
    if (none) await credits.reset(company, candidateId, credit);
    // What was certainly not sent spends none.
    else if (sent.state === 'unavailable' || sent.state === 'refused') {
      await credits.giveBack(company, candidateId, credit);
    }
    return sent;
  };
}

/** A short code that opens the message's page as this candidate. */
async function entryCode(
  { tokens, messengers }: SendDeps,
  { company, kind }: DeliverJob & { kind: CandidateKind },
  { state, candidate, facts }: Context,
): Promise<string | undefined> {
  const claims = { company, interviewId: state.interviewId, candidateId: candidate.candidateId };
  const link = await tokens.issueLink(claims, new Date(plusHours(state.terms.deadlineAt, limits.linkDays * 24)));
  return messengers.entryCode(pageOf(kind, facts), `id=${state.interviewId}&t=${link}`);
}
