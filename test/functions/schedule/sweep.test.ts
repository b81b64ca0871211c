import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { dynamoCopies } from '#functions/adapters/dynamo/copies.ts';
import { dynamoDue } from '#functions/adapters/dynamo/due.ts';
import { dueShard, keys } from '#functions/adapters/dynamo/keys.ts';
import type { DueRef, Job } from '#functions/ports.ts';
import { sweep } from '#functions/schedule/sweep.ts';
import { draftNumber } from '#shared/interview/answer.ts';
import type { InterviewCommand } from '#shared/interview/commands.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import {
  changeOf,
  company,
  type InterviewStore,
  inviteCommand,
  started,
  startInterviewStore,
} from '#test/functions/adapters/dynamo/store.ts';
import { allItems } from '#test/functions/table-check.ts';

let store: InterviewStore;
let jobs: Job[] = [];
beforeAll(async () => {
  store = await startInterviewStore();
});
afterEach(() => {
  store.faults.clear();
  jobs = [];
});
afterAll(() => store.stop());

function deps() {
  const { interviews, operations, clock, table } = store;
  const queue = {
    async send(sent: Job[]) {
      jobs.push(...sent);
    },
  };
  return { interviews, operations, clock, queue, copies: dynamoCopies(table), due: dynamoDue(table) };
}
const failed: DueRef[] = [];
const tick = () => sweep(deps(), (ref) => failed.push(ref));
/** Ticks until nothing is left that can be done now. */
async function quiet(): Promise<void> {
  for (let ticks = 0; ticks < 10 && (await tick()).handled > 0; ticks += 1);
}
async function then(state: InterviewState, command: InterviewCommand): Promise<InterviewState> {
  const change = changeOf(state, command, store.clock.now());
  expect(await store.interviews.commit(change)).toEqual({ ok: true, value: undefined });
  return change.after;
}
async function invited(): Promise<InterviewState> {
  const now = store.clock.now();
  const change = changeOf(undefined, inviteCommand(now), now);
  expect((await store.interviews.commit(change)).ok).toBe(true);
  return change.after;
}
async function submitted(): Promise<InterviewState> {
  const state = await started(store);
  const contents = Object.fromEntries(
    state.terms.questionIds.map((id) => [id, { sent: ['答'], typing: '', done: true }]),
  );
  return then(state, { type: 'end', by: 'x', contents, activeAt: store.clock.now().toISOString() });
}
const decided = async (): Promise<InterviewState> =>
  then(await submitted(), { type: 'decide', by: 'usr_hr', outcome: 'second_interview' });
const status = async ({ interviewId }: InterviewState) => (await store.interviews.load(company, interviewId))?.status;
const typesOf = async ({ interviewId }: InterviewState) =>
  (await store.interviews.history(company, interviewId)).map(({ event }) => event.type);
const dueOf = async ({ interviewId }: InterviewState) =>
  (await allItems(store.direct))
    .filter(({ pk, sk }) => pk.endsWith(`#${interviewId}`) && sk.startsWith('DUE#'))
    .map(({ sk }) => sk);
const decisions = (state: InterviewState) =>
  jobs.filter((job) => job.queue === 'deliver' && job.kind === 'decision' && job.interviewId === state.interviewId);

describe('the sweep', () => {
  it('does nothing early, and what is due once, however often and late it ticks (SCENARIOS 13, 27)', async () => {
    const [open, begun, told] = [await invited(), await started(store), await decided()];
    await tick();
    expect([await status(open), await status(begun), decisions(told)]).toEqual(['invited', 'in_progress', []]);
    // Three hours of nothing, then two ticks at the same time, then a late one.
    store.clock.advance('PT75H15M');
    await Promise.all([tick(), tick()]);
    await quiet();
    expect([await status(open), await status(begun)]).toEqual(['no_show', 'incomplete']);
    for (const one of [open, begun]) expect((await typesOf(one)).filter((type) => type === 'lapsed')).toHaveLength(1);
    expect(new Set(decisions(told).map((job) => JSON.stringify(job))).size).toBe(1);
    // What lapsed a moment ago is verified a minute from now.
    expect(await dueOf(begun)).toEqual(['DUE#verify']);
    store.clock.advance('PT1M');
    await quiet();
    expect([...(await dueOf(open)), ...(await dueOf(begun)), ...(await dueOf(told))]).toEqual([]);
  });

  it('one decision is one message, also when it is swept again after the interview has moved on', async () => {
    const state = await decided();
    store.clock.advance('PT10M');
    // The job is handed over, then the tick dies: the item stays due.
    store.faults.add({ kind: 'conflict', next: 100, operations: ['DeleteItem'] });
    await tick();
    expect(decisions(state)).toHaveLength(1);
    store.faults.clear();
    const since = (await store.interviews.load(company, state.interviewId)) ?? state;
    const { request } = since.report;
    const report = { attempt: 1, request, report: 1, overall: 80, scorer: 'late@1', mode: 'scored' as const };
    await then(since, { type: 'attachReport', by: 'system', ...report });
    await quiet();
    expect(new Set(decisions(state).map((job) => JSON.stringify(job)))).toHaveLength(1);
    expect(await dueOf(state)).toEqual([]);
  });

  it('says nothing of a decision that was taken back', async () => {
    const state = await decided();
    store.clock.advance('PT9M');
    await then(state, { type: 'undo', by: 'usr_hr' });
    store.clock.advance('PT1H');
    await quiet();
    expect(decisions(state)).toEqual([]);
  });

  it('one that fails holds up no other, and stays due', async () => {
    const broken = await invited();
    const others = [await invited(), await started(store)];
    const whole = await store.interviews.load(company, broken.interviewId);
    const spoil = { ...keys.state(company, broken.interviewId), ...broken, status: 'nonsense' };
    await store.direct.send(new PutCommand({ TableName: store.table.name, Item: spoil }));
    store.clock.advance('PT73H');
    failed.length = 0;
    const swept = await tick();
    expect(swept).toMatchObject({ failed: 1 });
    expect(swept.handled).toBeGreaterThanOrEqual(2);
    expect(failed.map(({ interviewId, kind }) => [interviewId, kind])).toEqual([[broken.interviewId, 'lapse']]);
    for (const one of others) expect(['no_show', 'incomplete']).toContain(await status(one));
    expect(await dueOf(broken)).toEqual(['DUE#lapse']);
    const mended = { ...keys.state(company, broken.interviewId), ...whole };
    await store.direct.send(new PutCommand({ TableName: store.table.name, Item: mended }));
    await quiet();
    expect(await status(broken)).toBe('no_show');
  });

  it('a kind that only a newer version knows holds up no other', async () => {
    const open = await invited();
    const Item = {
      ...keys.due(company, open.interviewId, 'of_tomorrow'),
      dueShard: dueShard(open.interviewId),
      dueAt: store.clock.now().toISOString(),
      company,
      interviewId: open.interviewId,
      kind: 'of_tomorrow',
    };
    await store.direct.send(new PutCommand({ TableName: store.table.name, Item }));
    store.clock.advance('PT73H');
    await quiet();
    expect(await status(open)).toBe('no_show');
    expect(await dueOf(open)).toEqual(['DUE#of_tomorrow']);
  });

  it.each(['lapse', 'report_overdue'] as const)('%s in the way of other writers to the end stays due', async (kind) => {
    const state = kind === 'lapse' ? await invited() : await submitted();
    store.clock.advance(kind === 'lapse' ? 'PT73H' : 'PT6M');
    store.faults.add({ kind: 'conflict', operations: ['TransactWriteItems'] });
    await tick();
    expect(await dueOf(state)).toContain(`DUE#${kind}`);
    store.faults.clear();
    await quiet();
    expect((await typesOf(state)).at(-1)).toBe(kind === 'lapse' ? 'lapsed' : 'report_failed');
    expect(await dueOf(state)).toEqual([]);
  });

  it('a save between the look and the lapse wins: the item moves, nothing is sealed (SCENARIOS 6)', async () => {
    const state = await started(store);
    store.clock.advance('PT24H16M');
    const { candidateId, interviewId } = state;
    const content = { sent: ['最后一刻'], typing: '', done: false };
    const original = deps();
    let saved = false;
    const racing = {
      ...original,
      interviews: {
        ...original.interviews,
        async commit(change: Parameters<typeof original.interviews.commit>[0]) {
          if (!saved && change.after.interviewId === interviewId) {
            saved = true;
            const save = {
              company,
              candidateId,
              interviewId,
              attempt: 1,
              questionId: 'qclose',
              number: draftNumber(1, 1),
              content,
            };
            expect(await store.interviews.saveDraft(save)).toMatchObject({ kind: 'saved' });
          }
          return original.interviews.commit(change);
        },
      },
    };
    await sweep(racing, (ref) => failed.push(ref));
    expect(saved).toBe(true);
    await quiet();
    expect(await status(state)).toBe('in_progress');
    expect(await dueOf(state)).toEqual(['DUE#lapse']);
    store.clock.advance('PT24H16M');
    await quiet();
    expect(await status(state)).toBe('incomplete');
    const drafts = await store.interviews.drafts(company, interviewId, 1);
    expect(drafts.find(({ questionId }) => questionId === 'qclose')).toMatchObject({ content, sealed: true });
  });
});
