import { pathOf } from '#shared/contract/routes.ts';
import { createRandom, type Random } from '../random.ts';
import { liesOf } from './claims.ts';
import { createHistory } from './history.ts';
import { driftOf, lossesOf, lostRecordings } from './losses.ts';
import { createNetwork, type FaultOf } from './network.ts';
import { createPhone, type Phone } from './phone.ts';
import { requisition } from './small-interview.ts';
import { type Lane, type Stage, start } from './stage.ts';
import { createTimeline, type Timeline } from './timeline.ts';
import { readTruth, type Truth } from './truth.ts';

const day = 86_400_000;
/** The minute's tick comes while the candidate waits. */
const minute = 60_000;

export type Life = Awaited<ReturnType<typeof beginLife>>;

/** One interview that was invited and started, with as many phones as are asked for. */
export async function beginLife(stage: Stage, lane: Lane, seed: number, faults: (random: Random) => FaultOf) {
  const random = createRandom(seed);
  const timeline = createTimeline(start);
  let lateBy = random.chance(0.07) ? 500 + random.below(5_000) : 0;
  lane.turnBy(timeline.now, async () => {
    if (lateBy === 0) return void (await lane.react(interviewId));
    if (lateBy > 0) timeline.timers.set(() => void react(), lateBy);
    lateBy = -1;
  });
  const candidateId = await stage.newCandidate();
  const interviewId = await invite(lane, candidateId, seed);
  const faultOf = faults(random);
  let broken = false;
  const network = createNetwork(timeline, random, (n, what) => (broken ? faultOf(n, what) : 'none'));
  const history = createHistory();
  const stored = new Map<string, number[]>();
  const phones: Phone[] = [];
  const trace: string[] = [];
  const lies = new Set<string>();
  const seen = new Set<string>();
  let known: { changes: number; truth: Truth } | undefined;
  let swept = 0;

  function newPhone(): Phone {
    const name = `phone-${phones.length + 1}`;
    const skew = random.pick([0, 0, day, -day, 3_600_000]);
    const place = { interviewId, candidateId, timeline, network, lane, history, stored };
    const phone = createPhone({ ...place, name, skew });
    phone.beforeRestart = async () => {
      const kept = JSON.stringify((await truth()).attempts);
      phone.drop((word) => !kept.includes(word));
    };
    phones.push(phone);
    return phone;
  }

  const react = () => timeline.real(() => lane.react(interviewId));
  const sweep = () => {
    swept += 1;
    return timeline.real(() => lane.sweep(interviewId));
  };

  /** Read again where anything was asked of the server since. */
  async function truth(): Promise<Truth> {
    const changes = history.arrived() + swept;
    if (known?.changes !== changes)
      known = { changes, truth: await timeline.real(() => readTruth(stage.table, interviewId)) };
    return known.truth;
  }

  return {
    interviewId,
    random,
    timeline,
    network,
    trace,
    phones,
    newPhone,
    truth,
    seen,
    breakNetwork: (yes: boolean) => {
      broken = yes;
    },
    /** The stream reaches what was written so far. */
    react,
    sweep,
    note(line: string) {
      trace.push(`${((timeline.now() - start) / 1000).toFixed(1)} s, request ${network.carried()}: ${line}`);
    },
    /** Holds what every screen says against the store. */
    async look(): Promise<void> {
      const now = await truth();
      for (const phone of phones) {
        seen.add(`page ${phone.phase()}`).add(`end ${phone.end()?.step}`);
        for (const lie of liesOf(phone, now, timeline.now())) {
          if (!lies.has(lie)) trace.push(`LIE: ${lie}`);
          lies.add(lie);
        }
      }
    },
    /** After everything has settled: what does not hold. */
    async problems(): Promise<string[]> {
      await react();
      await this.look();
      const last = await truth();
      const own = [...lies, ...lossesOf(last, history, phones)];
      const drift = await timeline.real(() => driftOf(lane, interviewId));
      const recordings = last.state.status === 'cancelled' ? [] : lostRecordings(last, stored, phones);
      return [...own, ...drift, ...recordings];
    },
    /** The network is back everywhere, and whoever asked for an end gets it; else the last phone ends it now. */
    async conclude(): Promise<void> {
      broken = false;
      const settled = async () =>
        (await truth()).state.status !== 'in_progress' &&
        phones.every(({ device, isPending }) => !isPending() && device.uploads().pending(interviewId).clips === 0);
      for (let round = 0; round < 12 && !(await settled()); round += 1) {
        const pending = phones.filter((phone) => phone.isPending());
        for (const phone of phones) phone.device.endings().wake();
        const phone = phones.at(-1);
        if (pending.length === 0 && phone !== undefined) {
          await phone.attend(() => 'continue');
          await phone.stop();
          if (phone.isOpen()) {
            this.note(`${phone.name} ends it now`);
            phone.confirmEnd();
          }
        }
        await timeline.pass(45_000);
        if (round > 0) await sweep();
        await this.look();
      }
      if (!(await settled())) lies.add('it never came to rest');
      for (const phone of phones) {
        await phone.open();
        await phone.attend(() => 'leave');
      }
      await timeline.pass(minute);
    },
  };
}

async function invite(lane: Lane, candidateId: string, seed: number): Promise<string> {
  const { requisitionId } = requisition;
  const sent = await lane.hr({
    method: 'POST',
    url: `http://life.invalid${pathOf('application.invite', { requisitionId })}`,
    headers: { authorization: `Bearer ${await lane.token()}`, 'content-type': 'application/json' },
    body: { operationId: `invite-${candidateId}-${seed}`, candidateId },
  });
  if (sent.kind !== 'answered' || sent.status !== 200) throw new Error(`not invited: ${JSON.stringify(sent)}`);
  return (sent.body as { interviewId: string }).interviewId;
}

/** The first phone starts, with one intention however often it has to be said. */
export async function startOn({ timeline }: { timeline: Timeline }, phone: Phone, interviewId: string): Promise<void> {
  const consents = [
    { purpose: 'ai_evaluation' as const, version: '1', granted: true },
    { purpose: 'recording' as const, version: '1', granted: true },
  ];
  const operationId = phone.newId();
  let refused: unknown;
  for (let tries = 0; tries < 30; tries += 1) {
    const asked = phone.call('interview.start', { params: { interviewId }, input: { operationId, consents } });
    await timeline.settle(asked);
    const begun = await asked;
    if (begun.ok) return phone.open(begun.value);
    refused = begun.error;
  }
  throw new Error(`never started: ${JSON.stringify(refused)}`);
}
