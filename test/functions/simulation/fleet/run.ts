import { book } from '#functions/booking/book.ts';
import { confirm } from '#functions/booking/confirm.ts';
import { explain } from '#functions/booking/explain.ts';
import { decline } from '#functions/interview/decline.ts';
import { nothingMore, perform } from '#functions/interview/perform.ts';
import { start } from '#functions/interview/start.ts';
import type { InterviewCommand } from '#shared/interview/commands.ts';
import { closesAt, graceEndsAt, plusMinutes } from '#shared/interview/windows.ts';
import { quietAround } from '#shared/schedule/quiet.ts';
import { openReminders } from '#shared/schedule/reminders.ts';
import { slotIdAt, slotsOf } from '#shared/schedule/slots.ts';
import type { Settings } from '#shared/settings.ts';
import type { Mode } from '#test/functions/booking/fake-messengers.ts';
import { company, position, recruiter } from '#test/functions/booking/people.ts';
import { createStage, type Stage } from '#test/functions/booking/stage.ts';
import { createRandom, type Random } from '#test/functions/simulation/random.ts';
import { createClock } from '#test/world/clock.ts';
import { problemsOfFleet, problemsOfMessage } from './check.ts';
import { createMemory } from './memory.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Ordinary days, a change of the clocks, a leap day, a turn of the year. */
const starts = ['2026-11-20', '2026-10-23', '2026-03-27', '2028-02-27', '2026-12-30'] as const;
const zones = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York'] as const;
const companies: readonly Partial<Settings>[] = [
  {},
  { reminders: [1440, 60, 30] },
  { reminders: [1440, 60], quiet: { from: '12:00', to: '14:00' }, channels: ['sms', 'email', 'wechat'] },
  { reminders: [1440, 90, 60], quiet: { from: '21:00', to: '09:30' }, channels: ['email', 'wechat', 'sms'] },
  { rebookings: 0, handleMinutes: 30 },
];

/** Five interviews of one company, their candidates, HR, the providers, the queue and the minute's tick; then quiet. */
export async function run(seed: number): Promise<{ problems: string[]; trace: string[]; seen: Set<string> }> {
  const random = createRandom(seed);
  const clock = createClock({ start: new Date(`${random.pick(starts)}T00:00:00.000Z`), frozen: true });
  const memory = createMemory();
  const stage = createStage(memory.ports, clock, { ...random.pick(companies), timeZone: random.pick(zones) });
  const fleet = createFleet(stage, { random, memory, clock });
  await fleet.invite();
  await fleet.live();
  return { ...fleet, problems: [...fleet.problems, ...problemsOfFleet(stage, memory)] };
}

type World = { random: Random; memory: ReturnType<typeof createMemory>; clock: ReturnType<typeof createClock> };

function createFleet(stage: Stage, { random, memory, clock }: World) {
  const { ports, states } = memory;
  const seen = new Set<string>();
  const trace: string[] = [];
  const problems: string[] = [];
  const say = (what: string): void => {
    trace.push(`${clock.now().toISOString()} ${what}`);
  };
  const now = () => clock.now().getTime();
  const up = (at: number) => Math.ceil(at / minute) * minute;
  let operations = 0;
  let lastTick = 0;
  const nextOperation = () => {
    operations += 1;
    return `operation-${operations}`;
  };
  const acts: { at: number; interviewId: string; what: string }[] = [];
  const late = new Map<string, number>();
  let outageUntil = 0;
  let missUntil = 0;

  stage.fake.onHanded((one) => {
    const state = one.job && states.get(one.job.interviewId);
    say(`  ${one.channel} ${one.job?.kind}@${one.job?.generation} ${one.mode} ${one.text.slice(0, 90)}`);
    problems.push(...problemsOfMessage(one, state, stage));
    if (one.job?.kind === 'reminder' && state !== undefined) {
      if (quietAround(one.at.toISOString(), agreedOf(state.interviewId)) === undefined) seen.add('reminded by day');
      else seen.add('reminded in quiet hours for want of another time');
    }
  });
  const agreedOf = (interviewId: string) => {
    const agreed = states.get(interviewId)?.terms.appointment;
    if (agreed === undefined) throw new Error('nothing agreed');
    return agreed;
  };

  async function invite() {
    const first = up(now() + day);
    for (let d = 0; d < 3; d += 1) {
      const hours = [0, 6, 9, 13, 15, 23].filter(() => random.chance(0.6));
      for (const h of hours) {
        const from = new Date(first + d * day + h * hour + random.pick([0, 30]) * minute);
        const to = new Date(from.getTime() + hour);
        const offer = { positionId: position.positionId, minutes: 30, capacity: random.pick([1, 1, 2]) };
        await ports.slots.offer(company, slotsOf({ ...offer, from: from.toISOString(), to: to.toISOString() }));
      }
    }
    for (let i = 0; i < 5; i += 1) {
      const state = await stage.invite({
        settings: { booking: random.chance(0.75), deadlineHours: random.pick([24, 72, 100]) },
        mail: random.chance(0.7),
        wechat: random.chance(0.8),
        credits: random.below(3),
      });
      late.set(state.interviewId, now());
      const until = 5 * day;
      for (let n = 0; n < 7; n += 1) {
        const what = random.weighted({
          book: 7,
          again: 2,
          confirm: 1,
          start: 2,
          withdraw: 0.7,
          precheck: 0.7,
          help: 0.6,
          helped: 0.6,
          explain: 1.5,
          contest: 1,
          uphold: 1,
          extend: 0.3,
        });
        acts.push({
          at: up(now() + (n < 2 ? random.below(day) : random.below(until))),
          interviewId: state.interviewId,
          what,
        });
      }
    }
    for (let n = 0; n < 3; n += 1) acts.push({ at: up(now() + random.below(4 * day)), interviewId: '', what: 'fault' });
    if (random.chance(0.4)) acts.push({ at: up(now() + random.below(4 * day)), interviewId: '', what: 'outage' });
    if (random.chance(0.4)) acts.push({ at: up(now() + random.below(4 * day)), interviewId: '', what: 'close' });
    acts.sort((a, b) => a.at - b.at);
  }

  const system = async (interviewId: string, command: InterviewCommand) => {
    const wanted = { company, interviewId, mayAct: () => true, answer: nothingMore };
    const done = await perform(stage.deps, { ...wanted, prepare: async () => ({ command }) });
    return done.ok ? 'ok' : done.error.code;
  };

  async function act({ interviewId, what }: (typeof acts)[number]): Promise<void> {
    if (what === 'fault') {
      const channel = random.pick(['wechat', 'sms', 'email', 'wecom', 'codes'] as const);
      const mode = random.pick(['down', 'refused', 'unknown', 'down'] as const) satisfies Mode;
      stage.fake.modes[channel] = mode;
      seen.add(`${channel} ${mode}`);
      say(`${channel} is ${mode}`);
      acts.push({ at: up(now() + random.pick([20, 90, 600, 2000]) * minute), interviewId: '', what: 'heal' });
      acts.sort((a, b) => a.at - b.at);
      return;
    }
    if (what === 'heal') {
      stage.fake.heal();
      return say('healed');
    }
    if (what === 'outage') {
      outageUntil = now() + random.pick([3, 5, 14]) * hour;
      seen.add('outage');
      return say('outage');
    }
    if (what === 'close') {
      const slot = random.pick([...memory.slots.values()]);
      await ports.slots.change(company, slot, { capacity: Math.max(1, slot.holders.length), open: false });
      seen.add('slot closed');
      return say(`closed ${slot.startsAt}`);
    }
    const state = states.get(interviewId);
    if (state === undefined) return;
    const answer = await candidate(what, interviewId);
    seen.add(`${what} ${answer}`);
    say(`${interviewId} ${what} → ${answer}`);
    changed(interviewId);
  }

  async function candidate(what: string, interviewId: string): Promise<string> {
    const state = states.get(interviewId);
    if (state === undefined) throw new Error('gone');
    const operationId = nextOperation();
    const code = (done: { ok: boolean; error?: { code: string } }) => (done.ok ? 'ok' : (done.error?.code ?? ''));
    switch (what) {
      case 'book':
      case 'again': {
        const asked = state.terms.appointment?.asked === true;
        const slot = random.pick([...memory.slots.values()].map(({ slotId }) => slotId));
        const slotId = asked ? (random.chance(0.03) ? slotIdAt(new Date(now() - hour)) : slot) : null;
        const send = () => book(stage.deps, stage.by(state, { operationId, slotId }));
        if (what === 'book') return code(await send());
        // Tapped twice, and its rival at the same time.
        const [one, two] = await Promise.all([send(), send()]);
        if (code(one) !== code(two)) problems.push(`${interviewId} ${operationId}: ${code(one)} and ${code(two)}`);
        return code(one);
      }
      case 'confirm':
        return code(await confirm(stage.deps, stage.by(state, { operationId })));
      case 'start': {
        const consents = [{ purpose: 'ai_evaluation' as const, version: '1', granted: true }];
        // Mostly when it may be entered: somebody who has a time comes at that time.
        const at = state.appointment?.startsAt;
        if (at !== undefined && Date.parse(at) > now() && random.chance(0.7)) {
          acts.push({ at: Date.parse(at) + random.below(14) * minute, interviewId, what: 'start' });
          acts.sort((a, b) => a.at - b.at);
          return 'waits';
        }
        return code(await start(stage.deps, stage.by(state, { operationId, consents })));
      }
      case 'withdraw':
        return code(await decline(stage.deps, stage.by(state, { operationId, reason: 'withdrawn' as const })));
      case 'explain':
        return code(await explain(stage.deps, stage.by(state, { operationId, reason: 'forgot' as const })));
      case 'precheck':
        return system(interviewId, {
          type: 'precheck',
          by: state.candidateId,
          failed: random.pick([['network'], []] as const) as never,
        });
      case 'help':
      case 'contest': {
        const kind = what === 'help' ? 'help' : 'no_show';
        const ticket = { ticketId: `tkt_${operationId}`, kind, category: 'technical' } as const;
        return system(interviewId, { type: 'openTicket', by: state.candidateId, ...ticket });
      }
      case 'helped':
      case 'uphold': {
        const kind = what === 'helped' ? 'help' : 'no_show';
        const open = state.tickets.find((one) => one.kind === kind && one.closedAt === null);
        if (open === undefined) return 'nothing';
        const resolution = kind === 'help' ? ('resolved' as const) : ('granted' as const);
        const fault = random.pick(['ours', 'none'] as const);
        return system(interviewId, {
          type: 'closeTicket',
          by: recruiter.userId,
          ticketId: open.ticketId,
          resolution,
          fault,
        });
      }
      case 'extend':
        return system(interviewId, {
          type: 'extend',
          by: recruiter.userId,
          reason: 'asked',
          hours: random.pick([2, 24]),
        });
      default:
        throw new Error(what);
    }
  }

  /** The stream tells of it at once, or later, or twice. */
  function changed(interviewId: string): void {
    const after = random.chance(0.85) ? 0 : random.below(12) * minute;
    if (after > 0) seen.add('stream late');
    late.set(interviewId, Math.min(late.get(interviewId) ?? Number.MAX_SAFE_INTEGER, now() + after));
  }

  async function react(): Promise<void> {
    for (const [interviewId, at] of [...late]) {
      if (at > now()) continue;
      late.delete(interviewId);
      await stage.react(interviewId);
      if (random.chance(0.1)) await stage.react(interviewId);
    }
  }

  async function tick(): Promise<void> {
    const versions = new Map([...states].map(([itv, { version }]) => [itv, version]));
    const failures: unknown[] = [];
    const sweeps = random.chance(0.15) ? 2 : 1;
    if (sweeps === 2) seen.add('duplicate tick');
    const at = clock.now();
    await Promise.all(Array.from({ length: sweeps }, () => stage.tick((error) => failures.push(error))));
    problems.push(...failures.map((error) => `the tick failed: ${String(error)}`));
    for (const [itv, state] of states) {
      if (state.version !== versions.get(itv)) changed(itv);
      const fresh = memory.historyOf(itv).slice(versions.get(itv));
      for (const { event } of fresh) {
        seen.add(event.type === 'lapsed' ? `lapsed ${event.data.to} ${event.data.excuse ?? 'no excuse'}` : event.type);
        say(`${itv} ${event.type} ${JSON.stringify(event.data)}`);
      }
      problems.push(...passedOver(itv, at));
    }
    lastTick = at.getTime();
  }

  /** What this tick should have seen to and did not. */
  function passedOver(itv: string, at: Date): string[] {
    const state = states.get(itv);
    if (state === undefined) return [];
    const missed: string[] = [];
    const waits = state.status === 'invited' || state.status === 'scheduled';
    if (waits && at > new Date(graceEndsAt(closesAt(state), state.terms))) missed.push('its no-show');
    const { noShow, terms } = state;
    if (noShow !== null && noShow.explainedAt === null && noShow.alarmedAt === null && state.status === 'no_show') {
      if (at > new Date(plusMinutes(noShow.at, terms.appointment?.handleMinutes ?? 0)))
        missed.push('its waiting no-show');
    }
    const due = openReminders(state).filter((one) => new Date(one.at) <= at);
    if (due.length > 0) {
      // After the quiet hours they leave over some minutes.
      const quiet = [0, -5].map((minutes) => quietAround(plusMinutes(at.toISOString(), minutes), agreedOf(itv)));
      if (quiet.every((one) => one === undefined)) missed.push(`reminder ${due[0]?.minutes}`);
      else seen.add('late reminder waits for the day');
    }
    return missed.map((what) => `${itv}: the tick at ${at.toISOString()} passed over ${what}`);
  }

  async function deliverSome(): Promise<void> {
    const ready = stage.queued.filter(({ visibleAt }) => visibleAt <= now());
    for (const one of ready) stage.queued.splice(stage.queued.indexOf(one), 1);
    // Out of order.
    for (let i = ready.length - 1; i > 0; i -= 1) {
      const j = random.below(i + 1);
      [ready[i], ready[j]] = [ready[j], ready[i]] as [(typeof ready)[0], (typeof ready)[0]];
    }
    for (const one of ready) {
      if (random.chance(0.08)) {
        seen.add('job late');
        stage.queued.push({ ...one, visibleAt: now() + random.pick([1, 7, 100, 400]) * minute });
        continue;
      }
      const copies = random.chance(0.12) ? 2 : 1;
      if (copies === 2) seen.add('job twice');
      const outcomes = await Promise.all(Array.from({ length: copies }, () => stage.give({ ...one })));
      for (const outcome of outcomes) {
        seen.add(`${one.job.kind} ${outcome}`);
        say(`job ${one.job.interviewId} ${one.job.kind}@${one.job.generation} (${one.received}) ${outcome}`);
      }
      changed(one.job.interviewId);
    }
    await react();
  }

  async function live(): Promise<void> {
    await react();
    for (let step = 0; step < 2_000; step += 1) {
      const due = memory.nextDue();
      const dueAt =
        due === undefined ? Number.POSITIVE_INFINITY : Math.max(up(Date.parse(due) + 1), lastTick + minute, missUntil);
      const next = Math.min(
        dueAt,
        acts[0]?.at ?? Number.POSITIVE_INFINITY,
        ...stage.queued.map(({ visibleAt }) => visibleAt),
        ...late.values(),
      );
      if (next === Number.POSITIVE_INFINITY) return;
      clock.set(new Date(Math.max(now(), next, acts[0]?.at === next ? 0 : outageUntil)));
      for (;;) {
        const [one] = acts;
        if (one === undefined || one.at > now()) break;
        acts.shift();
        await act(one);
      }
      if (now() < outageUntil) continue;
      await react();
      if (now() >= dueAt && now() > lastTick) {
        if (random.chance(0.1)) {
          seen.add('missing tick');
          missUntil = now() + random.pick([1, 2, 10, 60]) * minute;
        } else await tick();
      }
      await react();
      await deliverSome();
    }
    problems.push('it never came to rest');
  }

  return { invite, live, problems, trace, seen };
}
