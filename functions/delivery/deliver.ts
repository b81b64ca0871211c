import { type CommandDeps, nothingMore, perform } from '#functions/interview/perform.ts';
import type { Channel, Delivery, Inbox, Sent } from '#functions/ports.ts';
import { inbox as titles } from '#shared/copy/zh/messages.ts';
import { composeWecom, pageOf } from '#shared/messaging/compose.ts';
import { leadOf } from '#shared/messaging/compose-email.ts';
import {
  atLeast,
  type CandidateKind,
  channelsFor,
  type DeliveryKind,
  isForCandidate,
} from '#shared/messaging/messages.ts';
import { type Context, contextOf } from './context.ts';
import { prepare, type SendDeps } from './prepare.ts';
import { stillTrue } from './still-true.ts';

export type DeliverDeps = SendDeps & CommandDeps & { inbox: Inbox };
export type DeliverJob = { company: string; interviewId: string; kind: DeliveryKind; generation: number };
/** 'later': too few channels took it, and one of them may yet. 'fewer': it went, by fewer channels than it should. */
export type Delivered = 'sent' | 'unknown' | 'fewer' | 'stale' | 'already' | 'undelivered' | 'later';

/** A claim that nobody settled by then was of a handler that died: it may have been sent, and is not repeated. */
const claimMs = 5 * 60_000;

/**
 * Sends one message by as many channels as it needs, in the company's order; a channel that fails is replaced by the
 * next. Each is claimed before it is used, so a repeated job never repeats a message; an unknown outcome is left as it
 * is. `lastTry`: nobody will call again for this job, so what could not be delivered is said now.
 */
export async function deliver(deps: DeliverDeps, job: DeliverJob, lastTry = false): Promise<Delivered> {
  const context = await contextOf(deps, job);
  if (context === undefined || !stillTrue(context.state, job, deps.clock.now())) {
    // A reminder that never left in time is none that was sent; of another appointment's nothing is said.
    if (job.kind === 'reminder' && (await carriedBy(deps, job)).length === 0) await reminderFailed(deps, job);
    return 'stale';
  }
  if (isForCandidate(job.kind)) await keep(deps, { ...job, kind: job.kind }, context);
  const wanted = atLeast(job.kind);
  if ((await carriedBy(deps, job)).length >= wanted) return 'already';
  const unavailable = await tryChannels(deps, job, context, wanted);
  const now = await carriedBy(deps, job);
  if (now.length >= wanted) return now.some(({ state }) => state === 'sent') ? 'sent' : 'unknown';
  if (unavailable && !lastTry) return 'later';
  if (now.length > 0) return 'fewer';
  if (job.kind === 'reminder') await reminderFailed(deps, job);
  return 'undelivered';
}

/** Whether one of the channels could not be asked. */
async function tryChannels(deps: DeliverDeps, job: DeliverJob, context: Context, wanted: number): Promise<boolean> {
  let unavailable = false;
  for (const [channel, send] of waysTo(deps, job, context)) {
    if ((await carriedBy(deps, job)).length >= wanted) break;
    const sending = await send();
    if (sending === undefined) continue;
    const sent = await sendOnce(deps, job, channel, sending);
    unavailable ||= sent?.state === 'unavailable';
  }
  return unavailable;
}

type Way = () => Promise<(() => Promise<Sent>) | undefined>;

function waysTo(deps: DeliverDeps, job: DeliverJob, context: Context): [Channel, Way][] {
  const { kind } = job;
  if (isForCandidate(kind)) {
    return channelsFor(kind, context.order).map((channel) => [
      channel,
      () => prepare(deps, channel, { ...job, kind }, context),
    ]);
  }
  const message = composeWecom(kind, context.facts);
  return [['wecom', async () => () => deps.messengers.wecom({ userid: context.ownerUserId }, message)]];
}

/** Undefined where this channel had it before: then it is its business what came of it. */
async function sendOnce(
  deps: DeliverDeps,
  { company, interviewId, kind, generation }: DeliverJob,
  channel: Channel,
  send: () => Promise<Sent>,
): Promise<Sent | undefined> {
  const record = { kind, generation, channel, at: deps.clock.now().toISOString() };
  if (!(await deps.deliveries.claim(company, interviewId, { ...record, state: 'claimed' }))) return undefined;
  const sent = await send().catch(async (error: unknown) => {
    // What a provider does is an outcome; what throws came before one was asked, so it may be tried again.
    await deps.deliveries.settle(company, interviewId, { ...record, state: 'unavailable' });
    throw error;
  });
  await deps.deliveries.settle(company, interviewId, { ...record, ...sent });
  return sent;
}

/** Those by which it is on its way, or may be. */
async function carriedBy({ deliveries, clock }: DeliverDeps, job: DeliverJob): Promise<Delivery[]> {
  const all = await deliveries.ofInterview(job.company, job.interviewId);
  const mine = all.filter(({ kind, generation }) => kind === job.kind && generation === job.generation);
  const isFresh = (at: string) => clock.now().getTime() - Date.parse(at) < claimMs;
  return mine.filter(
    ({ state, at }) => state === 'sent' || state === 'unknown' || (state === 'claimed' && isFresh(at)),
  );
}

/** 消息中心 keeps what was said, whatever the channels do. */
const keep = ({ inbox, clock }: DeliverDeps, job: DeliverJob & { kind: CandidateKind }, context: Context) =>
  inbox.put(job.company, context.candidate.candidateId, {
    messageId: `${job.interviewId}.${job.kind}.${job.generation}`,
    interviewId: job.interviewId,
    kind: job.kind,
    title: titles[job.kind],
    text: leadOf(job.kind, context.facts),
    at: clock.now().toISOString(),
    readAt: null,
    page: `${pageOf(job.kind, context.facts)}?id=${job.interviewId}`,
  });

/** No channel took it: that is a fact of the interview, HR hears of it, and it will not be held against the candidate. */
async function reminderFailed(deps: DeliverDeps, { company, interviewId, generation }: DeliverJob): Promise<void> {
  const history = await deps.interviews.history(company, interviewId);
  const asked = history.find(({ version }) => version === generation)?.event;
  if (asked?.type !== 'reminder_due') return;
  const { minutes } = asked.data;
  const said = await perform(deps, {
    company,
    interviewId,
    mayAct: () => true,
    prepare: async () => ({ command: { type: 'reminderFailed', by: 'system', minutes, since: generation } }),
    answer: nothingMore,
  });
  // Other writers were in the way: the job comes back, or HR would never hear of it.
  if (!said.ok && said.error.code === 'version_conflict') throw new Error('the failed reminder could not be recorded');
}
