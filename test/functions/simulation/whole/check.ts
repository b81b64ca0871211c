import { isDeepStrictEqual } from 'node:util';
import { figuresCounted, figuresSaid } from '#functions/adapters/dynamo/figures-recount.ts';
import type { Table } from '#functions/adapters/dynamo/table.ts';
import { epochOf } from '#shared/interview/answer.ts';
import type { Draft } from '#shared/interview/draft.ts';
import type { Recorded } from '#shared/interview/events.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { messagesFor } from '#shared/messaging/messages.ts';
import { position, questionIds } from '#test/functions/simulation/client/small-interview.ts';
import { problemsOf } from '#test/functions/table-check.ts';
import type { Part } from './before.ts';
import { everything, leftOf, tableOf } from './check-erased.ts';
import type { Saved } from './history.ts';
import type { Life } from './life.ts';
import { company } from './people.ts';

type When = 'while it goes on' | 'at last';

/** What does not hold when everything has come to rest. */
export async function problemsOfLife(life: Life, parts: Part[], when: When): Promise<string[]> {
  const { name, table } = { name: life.table, table: tableOf(life) };
  return life.quietly(async () => {
    const gone = parts.filter(({ person }) => person.erased);
    const found = await problemsOf(table, life.clock.now());
    // A reminder goes by two; by each of them once is asked below.
    const meant = (problem: string) =>
      /: (meeting_)?reminder@\d+ went out on two channels$/.test(problem) ||
      (gone.length > 0 && /^counter c#co_\w+#req#/.test(problem));
    const problems = found.filter((problem) => !meant(problem));
    for (const part of parts)
      problems.push(...(part.person.erased ? await leftOf(life, part, table, name) : await ofPart(life, part, when)));
    if (when === 'at last') problems.push(...slotProblems(await everything(table, name)));
    // Some fifty reads: in one life of a few.
    if (when === 'at last' && life.seed % 4 === 0) problems.push(...(await figuresProblems(table)));
    problems.push(...queueProblems(life));
    return problems;
  });
}

async function ofPart(life: Life, part: Part, when: When): Promise<string[]> {
  const { interviews } = life.functions;
  const { interviewId } = part;
  const state = await interviews.load(company, interviewId);
  if (state === undefined) return [`${interviewId} is gone`];
  const history = await interviews.history(company, interviewId);
  const problems: string[] = [];
  for (const { interviewId: of, version, what } of life.history.promised)
    if (of === interviewId && version > history.length)
      problems.push(`${what} was answered at ${version} of ${history.length}`);
  for (const { interviewId: of, version, startsAt } of life.history.booked) {
    const event = history.find((one) => one.version === version)?.event;
    if (of === interviewId && !(event?.type === 'booked' && event.data.startsAt === startsAt))
      problems.push(`${startsAt} was booked, and there is ${event?.type}`);
  }
  for (let attempt = 1; attempt <= state.attempt; attempt += 1)
    problems.push(...(await ofAttempt(life, state, attempt)));
  for (const recorded of history)
    for (const kind of messagesFor(recorded)) {
      const job = { queue: 'deliver', company, interviewId, kind, generation: recorded.version } as const;
      if (!life.mailroom.hadJob(job))
        problems.push(`${interviewId}: ${kind}@${recorded.version} was never handed over`);
    }
  const { report } = state;
  if (when === 'at last' && (report.requestedAt !== null || report.status === 'failed'))
    problems.push(`${interviewId}: its report is ${report.status}`);
  noteReminders(life, part, history);
  return [...problems, ...(await clipProblems(life, part)), ...(await messageProblems(life, part))];
}

function noteReminders(life: Life, { interviewId }: Part, history: Recorded[]): void {
  const went = new Set(
    life.providers.handed.flatMap(({ job }) =>
      job?.interviewId === interviewId && job.kind === 'reminder' ? [job.generation] : [],
    ),
  );
  for (const { version, event } of history) {
    if (event.type === 'reminder_dropped') life.see('13 a reminder that is too late is dropped');
    if (event.type !== 'reminder_due') continue;
    if (went.has(version)) life.see('13 reminded once by each channel');
    const moved = history.some((one) => one.version > version && one.event.type === 'booked');
    if (moved && !went.has(version)) life.see('14 the reminder of a time that was moved is never sent');
  }
}

async function ofAttempt(life: Life, { interviewId }: InterviewState, attempt: number): Promise<string[]> {
  const { interviews } = life.functions;
  const [drafts, beside] = await Promise.all([
    interviews.drafts(company, interviewId, attempt),
    interviews.beside(company, interviewId, attempt),
  ]);
  return questionIds.flatMap((questionId) => {
    const saves = life.history.saves.filter(
      (one) => one.interviewId === interviewId && one.attempt === attempt && one.questionId === questionId,
    );
    const draft = drafts.find((one) => one.questionId === questionId);
    const aside = beside.filter((one) => one.questionId === questionId);
    if (aside.length > 0) life.see('3 kept beside');
    return [
      ...saveProblems(saves, draft, aside),
      ...endProblems(life, { interviewId, attempt, questionId }, draft),
    ].map((what) => `${interviewId} attempt ${attempt} ${questionId}: ${what}`);
  });
}

/** No save slips past an end: what stands is what was confirmed with it. */
function endProblems(
  life: Life,
  { interviewId, attempt, questionId }: { interviewId: string; attempt: number; questionId: string },
  draft: Draft | undefined,
): string[] {
  const end = life.history.ends.findLast((one) => one.interviewId === interviewId && one.attempt === attempt);
  const confirmed = end?.numbers[questionId];
  return confirmed === undefined || draft?.number === confirmed
    ? []
    : [`${confirmed} was confirmed with the end; there is ${draft?.number}`];
}

function saveProblems(saves: Saved[], draft: Draft | undefined, aside: Draft[]): string[] {
  const wasSent = (stored: Draft, atLeast: number) =>
    saves.some(({ number, content }) => number >= atLeast && isDeepStrictEqual(content, stored.content));
  const newest = Math.max(0, ...saves.filter(({ code }) => code === 'saved').map(({ number }) => number));
  if (newest > 0 && (draft === undefined || !wasSent(draft, newest)))
    return [`${newest} was acknowledged; there is ${JSON.stringify(draft?.content)}`];
  return saves
    .filter(({ code }) => code === 'superseded' || code === 'interview_ended')
    .filter(({ number, content }) => {
      if (draft !== undefined && isDeepStrictEqual(draft.content, content)) return false;
      const kept = aside.find((one) => epochOf(one.number) === epochOf(number));
      return kept === undefined || kept.number < number || !wasSent(kept, number);
    })
    .map(({ number, code }) => `${number} was told ${code}, and is not kept beside`);
}

/** Everything that was said is in the whole, and the answer knows of it. */
async function clipProblems(life: Life, { interviewId }: Part): Promise<string[]> {
  return life.history.clips
    .filter((one) => one.interviewId === interviewId)
    .flatMap(({ clipId, bytes }) => {
      const key = [...life.bucket.objects.keys()].find(
        (one) => one.includes(`${interviewId}/clip/`) && one.endsWith(`/${clipId}/whole`),
      );
      const kept = key === undefined ? undefined : Buffer.from(life.bucket.objects.get(key) ?? []).toString('utf8');
      return kept === bytes ? [] : [`${clipId}: said ${bytes}, kept ${kept}`];
    });
}

/** Nobody got more messages than the store says may have been sent, nor fewer than it says were. */
async function messageProblems(life: Life, { interviewId, person }: Part): Promise<string[]> {
  const kept = await life.quietly(() => life.functions.deliveries.ofInterview(company, interviewId));
  const ways = { sms: person.phone, wechat: person.openid, email: person.email } as const;
  const problems: string[] = [];
  for (const [channel, to] of Object.entries(ways)) {
    const got = life.providers.handed.filter((one) => one.channel === channel && one.to === to).length;
    const count = (...states: string[]) =>
      kept.filter((one) => one.channel === channel && states.includes(one.state)).length;
    const [least, most] = [count('sent'), count('sent', 'unknown', 'claimed')];
    if (got < least || got > most)
      problems.push(`${person.candidateId} got ${got} by ${channel}, ${least} to ${most} on record`);
  }
  const own = life.providers.handed.filter(({ job }) => job?.interviewId === interviewId);
  for (const [what, all] of Map.groupBy(
    own,
    ({ job, channel, to }) => `${job?.kind}@${job?.generation} by ${channel} to ${to}`,
  ))
    if (all.length > 1) problems.push(`${interviewId}: ${what} went ${all.length} times`);
  return problems;
}

/** The figures are what the interviews add up to. */
async function figuresProblems(table: Table): Promise<string[]> {
  const problems: string[] = [];
  for (const scope of [position.positionId, null]) {
    const [said, counted] = [await figuresSaid(table, company, scope), await figuresCounted(table, company, scope)];
    for (const name of new Set([...Object.keys(said), ...Object.keys(counted)]))
      if ((said[name] ?? 0) !== (counted[name] ?? 0))
        problems.push(`the figure ${scope} ${name} says ${said[name]}, counted ${counted[name]}`);
  }
  return problems;
}

/** A place is held by whoever's interview says so, and by no more than there are places. */
function slotProblems(items: Record<string, unknown>[]): string[] {
  const slots = items.filter(({ pk }) => String(pk).startsWith(`c#${company}#slots#`));
  const states = items.filter(({ sk, status }) => sk === 'STATE' && status === 'scheduled');
  const problems: string[] = [];
  for (const slot of slots) {
    const holders = [...((slot.holders as Set<string> | undefined) ?? [])];
    if (holders.length > Number(slot.capacity)) problems.push(`${slot.sk} is held by ${holders.join()}`);
  }
  for (const state of states) {
    const { slotId } = (state.appointment ?? {}) as { slotId?: string | null };
    if (slotId === null || slotId === undefined) continue;
    const slot = slots.find(({ sk }) => sk === slotId);
    if (!(slot?.holders as Set<string> | undefined)?.has(String(state.interviewId)))
      problems.push(`${state.interviewId} holds no place in ${slotId}`);
  }
  return problems;
}

/** Only what can never be done is put aside, and nothing is left lying. */
function queueProblems({ mailroom, see }: Life): string[] {
  const strange = mailroom.dead.filter(({ body }) => !body.includes('poison'));
  if (mailroom.dead.some(({ body }) => body.includes('poison'))) see('11 what can never be done is put aside');
  const left = mailroom.queued.filter(({ body }) => !body.includes('poison'));
  return [
    ...strange.map(({ queue, body }) => `a job of ${queue} was given up: ${body}`),
    ...left.map(({ queue, body }) => `a job of ${queue} is left: ${body}`),
  ];
}
