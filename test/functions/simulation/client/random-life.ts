import type { Random } from '../random.ts';
import { beginLife, type Life, startOn } from './life.ts';
import { type Fault, type FaultOf, faultKinds } from './network.ts';
import type { Phone } from './phone.ts';
import { questionIds } from './small-interview.ts';
import type { Lane, Stage } from './stage.ts';

const hour = 3_600_000;

/** Of all that the network does to requests, some now and then; and hours in which nothing gets through. */
const weather = (random: Random): FaultOf => {
  const share = random.pick([0.1, 0.3, 0.5]);
  let dead = 0;
  return () => {
    if (dead > 0) {
      dead -= 1;
      return 'before';
    }
    if (random.chance(0.02)) dead = 3 + random.below(8);
    return random.chance(share) ? random.pick<Fault>(faultKinds) : 'none';
  };
};

/**
 * One interview by the mini-program's own code over the real handlers and the real store: random things done on one or two
 * phones, a network in any weather, kills, breaks of hours. Answers what does not hold afterwards, with what was done.
 */
export async function liveThrough(stage: Stage, lane: Lane, seed: number) {
  const life = await beginLife(stage, lane, seed, weather);
  const { random, timeline, phones, note } = life;
  const first = life.newPhone();
  life.breakNetwork(true);
  note('start');
  await startOn(life, first, life.interviewId);
  let [word, phone] = [0, first];
  const newWord = () => `${phone.name.at(-1)}w${word++};`;
  const comeBack = () => phone.attend(() => random.weighted({ continue: 20, restart: 1, leave: 1 }));

  const acts: Record<string, (id: string) => Promise<unknown> | unknown> = {
    type: (id) => phone.type(id, newWord()),
    send: (id) => phone.isOpen() && phone.room()?.send(id),
    finish: (id) => phone.finish(id),
    reopen: (id) => phone.isOpen() && phone.room()?.reopen(id),
    takeBack: (id) => phone.isOpen() && phone.room()?.takeBack(id, 0),
    say: (id) => phone.say(id, [random.below(256), random.below(256)]),
    stop: () => phone.stop(),
    retake: (id) => phone.retake(id),
    wait: () => timeline.pass(random.below(4_000)),
    hide: () => phone.room()?.hide(),
    wake: () => phone.room()?.wake(),
    kill: () => phone.kill(),
    other: () => otherPhone(),
    attend: comeBack,
    break: async () => {
      await timeline.pass(random.pick([0.2, 2.5, 5, 23]) * hour);
      if (random.chance(0.5)) await life.sweep();
      phone.room()?.wake();
    },
    stream: () => life.react(),
    end: () => endIt(life, phone, random, otherPhone),
  };
  const weights = {
    type: 6,
    send: 3,
    finish: 3,
    reopen: 1,
    takeBack: 0.5,
    say: 1.5,
    stop: 1,
    retake: 0.3,
    wait: 4,
    hide: 0.5,
    wake: 0.5,
    kill: 1.2,
    other: 0.8,
    attend: 1.5,
    break: 0.3,
    stream: 0.3,
    end: 0.6,
  };

  async function otherPhone() {
    phone = phones.find((one) => one !== phone) ?? life.newPhone();
    if (phone.room() === undefined) await comeBack();
  }

  for (let steps = 6 + random.below(14); steps > 0; steps -= 1) {
    const act = random.weighted(weights);
    const id = random.pick(questionIds);
    note(`${phone.name} ${act} ${id} (${phone.phase()})`);
    await acts[act]?.(id);
    if (random.chance(0.3)) await timeline.pass(random.below(300));
    if (phone.room() === undefined && random.chance(0.8)) await comeBack();
    if (random.chance(0.4)) await life.look();
  }
  if (phone.room() === undefined) await comeBack();
  if (random.chance(0.7)) for (const id of questionIds) await answer(phone, id, newWord());
  if (random.chance(0.05)) await giveUp(life, phone);
  else if (random.chance(0.8)) await endIt(life, phone, random, otherPhone);
  await life.look();
  note('the network is back');
  await life.conclude();
  return { problems: await life.problems(), trace: life.trace, seen: await seenIn(life) };
}

async function answer(phone: Phone, id: string, word: string): Promise<void> {
  phone.type(id, word);
  await phone.finish(id);
  if (phone.isOpen()) phone.room()?.finish(id);
}

/** Ended; tapped twice, killed in the middle, on a phone another has taken over from, or too late. */
async function endIt(life: Life, phone: Phone, random: Random, takeOver: () => Promise<void>): Promise<void> {
  const { timeline, note } = life;
  if (!phone.isOpen()) return;
  const how = random.weighted({ once: 4, twice: 2, kill: 3, late: 0.7, lapsed: 0.5, overtaken: 0.7 });
  note(`${phone.name} ends: ${how}`);
  life.seen.add(`ends, ${how}`);
  await phone.stop();
  if (how === 'late' || how === 'lapsed') {
    const { graceEnds } = await life.truth();
    const beforeEnd = how === 'late' ? -random.below(14 * 60_000) : 1_000;
    await timeline.pass(Math.max(0, Date.parse(graceEnds) - timeline.now() + beforeEnd));
    if (how === 'lapsed') await life.sweep();
  }
  if (how === 'overtaken') await takeOver();
  phone.confirmEnd();
  if (how === 'twice') {
    phone.confirmEnd();
    phone.device.endings().wake();
  }
  if (how === 'kill') {
    await timeline.pass(random.below(400));
    phone.kill();
    await life.look();
  }
  await timeline.pass(random.below(20_000));
  await life.look();
  await phone.attend(() => 'leave');
}

async function giveUp(life: Life, phone: Phone): Promise<void> {
  life.note(`${phone.name} gives up`);
  life.seen.add('gives up');
  const room = phone.isOpen() ? phone.room() : undefined;
  if (room) await life.timeline.settle(room.giveUp());
}

/** What came about in it, so that a suite can tell whether everything did. */
async function seenIn({ network, seen, phones, truth }: Life): Promise<string[]> {
  const { state, events, attempts } = await truth();
  return [
    ...network.seen,
    ...seen,
    `at last ${state.status}`,
    ...events.map((event) => `event ${event.type}${event.type === 'ended' && event.data.late ? ' late' : ''}`),
    ...(phones.length > 1 ? ['another phone'] : []),
    ...(attempts.some(({ beside }) => beside.length > 0) ? ['kept beside'] : []),
  ];
}
