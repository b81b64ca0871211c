import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { dynamoChecks, dynamoCounters, dynamoRoster } from '#functions/adapters/dynamo/checks.ts';
import { dynamoCopies } from '#functions/adapters/dynamo/copies.ts';
import { dynamoDirectory } from '#functions/adapters/dynamo/directory.ts';
import { dynamoDue } from '#functions/adapters/dynamo/due.ts';
import { keys } from '#functions/adapters/dynamo/keys.ts';
import type { CheckRecord } from '#functions/ports/sync.ts';
import type { DueRef, StaffActor } from '#functions/ports.ts';
import { bringUpToDate } from '#functions/sync/bring-up-to-date.ts';
import { check } from '#functions/sync/check.ts';
import { correct } from '#functions/sync/correct.ts';
import { reasonNoteName } from '#functions/sync/correction-view.ts';
import { patrol } from '#functions/sync/patrol.ts';
import { resync } from '#functions/sync/resync.ts';
import { resyncAll } from '#functions/sync/resync-all.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { limits } from '#shared/limits.ts';
import {
  changeOf,
  company,
  type InterviewStore,
  inviteCommand,
  started,
  startInterviewStore,
} from '#test/functions/adapters/dynamo/store.ts';
import { figuresOn } from '#test/functions/figures-deps.ts';
import { allItems, problemsOf } from '#test/functions/table-check.ts';

let store: InterviewStore;
beforeAll(async () => {
  store = await startInterviewStore();
});
afterEach(() => store.faults.clear());
afterAll(() => store.stop());

const actor: StaffActor = { role: 'recruiter', company, userId: 'usr_wangmin' };
const hour = 3_600_000;

function deps() {
  const { interviews, operations, clock, table } = store;
  return {
    ...figuresOn(table),
    interviews,
    operations,
    clock,
    copies: dynamoCopies(table),
    checks: dynamoChecks(table),
    counters: dynamoCounters(table),
    roster: dynamoRoster(table),
    directory: dynamoDirectory(table),
    due: dynamoDue(table),
  };
}

async function submitted(): Promise<InterviewState> {
  const state = await begun();
  const content = { sent: ['答'], typing: '', done: true };
  const contents = Object.fromEntries(state.terms.questionIds.map((id) => [id, content]));
  const activeAt = store.clock.now().toISOString();
  const change = changeOf(state, { type: 'end', by: state.candidateId, contents, activeAt }, store.clock.now(), {
    drafts: ({ attempt }) =>
      state.terms.questionIds.map((questionId) => ({ op: 'close' as const, attempt, questionId })),
  });
  expect((await store.interviews.commit(change)).ok).toBe(true);
  await bringUpToDate(deps(), company, state.interviewId);
  return change.after;
}

async function put(item: { pk: string; sk: string } & Record<string, unknown>): Promise<void> {
  const { pk, sk, ...rest } = item;
  const openedAt = store.clock.now().toISOString();
  const words = { department: '销售部', position: '销售代表', positionId: 'pos_salesrep', ownerId: 'usr_wangmin' };
  const values = { headcount: 10, inPost: 8, vacancies: 2, openedAt, ...words, ...rest };
  const names = Object.keys(values);
  await store.direct.send(
    new UpdateCommand({
      TableName: store.direct.name,
      Key: { pk, sk },
      UpdateExpression: `SET ${names.map((_, i) => `#n${i} = :v${i}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(names.map((name, i) => [`#n${i}`, name])),
      ExpressionAttributeValues: Object.fromEntries(Object.values(values).map((value, i) => [`:v${i}`, value])),
    }),
  );
}

/** The wrong status of the mission: somebody's dossier goes on saying 面试中. */
async function corrupt({ applicationId }: InterviewState, status = 'in_progress'): Promise<void> {
  await store.direct.send(
    new UpdateCommand({
      TableName: store.direct.name,
      Key: keys.dossier(company, applicationId),
      UpdateExpression: 'SET #status = :wrong, #value.#status = :wrong',
      ExpressionAttributeNames: { '#status': 'status', '#value': 'value' },
      ExpressionAttributeValues: { ':wrong': status },
    }),
  );
}

async function bend(key: { pk: string; sk: string }, field: string, by: number): Promise<void> {
  await store.direct.send(
    new UpdateCommand({
      TableName: store.direct.name,
      Key: key,
      UpdateExpression: 'ADD #field :by',
      ExpressionAttributeNames: { '#field': field },
      ExpressionAttributeValues: { ':by': by },
    }),
  );
}

async function recorded(drifted = true): Promise<CheckRecord[]> {
  return (await deps().checks.page(company, { drifted, limit: 200 })).checks;
}
const of = ({ interviewId }: InterviewState, all: CheckRecord[]) =>
  all.filter(({ subject }) => subject.kind === 'interview' && subject.interviewId === interviewId);
const patrolled = (state: InterviewState): DueRef => ({
  company,
  interviewId: state.interviewId,
  kind: 'check',
  at: new Date(Date.parse(state.endedAt ?? state.invitedAt) + limits.checkHours * hour).toISOString(),
});

/** What does not hold of the table; no sweep runs here, so what is due stays so. */
const wrong = async () =>
  (await problemsOf(store.direct, store.clock.now())).filter((problem) => !problem.includes('is due'));

/** Begun, in an opening that the company knows: its counts are counted through the openings. */
async function begun(): Promise<InterviewState> {
  const state = await started(store);
  await put({ ...keys.requisition(company, state.requisitionId), requisitionId: state.requisitionId });
  return state;
}

describe('a check', () => {
  it('leaves what differed, what it was and that it was healed; the newest first, with the day counted', async () => {
    const state = await submitted();
    const day = async () => (await deps().checks.days(company, 1))[0];
    const before = await day();
    await corrupt(state);
    store.clock.advance('PT1M');
    await check(deps(), { company, interviewId: state.interviewId, cause: 'end' });
    store.clock.advance('PT1M');
    await check(deps(), { company, interviewId: state.interviewId, cause: 'asked', by: 'usr_wangmin' });
    const [newest, first] = of(state, await recorded(false));
    expect(newest).toMatchObject({ cause: 'asked', by: 'usr_wangmin', differences: [] });
    expect(first).toMatchObject({
      cause: 'end',
      by: 'system',
      differences: [
        { what: 'dossier', healed: true, fields: [{ name: 'status', was: 'in_progress', is: 'submitted' }] },
      ],
    });
    expect(of(state, await recorded()).map(({ cause }) => cause)).toEqual(['end']);
    const after = await day();
    expect(after).toMatchObject({
      checked: (before?.checked ?? 0) + 2,
      drifted: (before?.drifted ?? 0) + 1,
      healed: (before?.healed ?? 0) + 1,
    });
    expect(await wrong()).toEqual([]);
  });

  it('repeated after a lost reply counts once', async () => {
    const state = await submitted();
    const [before] = await deps().checks.days(company, 1);
    store.faults.add({ kind: 'lostReply', next: 1, operations: ['TransactWriteItems'] });
    store.clock.advance('PT1M');
    await check(deps(), { company, interviewId: state.interviewId, cause: 'end' });
    const [after] = await deps().checks.days(company, 1);
    expect(after?.checked).toBe((before?.checked ?? 0) + 1);
    expect(store.faults.counts().lostReply).toBe(1);
  });

  it('takes a copy that is on its way for no error, and one that stayed behind for one', async () => {
    const state = await begun();
    const soon = await check(deps(), { company, interviewId: state.interviewId, cause: 'asked' });
    expect(soon).toMatchObject({ differences: [], changed: expect.arrayContaining(['dossier']) });
    const late = await begun();
    store.clock.advance('PT2M');
    const found = await check(deps(), { company, interviewId: late.interviewId, cause: 'asked' });
    expect(found?.differences.map(({ what }) => what).sort()).toEqual([
      'application',
      'dossier',
      'organisation',
      'workbench',
    ]);
  });
});

describe('rows of the workbench', () => {
  const rowsOf = async ({ interviewId }: InterviewState) =>
    (await allItems(store.direct)).filter(({ pk, sk }) => pk.split('#')[2] === 'wb' && sk.endsWith(`#${interviewId}`));
  const drop = ({ pk, sk }: { pk: string; sk: string }) =>
    store.direct.send(new DeleteCommand({ TableName: store.direct.name, Key: { pk, sk } }));

  it('that are gone, or say something else, while their copy is right are found and put back, and counted', async () => {
    const state = await submitted();
    const [one, two] = await rowsOf(state);
    if (one === undefined || two === undefined) throw new Error('no rows');
    await drop(one);
    await store.direct.send(new PutCommand({ TableName: store.direct.name, Item: { ...two, status: 'no_show' } }));
    expect(await wrong()).not.toEqual([]);
    store.clock.advance('PT2M');
    const request = { actor, params: { interviewId: state.interviewId }, query: {}, input: {}, bodyHash: '' };
    expect(await resync(deps(), request)).toMatchObject({ ok: true, value: { healed: ['workbench'] } });
    expect(await wrong()).toEqual([]);
    const [found] = of(state, await recorded());
    expect(found?.differences).toMatchObject([
      {
        what: 'workbench',
        healed: true,
        fields: expect.arrayContaining([{ name: 'row', was: null, is: 'submitted' }]),
      },
    ]);
    expect(await resync(deps(), request)).toMatchObject({ ok: true, value: { healed: [] } });
  });

  it('are not put back for a copy that has moved on meanwhile', async () => {
    const state = await submitted();
    for (const row of await rowsOf(state)) await drop(row);
    const { copies, ...others } = deps();
    const late = {
      ...others,
      copies: {
        ...copies,
        async putRows(...about: Parameters<typeof copies.putRows>) {
          const now = store.clock.now();
          const change = changeOf(state, { type: 'decide', by: 'usr_wangmin', outcome: 'reject' }, now);
          expect((await store.interviews.commit(change)).ok).toBe(true);
          await bringUpToDate(deps(), company, state.interviewId);
          return copies.putRows(...about);
        },
      },
    };
    store.clock.advance('PT2M');
    expect(await check(late, { company, interviewId: state.interviewId, cause: 'asked' })).toMatchObject({
      differences: [],
    });
    expect(await wrong()).toEqual([]);
  });

  it('of an interview from before there were lists are made, and the lists’ counts with them', async () => {
    const state = await submitted();
    for (const row of await rowsOf(state)) await drop(row);
    await store.direct.send(
      new UpdateCommand({
        TableName: store.direct.name,
        Key: keys.workbench(company, state.interviewId),
        UpdateExpression: 'REMOVE #value.places',
        ExpressionAttributeNames: { '#value': 'value' },
      }),
    );
    store.clock.advance('PT25H');
    expect(await patrol(deps(), patrolled(state))).toBeGreaterThanOrEqual(1);
    expect(await rowsOf(state)).toHaveLength(2);
    expect(await wrong()).toEqual([]);
  });
});

describe('the periodic check', () => {
  it('finds drift that nobody points at, comes again a day later, and ends weeks after the end', async () => {
    const state = await submitted();
    await corrupt(state);
    store.clock.advance('PT25H');
    expect(await patrol(deps(), patrolled(state))).toBeGreaterThanOrEqual(1);
    expect(of(state, await recorded())).toHaveLength(1);
    expect(await wrong()).toEqual([]);
    const next = (await deps().due.before(new Date(store.clock.now().getTime() + 25 * hour), 400)).find(
      ({ interviewId, kind }) => interviewId === state.interviewId && kind === 'check',
    );
    expect(next?.at).toBe(new Date(store.clock.now().getTime() + limits.checkHours * hour).toISOString());
  });

  it('counts an opening and the company anew once a day, and heals counters that were wrong', async () => {
    const state = await submitted();
    const progress = keys.progress(company, state.requisitionId);
    await bend(progress, 'passed', 1);
    await bend(progress, 'submitted', -1);
    await bend(keys.counts(company), 'evaluated', 3);
    expect(await deps().copies.progress(company, state.requisitionId)).toMatchObject({ passed: 1 });
    store.clock.advance('PT24H');
    await patrol(deps(), patrolled(state));
    expect(await deps().copies.progress(company, state.requisitionId)).toMatchObject({
      passed: 0,
      counts: { submitted: 1 },
    });
    const counters = (await recorded()).filter(({ subject }) => subject.kind !== 'interview');
    const mine = counters.find(
      ({ subject }) => subject.kind === 'progress' && subject.requisitionId === state.requisitionId,
    );
    expect(mine?.differences).toEqual([
      {
        what: 'progress',
        healed: true,
        fields: [
          { name: 'submitted', was: '0', is: '1' },
          { name: 'passed', was: '1', is: '0' },
        ],
      },
    ]);
    expect(counters.some(({ subject }) => subject.kind === 'counts')).toBe(true);
    const noted = counters.length;
    await patrol(deps(), patrolled(state));
    expect((await recorded()).filter(({ subject }) => subject.kind !== 'interview')).toHaveLength(noted);
  });
});

describe('「重新同步」', () => {
  it('of one heals it and says so, with the person who asked', async () => {
    const state = await submitted();
    await corrupt(state);
    store.clock.advance('PT1M');
    const request = { actor, params: { interviewId: state.interviewId }, query: {}, input: {}, bodyHash: '' };
    expect(await resync(deps(), request)).toMatchObject({ ok: true, value: { healed: ['dossier'] } });
    expect(of(state, await recorded())[0]).toMatchObject({ cause: 'asked', by: 'usr_wangmin' });
  });

  it('of all goes through every opening and leaves nothing wrong', async () => {
    const states = [await submitted(), await submitted(), await submitted()];
    for (const state of states) {
      await corrupt(state);
      await bend(keys.progress(company, state.requisitionId), 'passed', 2);
    }
    await bend(keys.counts(company), 'no_show', 7);
    store.clock.advance('PT2M');
    let cursor: string | null | undefined;
    let drifted = 0;
    for (let page = 0; page < 200 && cursor !== null; page += 1) {
      const input: { cursor?: string } = cursor === undefined ? {} : { cursor };
      const done = await resyncAll(deps(), { actor, params: {}, query: {}, input, bodyHash: '' });
      drifted += done.value.drifted;
      cursor = done.value.cursor;
    }
    expect(cursor).toBeNull();
    expect(drifted).toBeGreaterThanOrEqual(7);
    for (const state of states) {
      expect(await deps().copies.progress(company, state.requisitionId)).toMatchObject({ passed: 0 });
      expect(of(state, await recorded())).toHaveLength(1);
    }
  });
});

describe('a correction', () => {
  const asked = (state: InterviewState, to: 'incomplete' | 'in_progress' | 'submitted', operationId: string) => ({
    actor,
    params: { interviewId: state.interviewId },
    query: {},
    input: { operationId, to, reason: '会议室停电，候选人来电说明' },
    bodyHash: to,
  });

  it('is an event of a named person with the reason beside it; every copy follows, and another takes it back', async () => {
    const state = await submitted();
    const first = await correct(deps(), asked(state, 'incomplete', 'op-correct-00001'));
    expect(first).toMatchObject({ ok: true, value: { status: 'incomplete' } });
    expect(await correct(deps(), asked(state, 'incomplete', 'op-correct-00001'))).toEqual(first);
    const history = await store.interviews.history(company, state.interviewId);
    const event = history.find(({ event: one }) => one.type === 'corrected');
    expect(event?.event).toMatchObject({ by: 'usr_wangmin', data: { from: 'submitted', to: 'incomplete' } });
    expect(JSON.stringify(event)).not.toContain('停电');
    const notes = await store.interviews.notes(company, state.interviewId, reasonNoteName(''));
    expect(notes).toEqual([
      { name: reasonNoteName(event?.version ?? 0), value: { reason: '会议室停电，候选人来电说明' } },
    ]);
    await bringUpToDate(deps(), company, state.interviewId);
    const copies = await deps().copies.read(company, state);
    expect(copies.map(({ status }) => status)).toEqual(copies.map(() => 'incomplete'));
    const back = await correct(deps(), asked(state, 'in_progress', 'op-correct-00002'));
    expect(back).toMatchObject({ ok: true, value: { status: 'in_progress' } });
  });

  it('is refused where the table has no such way', async () => {
    const now = store.clock.now();
    const invited = changeOf(undefined, inviteCommand(now), now);
    await store.interviews.commit(invited);
    const refused = await correct(deps(), asked(invited.after, 'submitted', 'op-correct-00003'));
    expect(refused).toEqual({ ok: false, error: { code: 'correction_not_allowed' } });
  });
});
