import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { dynamoChecks, dynamoCounters } from '#functions/adapters/dynamo/checks.ts';
import { dynamoCopies } from '#functions/adapters/dynamo/copies.ts';
import { dynamoDirectory } from '#functions/adapters/dynamo/directory.ts';
import { dynamoDue } from '#functions/adapters/dynamo/due.ts';
import { dynamoInterviews } from '#functions/adapters/dynamo/interviews.ts';
import { dueShard, keys } from '#functions/adapters/dynamo/keys.ts';
import { dynamoLearning } from '#functions/adapters/dynamo/learning.ts';
import { dynamoRequisitions } from '#functions/adapters/dynamo/requisitions.ts';
import { dynamoRules } from '#functions/adapters/dynamo/rules.ts';
import type { Table } from '#functions/adapters/dynamo/table.ts';
import type { DueRef, Job } from '#functions/ports.ts';
import { sweep } from '#functions/schedule/sweep.ts';
import { draftNumber } from '#shared/interview/answer.ts';
import type { InterviewCommand } from '#shared/interview/commands.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { dueItems } from '#shared/schedule/due-items.ts';
import {
  changeOf,
  company,
  type InterviewStore,
  inviteCommand,
  started,
  startInterviewStore,
} from '#test/functions/adapters/dynamo/store.ts';
import { figuresOn } from '#test/functions/figures-deps.ts';
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
  return {
    ...figuresOn(table),
    learning: dynamoLearning(table),
    interviews,
    operations,
    clock,
    queue,
    copies: dynamoCopies(table),
    due: dynamoDue(table),
    requisitions: dynamoRequisitions(table),
    rules: dynamoRules(table),
    directory: dynamoDirectory(table),
    checks: dynamoChecks(table),
    counters: dynamoCounters(table),
  };
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
  then(await submitted(), { type: 'decide', by: 'usr_hr', outcome: 'pool' });
const status = async ({ interviewId }: InterviewState) => (await store.interviews.load(company, interviewId))?.status;
const typesOf = async ({ interviewId }: InterviewState) =>
  (await store.interviews.history(company, interviewId)).map(({ event }) => event.type);
const dueOf = async ({ interviewId }: InterviewState) =>
  (await allItems(store.direct))
    .filter(({ pk, sk }) => pk.endsWith(`#${interviewId}`) && sk.startsWith('DUE#') && sk !== 'DUE#check')
    .map(({ sk }) => sk);
const decisions = (state: InterviewState) =>
  jobs.filter((job) => job.queue === 'deliver' && job.kind === 'decision' && job.interviewId === state.interviewId);

describe('the sweep', () => {
  it('asks the store twice for a reminder: what stands, and one write that replaces the item', async () => {
    const open = await invited();
    const first = dueItems(open).find(({ kind }) => kind === 'remind')?.at ?? '';
    const minutes = Math.ceil((Date.parse(first) - store.clock.now().getTime()) / 60_000);
    store.clock.advance(`PT${minutes - 1}M`);
    await quiet();
    store.clock.advance('PT1M');
    const asked: string[] = [];
    const send = (command: Parameters<Table['send']>[0]) => {
      asked.push(command.constructor.name);
      return store.table.send(command);
    };
    const table: Table = { ...store.table, send: send as Table['send'] };
    const counted = { ...deps(), interviews: dynamoInterviews(table), due: dynamoDue(table) };
    expect(await sweep(counted, (ref) => failed.push(ref))).toMatchObject({ handled: 1, failed: 0 });
    expect(await typesOf(open)).toContain('reminder_due');
    expect(asked.filter((name) => name !== 'QueryCommand')).toEqual(['GetCommand', 'TransactWriteCommand']);
  });

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
    // Nobody has dealt with the no-show yet.
    expect([...(await dueOf(open)), ...(await dueOf(begun)), ...(await dueOf(told))]).toEqual(['DUE#no_show_waiting']);
  });

  it('one decision is one message, also when it is swept again after the interview has moved on', async () => {
    const state = await decided();
    store.clock.advance('PT10M');
    // The job is handed over, then the tick dies: the item stays due.
    store.faults.add({ kind: 'conflict', next: 100, operations: ['DeleteItem'] });
    await tick();
    expect(decisions(state)).toHaveLength(1);
    store.faults.clear();
    store.clock.advance('PT1M');
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
    expect(swept).toMatchObject({ failed: 2, unfinished: false });
    expect(swept.handled).toBeGreaterThanOrEqual(2);
    expect(failed.map(({ interviewId, kind }) => [interviewId, kind])).toEqual([
      [broken.interviewId, 'remind'],
      [broken.interviewId, 'lapse'],
    ]);
    for (const one of others) expect(['no_show', 'incomplete']).toContain(await status(one));
    expect(await dueOf(broken)).toEqual(['DUE#lapse', 'DUE#remind']);
    const mended = { ...keys.state(company, broken.interviewId), ...whole };
    await store.direct.send(new PutCommand({ TableName: store.table.name, Item: mended }));
    await quiet();
    // Tried again by the next tick, not by this one.
    expect(await status(broken)).toBe('invited');
    store.clock.advance('PT1M');
    await quiet();
    expect(await status(broken)).toBe('no_show');
  });

  it('those that always fail take nothing from the others, and are tried ever more rarely', async () => {
    const at = store.clock.now().toISOString();
    const bad = Array.from({ length: 12 }, (_, i) => `itv_bad${i}`);
    for (const interviewId of bad) {
      const item = { company, interviewId, kind: 'lapse', dueAt: at, dueShard: dueShard(interviewId) };
      const state = { ...keys.state(company, interviewId), status: 'nonsense' };
      for (const Item of [{ ...keys.due(company, interviewId, 'lapse'), ...item }, state]) {
        await store.direct.send(new PutCommand({ TableName: store.table.name, Item }));
      }
    }
    const open = await invited();
    store.clock.advance('PT73H');
    const tries: number[] = [];
    let goodAt: number | undefined;
    for (let minute = 0; minute < 7; minute += 1) {
      failed.length = 0;
      // Pages much smaller than what fails.
      await sweep(deps(), (ref) => failed.push(ref), { ms: 60_000, page: 8, atOnce: 4 });
      tries.push(failed.filter(({ interviewId }) => interviewId === 'itv_bad7').length);
      if ((await status(open)) === 'no_show') goodAt ??= minute;
      store.clock.advance('PT1M');
    }
    expect(goodAt).toBe(0);
    expect(tries).toEqual([1, 1, 1, 1, 0, 1, 0]);
    for (const interviewId of bad) {
      const Key = keys.due(company, interviewId, 'lapse');
      await store.direct.send(new DeleteCommand({ TableName: store.table.name, Key }));
    }
  }, 60_000);

  it('begins nothing more when its time is over, and the next tick goes on', async () => {
    const open = [await invited(), await invited(), await invited()];
    store.clock.advance('PT73H');
    expect(await sweep(deps(), () => {}, { ms: 0, page: 8, atOnce: 2 })).toMatchObject({
      handled: 0,
      unfinished: true,
    });
    await quiet();
    for (const one of open) expect(await status(one)).toBe('no_show');
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
    expect(await dueOf(open)).toEqual(['DUE#no_show_waiting', 'DUE#of_tomorrow']);
  });

  it.each(['lapse', 'report_overdue'] as const)('%s in the way of other writers to the end stays due', async (kind) => {
    const state = kind === 'lapse' ? await invited() : await submitted();
    store.clock.advance(kind === 'lapse' ? 'PT73H' : 'PT6M');
    store.faults.add({ kind: 'conflict', operations: ['TransactWriteItems'] });
    await tick();
    expect(await dueOf(state)).toContain(`DUE#${kind}`);
    store.faults.clear();
    store.clock.advance('PT1M');
    await quiet();
    expect((await typesOf(state)).at(-1)).toBe(kind === 'lapse' ? 'lapsed' : 'report_failed');
    expect(await dueOf(state)).toEqual(kind === 'lapse' ? ['DUE#no_show_waiting'] : []);
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
