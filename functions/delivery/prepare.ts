import type { Credits, Identities, Messengers, Sent, Tokens } from '#functions/ports.ts';
import { calendar } from '#shared/copy/zh/messages.ts';
import { plusHours } from '#shared/interview/windows.ts';
import { composeSms, composeWechat, pageOf } from '#shared/messaging/compose.ts';
import { composeEmail } from '#shared/messaging/compose-email.ts';
import type { EmailMessage } from '#shared/messaging/email.ts';
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

/** Days for which a message's link still leads the candidate to their own interview after its deadline. */
const linkDays = 30;
const guidePage = 'pages/guide/index';

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
    case 'sms':
      return async () => {
        const code = await entryCode(deps, job, context);
        if (code === undefined) return { state: 'unavailable' };
        return deps.messengers.sms({ phone: candidate.phone }, composeSms(job.kind, context.facts, code));
      };
    case 'email': {
      const { email: address } = candidate;
      if (address === undefined) return undefined;
      return async () => {
        const [page, guide] = await Promise.all([
          entryCode(deps, job, context),
          deps.messengers.entryCode(guidePage, ''),
        ]);
        if (page === undefined) return { state: 'unavailable' };
        const message = composeEmail(job.kind, context.facts, { page, guide }, calendarOf(job, context, page));
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
  if (credit === undefined || kind === 'invitation' || kind === 'decision') return undefined;
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
  const link = await tokens.issueLink(claims, new Date(plusHours(state.terms.deadlineAt, linkDays * 24)));
  return messengers.entryCode(pageOf(kind, facts), `id=${state.interviewId}&t=${link}`);
}

function calendarOf(
  { kind, generation }: DeliverJob,
  { state, facts }: Context,
  code: string,
): EmailMessage['calendar'] {
  if (kind !== 'booked' || state.appointment === null) return undefined;
  const { startsAt, endsAt } = state.appointment;
  return {
    uid: state.interviewId,
    sequence: generation,
    startsAt,
    endsAt,
    summary: calendar.summary(facts.company, facts.position),
    description: calendar.description(facts.help),
    url: `https://wxaurl.cn/${code}`,
  };
}
