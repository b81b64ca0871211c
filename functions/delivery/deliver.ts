import type { CommandDeps } from '#functions/interview/perform.ts';
import type { Channel, Delivery, Inbox, Sent } from '#functions/ports.ts';
import { inbox as titles } from '#shared/copy/zh/messages.ts';
import { limits } from '#shared/limits.ts';
import { composeWecom, pageOf } from '#shared/messaging/compose.ts';
import { leadOf } from '#shared/messaging/compose-email.ts';
import {
  atLeast,
  type CandidateKind,
  channelsFor,
  type DeliveryKind,
  isForCandidate,
  isReminder,
} from '#shared/messaging/messages.ts';
import { noShowCard, noShowCardId } from '#shared/messaging/no-show-card.ts';
import { wouldDisturb } from '#shared/schedule/reminders.ts';
import { type Context, contextOf } from './context.ts';
import { prepare, type SendDeps } from './prepare.ts';
import { putOff, reminderFailed, reminderOf } from './reminder.ts';
import { stillTrue } from './still-true.ts';

export type DeliverDeps = SendDeps & CommandDeps & { inbox: Inbox };
export type DeliverJob = { company: string; interviewId: string; kind: DeliveryKind; generation: number };
/**
 * 'later': too few channels took it, and one of them may yet. 'fewer': it went, by fewer channels than it should.
 * 'put_off': it would disturb now; the sweep says it again.
 */
export type Delivered = 'sent' | 'unknown' | 'fewer' | 'stale' | 'already' | 'undelivered' | 'later' | 'put_off';

/**
 * Sends one message by as many channels as it needs, in the company's order; a channel that fails is replaced by the
 * next. Each is claimed before it is used, so a repeated job never repeats a message; an unknown outcome is left as it
 * is. `lastTry`: nobody will call again for this job, so what could not be delivered is said now.
 */
export async function deliver(deps: DeliverDeps, job: DeliverJob, lastTry = false): Promise<Delivered> {
  const context = await contextOf(deps, job);
  const reminder = isReminder(job.kind) ? await reminderOf(deps, job) : undefined;
  if (reminder?.putOff) return 'stale';
  if (context === undefined || !stillTrue(context.state, job, deps.clock.now())) {
    // A reminder that never left in time is none that was sent; of another appointment's nothing is said.
    if (reminder && (await carriedBy(deps, job)).length === 0) await reminderFailed(deps, job, reminder);
    return 'stale';
  }
  if (job.kind === 'cancelled' && !(await hasEntry(deps, job))) return 'stale';
  if (reminder && wouldDisturb(context.state, reminder.minutes, deps.clock.now())) {
    // What one channel has told already is not told again by day.
    if ((await carriedBy(deps, job)).length > 0) return 'fewer';
    return putOff(deps, job, reminder);
  }
  if (isForCandidate(job.kind)) await keep(deps, { ...job, kind: job.kind }, context);
  const wanted = atLeast(job.kind);
  if ((await carriedBy(deps, job)).length >= wanted) return 'already';
  const unavailable = await tryChannels(deps, job, context, wanted);
  const now = await carriedBy(deps, job);
  if (now.length >= wanted) return now.some(({ state }) => state === 'sent') ? 'sent' : 'unknown';
  if (unavailable && !lastTry) return 'later';
  if (now.length > 0) return 'fewer';
  if (reminder) await reminderFailed(deps, job, reminder);
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
  const to = context.hearers;
  const { facts } = context;
  const send =
    kind === 'no_show_for_hr'
      ? () => deps.messengers.wecomCard(to, noShowCard(facts, noShowCardId(job.interviewId, job.generation)))
      : () => deps.messengers.wecom(to, composeWecom(kind, facts));
  return [['wecom', async () => send]];
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

/** Those by which it is on its way, or may be: a claim that nobody settled in time was of a handler that died. */
async function carriedBy({ deliveries, clock }: DeliverDeps, job: DeliverJob): Promise<Delivery[]> {
  const all = await deliveries.ofInterview(job.company, job.interviewId);
  const mine = all.filter(({ kind, generation }) => kind === job.kind && generation === job.generation);
  const isFresh = (at: string) => clock.now().getTime() - Date.parse(at) < limits.claimMinutes * 60_000;
  return mine.filter(
    ({ state, at }) => state === 'sent' || state === 'unknown' || (state === 'claimed' && isFresh(at)),
  );
}

/** Whether a mail may have put the appointment into the candidate's calendar. */
async function hasEntry({ deliveries }: DeliverDeps, { company, interviewId }: DeliverJob): Promise<boolean> {
  const all = await deliveries.ofInterview(company, interviewId);
  return all.some(
    ({ kind, channel, state }) =>
      kind === 'booked' && channel === 'email' && state !== 'refused' && state !== 'unavailable',
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
