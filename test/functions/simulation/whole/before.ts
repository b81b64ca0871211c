import { localTime } from '#shared/copy/zh/local-time.ts';
import { position, requisition } from '#test/functions/simulation/client/small-interview.ts';
import { ask, asPerson, codeOf, insist, newOperation, packet, signIn, type Who } from './ask.ts';
import { day, hour, type Life, minute } from './life.ts';
import type { Person } from './people.ts';

/** One interview of one person. */
export type Part = { person: Person; who: Who; interviewId: string; applicationId: string; slotAt: number | undefined };

/** Times to pick from, as the company's clock says them, on days before and after a change of the clocks. */
export async function offerTimes(life: Life, hr: Who): Promise<void> {
  const days = [2, 3, 4].map((ahead) => new Date(life.now() + ahead * day).toISOString().slice(0, 10));
  const input = { days, from: '09:00', to: '11:00', minutes: 60, capacity: 1 };
  const params = { positionId: position.positionId };
  await insist(life, hr, 'slot.offer', { params, input });
  const shown = await insist(life, hr, 'slot.list', { params, query: {} });
  if (shown.kind !== 'ok') return;
  const { timeZone } = life.settings;
  const offset = (at: number) =>
    new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).format(at).split('GMT')[1];
  for (const { startsAt, text } of shown.value.slots) {
    const at = Date.parse(startsAt);
    const wall = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at);
    if (wall !== '09:00' && wall !== '10:00')
      life.problem(`offered at 9 and 10, ${startsAt} is ${wall} in ${timeZone}`);
    if (!text.includes(localTime(startsAt, timeZone).slice(-5))) life.problem(`${startsAt} is called ${text}`);
    if (offset(at) !== offset(life.now())) life.see('17 beyond a change of the clocks');
  }
}

export async function inviteAll(life: Life, hr: Who): Promise<Part[]> {
  const parts: Part[] = [];
  for (const person of life.people.filter(({ company }) => company === hr.company)) {
    const { requisitionId } = requisition;
    const input = { operationId: newOperation(life), candidateId: person.candidateId };
    const reply = await insist(life, hr, 'application.invite', { params: { requisitionId }, input }, 12);
    if (reply.kind !== 'ok') throw new Error(`nobody could be invited: ${codeOf(reply)}`);
    const { interviewId, applicationId } = reply.value;
    const label = person.candidateId.at(-1) ?? '';
    parts.push({ person, who: asPerson(person, label), interviewId, applicationId, slotAt: undefined });
  }
  return parts;
}

/** By the link of their own message, where one came; in its absence as HR would send it again. */
export async function enter(life: Life, { person, who, interviewId }: Part): Promise<void> {
  const { handed, linkOf } = life.providers;
  const texts = handed.filter(({ to }) => to === person.phone).map(({ text }) => text);
  const code = texts.map((text) => /code\d+/.exec(text)?.[0]).findLast((one) => one !== undefined);
  const own = code === undefined ? null : linkOf(code);
  const { company, candidateId } = person;
  who.link =
    own ??
    (await life.functions.tokens.issueLink({ company, interviewId, candidateId }, new Date(life.now() + 10 * day)));
  await signIn(life, who);
  const accepted = ['reminder', 'no_show', 'change', 'result'] as const;
  if (life.random.chance(0.6))
    await insist(life, who, 'interview.subscribe', {
      params: { interviewId },
      input: { operationId: newOperation(life), accepted: [...accepted] },
    });
}

async function slotsOf(life: Life, { who, interviewId }: Part) {
  const reply = await insist(life, who, 'booking.slots', { params: { interviewId } });
  return reply.kind === 'ok' ? reply.value.slots : [];
}

async function take(life: Life, part: Part, slotId: string): Promise<string> {
  const { who, interviewId } = part;
  const input = { operationId: newOperation(life), slotId };
  const reply = await insist(life, who, 'booking.book', { params: { interviewId }, input });
  if (reply.kind === 'ok') booked(life, part, reply.value);
  return codeOf(reply);
}

function booked(
  life: Life,
  part: Part,
  { version, appointment }: { version: number; appointment: { startsAt: string } },
) {
  part.slotAt = Date.parse(appointment.startsAt);
  life.history.booked.push({ interviewId: part.interviewId, version, startsAt: appointment.startsAt });
}

/** Both have a time; where it is so, both wanted the same one. */
export async function bookAll(life: Life, parts: Part[]): Promise<void> {
  const [a, b] = parts as [Part, Part];
  if (life.themed('lastPlace')) await contest(life, a, b);
  for (const part of parts) {
    for (let tries = 0; part.slotAt === undefined && tries < 6; tries += 1) {
      const slots = await slotsOf(life, part);
      const chosen = slots[life.random.below(Math.max(1, slots.length))];
      if (chosen !== undefined) await take(life, part, chosen.slotId);
    }
  }
}

async function contest(life: Life, a: Part, b: Part): Promise<void> {
  const [slot] = await slotsOf(life, a);
  if (slot === undefined) return;
  const asked = [a, b].map(({ who, interviewId }) =>
    packet(life, who, 'booking.book', {
      params: { interviewId },
      input: { operationId: newOperation(life), slotId: slot.slotId },
    }),
  );
  const runs = asked.map((one) => one.newRun());
  const replies = await life.together(runs, async (run) =>
    (asked[runs.indexOf(run)] as (typeof asked)[number]).arrive(run),
  );
  const codes = replies.map(codeOf);
  if (codes.every((code) => code === 'ok')) life.problem('both got the last place');
  for (const [i, reply] of replies.entries()) {
    const part = [a, b][i] as Part;
    if (reply.kind === 'ok') booked(life, part, reply.value);
    if (codeOf(reply) !== 'slot_full' || reply.kind !== 'refused') continue;
    if (codes.includes('ok')) life.see('16 the last place goes to one');
    const next = (reply.details.slots as { slotId: string }[] | undefined)?.[0];
    if (next === undefined) life.problem('whoever came too late was offered nothing');
    else if ((await take(life, part, next.slotId)) === 'ok') life.see('16 the other is offered the next');
  }
}

/** The day before: what is due is said, or is overtaken by another time while it is on its way. */
export async function remindAll(life: Life, parts: Part[]): Promise<void> {
  const [first, last] = parts.flatMap(({ slotAt }) => (slotAt === undefined ? [] : [slotAt])).sort((x, y) => x - y);
  if (first === undefined) return;
  await life.pass(Math.max(0, first - day + 6 * minute - life.now()));
  await life.tick(life.themed('twiceTicking'));
  if (life.themed('rebook')) {
    const part = parts.find(({ slotAt }) => slotAt === first) as Part;
    // The tick has made it due and the stream has told of it: its job lies in the queue when the time is moved.
    await life.stream();
    const free = (await slotsOf(life, part)).filter(({ startsAt }) => Date.parse(startsAt) !== first);
    const chosen = free.at(-1);
    if (chosen !== undefined) await take(life, part, chosen.slotId);
  }
  await life.settle();
  if (last !== undefined && life.random.chance(0.5)) {
    await life.pass(Math.max(0, last - day + 6 * minute - life.now()));
    await life.tick();
    await life.settle();
  }
}

/** Nothing runs for three hours: no tick, no stream, no worker, no answer. Then everything is back at once. */
export async function outage(life: Life): Promise<void> {
  life.note('everything is down for three hours');
  const before = life.providers.handed.length;
  await life.pass(3 * hour);
  life.see('13 the scheduler does not come for three hours');
  await life.tick();
  await life.settle();
  const flood = life.providers.handed.length - before;
  if (flood > 24) life.problem(`${flood} messages went out at once after three hours`);
  life.see('27 everything is down for three hours');
}

/** Somebody asks for help, looks at what they were told, says that they will come. */
export async function small(life: Life, part: Part): Promise<void> {
  const { who, interviewId } = part;
  const params = { interviewId };
  const act = life.random.pick(['messages', 'confirm', 'precheck', 'look', 'help', 'own'] as const);
  if (act === 'messages') await ask(life, who, 'message.list', { query: {} });
  if (act === 'own') {
    await ask(life, who, 'privacy.mine', {});
    await ask(life, who, 'privacy.download', {});
  }
  if (act === 'confirm')
    await insist(life, who, 'booking.confirm', { params, input: { operationId: newOperation(life) } });
  if (act === 'look') await ask(life, who, 'interview.get', { params });
  if (act === 'help')
    await insist(life, who, 'ticket.open', {
      params,
      input: { operationId: newOperation(life), kind: 'help', category: 'other', text: `${part.person.mark} 想问一下` },
    });
  if (act === 'precheck')
    await insist(life, who, 'interview.precheck', {
      params,
      input: { operationId: newOperation(life), results: [{ check: 'network', ok: true, code: 'ok', value: 300 }] },
    });
}
