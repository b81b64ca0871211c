import type { Settings } from '#shared/settings.ts';
import { createStage } from '#test/functions/booking/stage.ts';
import { createRandom } from '#test/functions/simulation/random.ts';
import { createClock } from '#test/world/clock.ts';
import { act } from './act.ts';
import { problemsOfFleet } from './check.ts';
import { createFleet, type Fleet } from './fleet.ts';
import { invite } from './invite.ts';
import { createMemory } from './memory.ts';
import { tick } from './tick.ts';
import { minute, up } from './times.ts';

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
  const fleet = createFleet({ stage, random, memory, clock });
  await invite(fleet);
  await live(fleet);
  const { problems, trace, seen } = fleet;
  return { problems: [...problems, ...problemsOfFleet(stage, memory)], trace, seen };
}

async function react({ stage, random, late, now }: Fleet): Promise<void> {
  for (const [interviewId, at] of [...late]) {
    if (at > now()) continue;
    late.delete(interviewId);
    await stage.react(interviewId);
    if (random.chance(0.1)) await stage.react(interviewId);
  }
}

async function deliverSome(fleet: Fleet): Promise<void> {
  const { stage, random, seen, say, now, changed } = fleet;
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
  await react(fleet);
}

/** From one thing to the next until nothing is left to come. */
async function live(fleet: Fleet): Promise<void> {
  const { stage, random, memory, clock, seen, problems, acts, late, outage, now } = fleet;
  let lastTick = 0;
  let missUntil = 0;
  await react(fleet);
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
    clock.set(new Date(Math.max(now(), next, acts[0]?.at === next ? 0 : outage.until)));
    for (;;) {
      const [one] = acts;
      if (one === undefined || one.at > now()) break;
      acts.shift();
      await act(fleet, one);
    }
    if (now() < outage.until) continue;
    await react(fleet);
    if (now() >= dueAt && now() > lastTick) {
      if (random.chance(0.1)) {
        seen.add('missing tick');
        missUntil = now() + random.pick([1, 2, 10, 60]) * minute;
      } else {
        lastTick = now();
        await tick(fleet);
      }
    }
    await react(fleet);
    await deliverSome(fleet);
  }
  problems.push('it never came to rest');
}
