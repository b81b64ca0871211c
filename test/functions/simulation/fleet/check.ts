import type { DeliverJob } from '#functions/delivery/deliver.ts';
import { localTime } from '#shared/copy/zh/local-time.ts';
import type { Recorded } from '#shared/interview/events.ts';
import { replay } from '#shared/interview/evolve.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { messagesFor } from '#shared/messaging/messages.ts';
import type { Handed } from '#test/functions/booking/fake-messengers.ts';
import { company } from '#test/functions/booking/people.ts';
import type { Stage } from '#test/functions/booking/stage.ts';
import type { createMemory } from './memory.ts';

type Memory = ReturnType<typeof createMemory>;

/** What is wrong with a message at the moment its provider gets it. */
export function problemsOfMessage(
  { job, text, channel, at }: Handed,
  state: InterviewState | undefined,
  stage: Pick<Stage, 'settings'>,
): string[] {
  if (job === undefined || state === undefined) return [`a message of nobody: ${text}`];
  if (job.kind !== 'reminder' && job.kind !== 'booked') return [];
  const wrong: string[] = [];
  const { appointment, status, terms } = state;
  if (status !== 'invited' && status !== 'scheduled') wrong.push(`of an interview that is ${status}`);
  const since = appointment?.since ?? 0;
  if (job.kind === 'booked' ? job.generation !== since : job.generation <= since) wrong.push('of an older appointment');
  const when =
    appointment === null
      ? (state.openUntil ?? terms.deadlineAt)
      : appointment.slotId === null
        ? appointment.endsAt
        : appointment.startsAt;
  const zone = stage.settings.timeZone;
  // Time granted beyond a deadline counts where it is later.
  const told = [when, state.openUntil ?? when, terms.deadlineAt].map((one) => localTime(one, zone));
  const right = appointment?.slotId ? told.slice(0, 1) : told;
  if (!right.some((one) => text.includes(one))) wrong.push(`without the time ${right[0]}`);
  if (job.kind === 'reminder') {
    if (appointment?.slotId && at >= new Date(when)) wrong.push('after its time');
    const link = channel === 'wechat' ? `?id=${state.interviewId}` : 'wxaurl.cn/code';
    if (!text.includes(link)) wrong.push('without a link');
    if (!text.includes('麦克风')) wrong.push('without what is needed');
    // WeChat's fields hold the way to the device check instead of the telephone when little time is left.
    const help = text.includes('400-000-0000') || (channel === 'wechat' && text.includes('precheck'));
    if (!help) wrong.push('without help');
  }
  return wrong.map((what) => `${state.interviewId}: a ${job.kind}@${job.generation} by ${channel} ${what}: ${text}`);
}

/** What does not hold when everything has come to rest. */
export function problemsOfFleet(stage: Stage, memory: Memory): string[] {
  return [...[...memory.states.values()].flatMap((state) => ofInterview(stage, memory, state)), ...ofSlots(memory)];
}

function ofInterview(stage: Stage, memory: Memory, state: InterviewState): string[] {
  const { interviewId: id } = state;
  const history = memory.historyOf(id);
  const problems: string[] = [];
  const say = (what: string) => problems.push(`${id}: ${what}`);
  if (replay(history)?.version !== state.version) say('the state is not the replay of its events');
  const handed = stage.fake.handed.filter(({ job }) => job?.interviewId === id);
  for (const [name, all] of Map.groupBy(handed, (one) => `${one.job?.kind}@${one.job?.generation} by ${one.channel}`)) {
    if (all.length > 1) say(`${name} went ${all.length} times`);
  }
  for (const recorded of history) {
    for (const kind of messagesFor(recorded)) {
      const generation = recorded.version;
      problems.push(...ofMessage(stage, { company, interviewId: id, kind, generation }, state, history));
    }
    const { event } = recorded;
    if (event.type === 'reminder_failed' || event.type === 'reminder_dropped') {
      const told = messagesFor(recorded).includes('reminder_failed');
      if (!told) say(`nobody is told of ${event.type}`);
    }
  }
  return problems;
}

function ofMessage(stage: Stage, job: DeliverJob, state: InterviewState, history: Recorded[]): string[] {
  const outcomes = stage.outcomes
    .filter(
      ({ job: one }) =>
        one.interviewId === job.interviewId && one.kind === job.kind && one.generation === job.generation,
    )
    .map(({ outcome }) => outcome);
  const carried = new Set(
    stage.fake.handed
      .filter(
        ({ job: one }) =>
          one?.interviewId === job.interviewId && one.kind === job.kind && one.generation === job.generation,
      )
      .map(({ channel }) => channel),
  );
  const say = (what: string) => [`${job.interviewId}: ${job.kind}@${job.generation} ${what}: ${outcomes.join(' ')}`];
  if (outcomes.length === 0) return say('was never handed over');
  const alarmed =
    outcomes.includes('undelivered') ||
    stage.dead.some(
      (one) => one.interviewId === job.interviewId && one.kind === job.kind && one.generation === job.generation,
    );
  const stale = outcomes.includes('stale');
  const putOff = outcomes.includes('put_off');
  if (carried.size === 0 && !alarmed && !stale && !putOff) return say('reached nobody and nobody knows');
  if (job.kind !== 'reminder') return [];
  const asked = history.find(({ version }) => version === job.generation)?.event;
  if (asked?.type !== 'reminder_due') return say('was not asked for');
  const next = history.find(({ version, event }) => version > job.generation && moves.includes(event.type));
  const failed = history.some(
    ({ version, event }) =>
      version > job.generation &&
      version < (next?.version ?? Number.POSITIVE_INFINITY) &&
      event.type === 'reminder_failed' &&
      event.data.minutes === asked.data.minutes,
  );
  const overtaken = next !== undefined;
  if (putOff) {
    const { minutes } = asked.data;
    const again = history.some(
      ({ version, event }) =>
        version > job.generation &&
        (event.type === 'reminder_due' || event.type === 'reminder_dropped') &&
        event.data.minutes === minutes,
    );
    if (carried.size > 0) return say('was put off and went all the same');
    return again || overtaken ? [] : say('was put off and never said again');
  }
  if (carried.size === 0) return failed || (stale && overtaken) ? [] : say('reached nobody and HR was not told');
  if (carried.size >= 2) return carried.size > 2 ? say(`went by ${carried.size}`) : [];
  const person = stage.people.get(state.candidateId);
  const usable = 1 + Number(person?.email !== undefined) + Number(stage.bound.has(state.candidateId));
  const tried = outcomes.includes('fewer') || (stale && overtaken);
  return tried || usable < 2 ? [] : say(`went by one of ${usable}`);
}

/** After which a reminder of before is not worth repeating. */
const moves = ['booked', 'excused', 'started', 'declined', 'lapsed'];

function ofSlots({ states, slots, historyOf }: Memory): string[] {
  const holders = new Map<string, Set<string>>();
  for (const id of states.keys()) {
    let held: string | null = null;
    for (const { event } of historyOf(id)) {
      const moved = event.type === 'booked' || event.type === 'excused';
      if ((moved || event.type === 'declined') && held !== null) {
        holders.get(held)?.delete(id);
        held = null;
      }
      if (event.type === 'booked' && event.data.slotId !== null) {
        held = event.data.slotId;
        holders.set(held, (holders.get(held) ?? new Set()).add(id));
      }
      // A place that was entered or missed stays taken.
      if (event.type === 'started' || event.type === 'lapsed') held = null;
    }
  }
  return [...slots.values()].flatMap((slot) => {
    const should = [...(holders.get(slot.slotId) ?? [])].sort().join();
    const is = [...slot.holders].sort().join();
    const over =
      slot.holders.length > slot.capacity ? [`${slot.startsAt}: ${slot.holders.length} of ${slot.capacity}`] : [];
    return is === should
      ? over
      : [...over, `${slot.startsAt} is held by ${is || 'nobody'} and not by ${should || 'nobody'}`];
  });
}
