import { decide, erase, review, takeAway, verifyChain } from './after.ts';
import { answer, finish } from './answering.ts';
import { asMember } from './ask.ts';
import { bookAll, enter, inviteAll, offerTimes, outage, type Part, remindAll, small } from './before.ts';
import { problemsOfLife } from './check.ts';
import { bodies, callbacks, media, strangers } from './hostile.ts';
import { beginLife, day, hour, type Life, minute } from './life.ts';
import { company, ownerOf } from './people.ts';
import type { Stage } from './stage.ts';
import { themesOf } from './themes.ts';

/** One life: two interviews of a company from the invitation to what follows, and everything that may go wrong on the way. */
export async function liveWhole(stage: Stage, seed: number) {
  const life = await beginLife(stage, seed, themesOf(seed));
  try {
    const parts = await live(life);
    await rest(life);
    const first = await problemsOfLife(life, parts, 'while it goes on');
    await life.pass(4 * day);
    await settleAll(life);
    if (life.chains) await verifyChain(life);
    const { problems, trace, seen } = life;
    return { problems: [...problems, ...first, ...(await problemsOfLife(life, parts, 'at last'))], trace, seen };
  } catch (error) {
    return {
      problems: [...life.problems, String(error instanceof Error ? error.stack : error)],
      trace: life.trace,
      seen: life.seen,
    };
  } finally {
    await stage.dropTable(life.table);
  }
}

async function live(life: Life): Promise<Part[]> {
  const { random, themed } = life;
  const hr = asMember(ownerOf(company));
  // The stream comes to most ends while they wait, and to some later.
  life.functions.waiting.for = async () => {
    if (random.chance(0.6)) await life.stream();
  };
  let waits = 0;
  life.functions.waiting.forWords = async () => {
    waits += 1;
    if (waits % 30 === 1) await life.jobsIn(life.newRun('transcribe'), 'transcribe');
  };
  if (life.booking) await offerTimes(life, hr);
  life.storm();
  if (themed('unknownSend')) life.providers.modes[random.pick(['sms', 'email', 'wecom'] as const)] = 'unknown';
  if (themed('providersAway'))
    life.providers.modes[random.pick(['sms', 'email', 'wechat', 'codes'] as const)] = random.pick([
      'down',
      'refused',
    ] as const);
  const parts = await inviteAll(life, hr);
  const [a, b] = parts as [Part, Part];
  await life.settle();
  for (const part of parts) await enter(life, part);
  if (themed('poison'))
    life.mailroom.put(random.pick(['deliver', 'evaluate', 'transcribe'] as const), '{"poison":true}');
  if (themed('strangers')) await strangers(life, random.chance(0.5) ? [a, b] : [b, a]);
  if (themed('callbacks')) await callbacks(life, a);
  await small(life, random.pick(parts));
  if (life.booking) {
    await bookAll(life, parts);
    await life.settle();
    if (random.chance(0.5)) life.providers.heal();
    if (themed('reminders') || themed('rebook')) await remindAll(life, parts);
  }
  if (themed('outage')) await outage(life);
  if (themed('modelAway')) life.providers.moods.model = 'away';
  else if (themed('injection')) life.providers.moods.model = 'obedient';
  if (themed('asrDown')) life.providers.moods.asr = 'down';
  const missed = themed('missed') ? b : undefined;
  for (const part of parts.toSorted((x, y) => (x.slotAt ?? 0) - (y.slotAt ?? 0))) {
    if (part === missed) continue;
    const device = await answer(life, part);
    if (device === undefined) continue;
    const { attempt, epoch } = device.opened() ?? { attempt: 1, epoch: 1 };
    if (themed('media')) await media(life, part, epoch, attempt);
    if (themed('bodies')) await bodies(life, part);
    await finish(life, part, device);
    if (random.chance(0.5)) await life.tick(themed('twiceTicking'));
    if (!(themed('erase') && part === a)) await life.settle();
  }
  if (themed('erase')) await erase(life, a);
  if (random.chance(0.5)) life.providers.heal();
  for (const part of parts) {
    if (part.person.erased) continue;
    await life.pass(random.below(20) * minute);
    await review(life, hr, part);
    await decide(life, hr, part);
    await life.settle();
  }
  if (themed('script')) await takeAway(life);
  return parts;
}

/** The storm is over: what is under way arrives, what waits is done, what is due comes. */
async function rest(life: Life): Promise<void> {
  life.note('calm');
  life.calm();
  await life.pass(minute);
  for (const ms of [0, 7 * minute, 12 * hour, day]) {
    await life.pass(ms);
    await settleAll(life);
  }
}

async function settleAll(life: Life): Promise<void> {
  await life.settle();
  await life.tick();
  await life.settle();
  for (let n = 0; n < 14 && life.mailroom.queued.length > 0; n += 1) {
    await life.pass(Math.max(0, life.mailroom.nextVisible() - life.now()));
    await life.settle();
  }
}
