import type {
  Channel,
  Clock,
  Credits,
  Deliveries,
  Directory,
  Identities,
  Interviews,
  Messengers,
  Sent,
  Tokens,
} from '#functions/ports.ts';
import { localTime } from '#shared/copy/zh/local-time.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { plusHours } from '#shared/interview/windows.ts';
import { composeSms, composeWechat, composeWecom, type Facts, pageOf } from '#shared/messaging/compose.ts';
import { audienceOf, channelOrder, type DeliveryKind } from '#shared/messaging/messages.ts';
import type { Candidate, Company } from '#shared/organisation/records.ts';
import { effectiveSettings } from '#shared/settings.ts';

export type DeliverDeps = {
  interviews: Interviews;
  directory: Directory;
  identities: Identities;
  credits: Credits;
  deliveries: Deliveries;
  messengers: Messengers;
  tokens: Tokens;
  clock: Clock;
};
export type DeliverJob = { company: string; interviewId: string; kind: DeliveryKind; generation: number };
export type Delivered = 'sent' | 'unknown' | 'stale' | 'already' | 'undelivered' | 'later';

/** Days for which an invitation's link still leads the candidate to their own interview after its deadline. */
const linkDays = 30;

type Context = { state: InterviewState; owner: Company; candidate: Candidate; ownerUserId: string; facts: Facts };

/**
 * Sends one message on the first channel of its order that takes it. Each channel is claimed before it is used, so a
 * repeated job never repeats a message; an unknown outcome is left as it is. 'later': nothing was sent, try again.
 */
export async function deliver(deps: DeliverDeps, job: DeliverJob): Promise<Delivered> {
  const context = await load(deps, job);
  if (context === undefined || !stillTrue(context.state, job)) return 'stale';
  if (await taken(deps, job)) return 'already';
  let unavailable = false;
  for (const channel of channelOrder[job.kind]) {
    const send = await prepared(deps, channel, job, context);
    if (send === undefined) continue;
    const { kind, generation } = job;
    const record = { kind, generation, channel, at: deps.clock.now().toISOString() };
    if (!(await deps.deliveries.claim(job.company, job.interviewId, { ...record, state: 'claimed' }))) {
      // The same job at the same time has it: going on to the next channel would say a thing twice.
      if (await taken(deps, job)) return 'already';
      continue;
    }
    const sent = await send().catch(async (error: unknown) => {
      // What a provider does is an outcome; what throws came before one was asked, so it may be tried again.
      await deps.deliveries.settle(job.company, job.interviewId, { ...record, state: 'unavailable' });
      throw error;
    });
    await deps.deliveries.settle(job.company, job.interviewId, { ...record, ...sent });
    if (sent.state === 'sent' || sent.state === 'unknown') return sent.state;
    unavailable ||= sent.state === 'unavailable';
  }
  return unavailable ? 'later' : 'undelivered';
}

/** Whether this message is on its way, or may be, on any channel. */
async function taken({ deliveries }: DeliverDeps, job: DeliverJob): Promise<boolean> {
  const all = await deliveries.ofInterview(job.company, job.interviewId);
  const mine = all.filter((one) => one.kind === job.kind && one.generation === job.generation);
  return mine.some(({ state }) => state === 'sent' || state === 'unknown' || state === 'claimed');
}

/** Decided at the moment of sending: what no longer holds is not said. */
function stillTrue(state: InterviewState, { kind }: DeliverJob): boolean {
  switch (kind) {
    case 'invitation':
      return state.status === 'invited';
    case 'result':
    case 'report_for_hr':
      return state.report.status === 'ready';
    case 'decision':
      return state.status === 'evaluated';
    case 'report_missing':
      return state.report.status === 'failed';
    case 'human_route':
      return state.status === 'cancelled';
  }
}

async function load(deps: DeliverDeps, { company, interviewId }: DeliverJob): Promise<Context | undefined> {
  const state = await deps.interviews.load(company, interviewId);
  if (state === undefined) return undefined;
  const [owner, candidate, position, requisition] = await Promise.all([
    deps.directory.company(company),
    deps.directory.candidate(company, state.candidateId),
    deps.directory.position(company, state.positionId),
    deps.directory.requisition(company, state.requisitionId),
  ]);
  const recruiter = requisition && (await deps.directory.staff(company, requisition.ownerId));
  if (!owner || !candidate || !position || !recruiter) return undefined;
  const { timeZone } = effectiveSettings(owner.settings, position.settings);
  const facts: Facts = {
    candidate: candidate.name,
    company: owner.name,
    position: position.title,
    deadline: localTime(state.terms.deadlineAt, timeZone),
    now: localTime(deps.clock.now().toISOString(), timeZone),
    help: owner.contact.phone,
    interviewId,
    applicationId: state.applicationId,
    outcome: state.outcome,
    overall: state.report.overall,
  };
  return { state, owner, candidate, ownerUserId: recruiter.wecomUserId, facts };
}

/** What sending on this channel would be, or undefined where it cannot be used for this person. */
async function prepared(
  deps: DeliverDeps,
  channel: Channel,
  { company, kind }: DeliverJob,
  { state, candidate, ownerUserId, facts }: Context,
): Promise<(() => Promise<Sent>) | undefined> {
  if (audienceOf[kind] === 'owner') {
    const message = composeWecom(kind as 'report_for_hr' | 'report_missing' | 'human_route', facts);
    return channel === 'wecom' ? () => deps.messengers.wecom({ userid: ownerUserId }, message) : undefined;
  }
  const about = kind as 'invitation' | 'result' | 'decision';
  if (channel === 'wechat') {
    const openid = await deps.identities.openidOf(company, candidate.candidateId);
    if (openid === undefined) return undefined;
    // Once it is claimed: a job that comes again takes no second credit.
    return async () => {
      if (!(await deps.credits.take(company, candidate.candidateId, 'result'))) {
        return { state: 'refused', code: 'no_credit' };
      }
      const sent = await deps.messengers.wechat({ openid }, composeWechat(facts));
      if (sent.state === 'unavailable') await deps.credits.giveBack(company, candidate.candidateId, 'result');
      return sent;
    };
  }
  return async () => {
    const claims = { company, interviewId: state.interviewId, candidateId: candidate.candidateId };
    const expires = new Date(plusHours(state.terms.deadlineAt, linkDays * 24));
    const link = await deps.tokens.issueLink(claims, expires);
    const code = await deps.messengers.entryCode(pageOf[about], `id=${state.interviewId}&t=${link}`);
    if (code === undefined) return { state: 'unavailable' };
    return deps.messengers.sms({ phone: candidate.phone }, composeSms(about, facts, code));
  };
}
