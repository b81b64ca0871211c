import type { DeliverJob } from '#functions/delivery/deliver.ts';
import { effectiveSettings, type Settings } from '#shared/settings.ts';
import type { Handed } from '#test/functions/booking/fake-messengers.ts';
import { createClock } from '#test/world/clock.ts';
import { createRandom } from '../random.ts';
import { createBucket } from './bucket.ts';
import { problemsOfHanded } from './check-messages.ts';
import { composeFunctions } from './functions.ts';
import { createHistory } from './history.ts';
import { createMailroom, type Message, type QueueName } from './mailroom.ts';
import { company, furnish } from './people.ts';
import { createProviders } from './providers.ts';
import { type Run, within } from './run.ts';
import { credentials, type Stage } from './stage.ts';
import type { Theme } from './themes.ts';
import { createTurns } from './turns.ts';
import { createWeather } from './weather.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Ordinary days, and changes of the clocks in Europe and America. */
const times = [
  ['2026-03-02', 'Asia/Shanghai'],
  ['2026-11-20', 'America/New_York'],
  ['2026-10-23', 'Europe/Berlin'],
  ['2026-03-27', 'Europe/Berlin'],
  ['2026-03-06', 'America/New_York'],
  ['2026-10-30', 'America/New_York'],
] as const;

/** One life's surroundings: two interviews' company and another one, the functions, and whatever can go wrong. */
export async function beginLife(stage: Stage, seed: number, themes: Set<Theme>) {
  const random = createRandom(seed);
  const [start, timeZone] = random.pick(times);
  const clock = createClock({ start: new Date(`${start}T01:00:00.000Z`), frozen: true });
  const now = () => clock.now().getTime();
  const table = `life-${seed}`;
  const config = stage.configOf(table);
  const seen = new Set<string>();
  const trace: string[] = [];
  const problems: string[] = [];
  const note = (what: string) => void trace.push(`${clock.now().toISOString().slice(5, 19)} ${what}`);
  const see = (what: string) => void seen.add(what);
  const settings: Partial<Settings> = {
    timeZone,
    quiet: null,
    channels: random.chance(0.5) ? ['wechat', 'sms', 'email'] : ['sms', 'email', 'wechat'],
  };
  const booking = themes.has('booking');
  const chains = seed % 3 === 0;
  await stage.newTable(table);
  const mails = [true, random.chance(0.6), true];
  const people = await furnish(stage.wire, table, { settings, booking, mails, formula: themes.has('script') });
  const bucket = createBucket(clock, credentials);
  const providers = createProviders(clock.now, see);
  const mailroom = createMailroom({
    random,
    now,
    events: stage.events,
    seen,
    isStormy: () => !sky.isCalm(),
  });
  const functions = composeFunctions({
    config,
    clock,
    queue: mailroom.queue,
    providers,
    modelScores: random.chance(0.5),
    chains,
  });
  const history = createHistory({ problems, note });
  /** What arrives later: packets that took their time. */
  const underway: { at: number; arrive: () => Promise<unknown> }[] = [];

  const shards = new Set<string>();
  const sky = createWeather({
    random,
    see,
    note,
    about: { wire: stage.wire, bucket, onPut: mailroom.onPut, shards },
  });
  const { newRun, inRun } = sky;

  async function work(messages: Message[], handle: () => Promise<string[]>, given?: Run): Promise<string[] | 'died'> {
    const [first] = messages;
    const name = `${first?.queue} ${messages.map(({ body }) => body.slice(0, 150)).join(' + ')}`;
    const job = messages.length === 1 && first?.queue === 'deliver' ? jobOf(first.body) : undefined;
    const once = (run: Run) => inRun(run, () => (job === undefined ? handle() : providers.doing(job, handle)));
    const newWorker = () => given ?? newRun(String(first?.queue));
    const two = given === undefined && !sky.isCalm() && random.chance(0.12);
    if (two) see('13 two workers have the same job');
    const all = await life.together(two ? [newWorker(), newWorker()] : [newWorker()], once);
    const failed = all.find((one) => one !== 'died' && one.length === 0) ?? all[0] ?? 'died';
    note(
      `job ${name} (${messages.map(({ received }) => received).join()}) → ${failed === 'died' ? failed : failed.length}`,
    );
    return failed;
  }

  let operations = 0;
  const life = {
    seed,
    nextOperation: () => {
      operations += 1;
      return operations;
    },
    stage,
    random,
    clock,
    now,
    table,
    config,
    settings: effectiveSettings(settings),
    booking,
    chains,
    people,
    bucket,
    providers,
    mailroom,
    functions,
    history,
    underway,
    seen,
    see,
    trace,
    note,
    problems,
    themed: (theme: Theme) => themes.has(theme),
    newRun,
    inRun,
    network: sky.network,
    storm: sky.storm,
    calm: () => {
      sky.calm();
      providers.heal();
    },
    problem: (what: string) => {
      note(`!! ${what}`);
      problems.push(what);
    },
    /** Packets that are due arrive. */
    async arrive(): Promise<void> {
      for (;;) {
        const next = underway.findIndex(({ at }) => at <= now());
        if (next === -1) return;
        await underway.splice(next, 1)[0]?.arrive();
      }
    },
    async pass(ms: number): Promise<void> {
      const until = now() + ms;
      for (;;) {
        const next = Math.min(...underway.map(({ at }) => at));
        if (next > until) break;
        clock.set(new Date(Math.max(now(), next)));
        await life.arrive();
      }
      clock.set(new Date(until));
    },
    /** The stream tells what it has. */
    async stream(): Promise<void> {
      const again = !sky.isCalm() && random.chance(0.1);
      for (let tries = 0; tries < 6 && (mailroom.hasRecords() || (again && tries === 0)); tries += 1) {
        await mailroom.read(
          async (Records) => {
            const run = newRun('stream');
            const done = await inRun(run, () => functions.stream({ Records }));
            note(
              `stream ${Records.length} → ${done === 'died' ? done : (done.batchItemFailures[0]?.itemIdentifier ?? 'ok')}`,
            );
            return done === 'died' ? done : done.batchItemFailures[0]?.itemIdentifier;
          },
          again && tries === 0,
        );
      }
    },
    jobs: () => mailroom.giveOut(functions, (messages, handle) => work(messages, handle)),
    /** Only those of one queue, all by one worker. */
    jobsIn: (run: Run, queue: QueueName) =>
      mailroom.giveOut(functions, (messages, handle) => work(messages, handle, run), queue),
    /** What was set off so far, as far as it can be done now. */
    async settle(): Promise<void> {
      for (let round = 0; round < 12; round += 1) {
        await life.stream();
        if ((await life.jobs()) === 0 && !mailroom.hasRecords()) return;
      }
    },
    /** The minute's tick; `twice`: two of them at once. */
    async tick(twice = false): Promise<void> {
      note(twice ? 'tick, twice' : 'tick');
      const tick = (run: Run) => inRun(run, () => functions.sweep());
      const runs = twice ? [newRun('sweep'), newRun('sweep')] : [newRun('sweep')];
      const done = await life.together(runs, tick);
      // What is owed to an interview that is deleted by half fails until the rest is gone, and is set aside.
      const explained =
        people.some(({ erased }) => erased) || runs.some(({ faults, dead }) => faults.length > 0 || dead);
      for (const one of done) {
        if (one !== 'died' && one.failed > 0 && !explained)
          life.problem(
            `a tick failed at ${one.failed} without a reason: ${stage.logs.findLast((line) => line.includes('due item failed'))}`,
          );
      }
      if (twice) see('13 the scheduler ticks twice');
    },
    /** Several runs at once, in an order that the seed says. */
    async together<T>(runs: Run[], one: (run: Run) => Promise<T>): Promise<T[]> {
      if (runs.length === 1) return [await one(runs[0] as Run)];
      const turns = createTurns<Run>(random);
      for (const run of runs) run.turns = turns;
      return turns.all(
        runs,
        runs.map((run) => () => one(run)),
      );
    },
    load: (interviewId: string) => within(newQuiet(), () => functions.interviews.load(company, interviewId)),
    /** Reads past every fault. */
    quietly: <T>(read: () => Promise<T>): Promise<T> => within(newQuiet(), read),
  };
  const newQuiet = (): Run => ({ ...newRun('a look', Number.POSITIVE_INFINITY), faultOf: () => undefined });
  providers.onHanded(async (one: Handed) => {
    note(`  ${one.channel} to ${one.to}: ${one.mode} ${one.job?.kind ?? ''}@${one.job?.generation ?? ''}`);
    if (one.mode === 'unknown') see('15 a provider does not say');
    const { job } = one;
    if (job === undefined) return;
    const state = await life.quietly(() => functions.interviews.load(job.company, job.interviewId));
    for (const problem of problemsOfHanded(one, state, job.company === company ? life.settings : effectiveSettings({})))
      life.problem(problem);
  });
  return life;
}
export type Life = Awaited<ReturnType<typeof beginLife>>;

function jobOf(body: string): DeliverJob | undefined {
  const job = JSON.parse(body) as DeliverJob;
  return job.kind === undefined ? undefined : job;
}
