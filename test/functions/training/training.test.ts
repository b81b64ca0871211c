import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoLessons } from '#functions/adapters/dynamo/lessons.ts';
import { dynamoNotices } from '#functions/adapters/dynamo/notices.ts';
import type { Directory, StaffActor } from '#functions/ports.ts';
import { complete, progress, reach } from '#functions/training/learn.ts';
import { announce, callOff, list, mine, read, readMine } from '#functions/training/notices.ts';
import { sandbox } from '#functions/training/sandbox.ts';
import { courseIds, courses } from '#shared/training/courses.ts';
import { type Move, moves } from '#shared/training/moves.ts';
import { company, type InterviewStore, startInterviewStore } from '#test/functions/adapters/dynamo/store.ts';
import { allItems } from '#test/functions/table-check.ts';

let store: InterviewStore;
beforeAll(async () => {
  store = await startInterviewStore();
});
afterAll(() => store.stop());

const hr = (userId: string): StaffActor => ({ role: 'recruiter', company, userId });
const directory: Pick<Directory, 'company' | 'staff'> = {
  company: async () => undefined,
  staff: async () => ({ userId: 'usr_a', name: '王敏', role: 'recruiter', wecomUserId: 'wangmin' }),
};
const deps = () => ({
  lessons: dynamoLessons(store.table),
  notices: dynamoNotices(store.table),
  directory,
  clock: store.clock,
});
const of = <P, I>(userId: string, params: P, input: I) => ({
  actor: hr(userId),
  params,
  query: {},
  input,
  bodyHash: '',
});

describe('a course', () => {
  it('is resumed where it was left, by each person for themselves', async () => {
    await reach(deps(), of('usr_a', { course: 'exits' as const }, { step: 2 }));
    await reach(deps(), of('usr_a', { course: 'exits' as const }, { step: 1 }));
    await reach(deps(), of('usr_a', { course: 'start' as const }, { step: 19 }));
    const { value } = await progress(deps(), of('usr_a', {}, {}));
    expect(value.courses).toEqual([
      { course: 'start', step: courses.start.steps, completedAt: null },
      { course: 'results', step: 0, completedAt: null },
      { course: 'exits', step: 2, completedAt: null },
    ]);
    expect((await progress(deps(), of('usr_b', {}, {}))).value.courses.map(({ step }) => step)).toEqual([0, 0, 0]);
  });

  it.each(courseIds)('%s is completed by the right answer and by no other; when it first was stays', async (course) => {
    const { answers, right } = courses[course];
    const answer = async (n: number) => (await complete(deps(), of('usr_c', { course }, { answer: n }))).value;
    for (let n = 0; n < answers; n += 1) {
      if (n !== right) expect(await answer(n)).toEqual({ right: false, completedAt: null });
    }
    const first = await answer(right);
    expect(first).toEqual({ right: true, completedAt: store.clock.now().toISOString() });
    store.clock.advance('PT1H');
    expect(await answer(right)).toEqual(first);
  });
});

describe('the sandbox', () => {
  const play = async (...played: Move[]) => {
    const { value } = await sandbox(deps(), of('usr_a', {}, { moves: played }));
    return value.steps;
  };
  const last = async (...played: Move[]) => (await play(...played)).at(-1);
  const all: Move[] = ['start', 'answer', 'answer', 'answer'];

  it.each([
    [['give_up'], 'no_show', 'no_show'],
    [['start'], 'in_progress', 'started'],
    [[...all, 'end'], 'submitted', 'ended_submitted'],
    [['start', 'answer', 'end'], 'incomplete', 'ended_incomplete'],
    [['start', 'answer', 'menu_leave'], 'in_progress', 'kept_on_server'],
    [['start', 'answer', 'close_window'], 'in_progress', 'kept_on_server'],
    [['start', 'answer', 'power_off', 'give_up'], 'incomplete', 'lapsed_incomplete'],
    [['start', 'network_cut', 'answer', 'end'], 'in_progress', 'end_waits_for_network'],
    [['start', 'answer', 'answer', 'network_cut', 'answer', 'end', 'network_back'], 'submitted', 'ended_submitted'],
    [['start', 'answer', 'close_window', 'come_back'], 'in_progress', 'resumed'],
    [['start', 'answer', 'close_window', 'begin_again'], 'in_progress', 'begun_again'],
    [['start', 'withdraw'], 'cancelled', 'withdrawn'],
    [[...all, 'end', 'give_up'], 'submitted', 'nothing_lapses'],
    [['end'], 'invited', 'not_now'],
  ] as [Move[], string, string][])('%j leads to %s', async (played, status, effect) => {
    expect(await last(...played)).toMatchObject({ status, effect });
  });

  it('shows all four copies agree after every move, and a pass in none', async () => {
    for (const second of moves) {
      for (const step of await play('start', 'answer', second, 'end', 'give_up', 'come_back', second)) {
        expect(new Set(step.copies.map(({ status }) => status))).toEqual(new Set([step.status]));
        expect(step.copies.find(({ copy }) => copy === 'organisation')?.passed).toBe(0);
      }
    }
  });

  it('stores nothing', async () => {
    const before = (await allItems(store.direct)).length;
    await play(...all, 'end');
    expect(await allItems(store.direct)).toHaveLength(before);
  });
});

describe('notices', () => {
  const session = (operationId: string, startsAt: string) =>
    of('usr_a', {}, { operationId, title: '新版状态核对', startsAt, minutes: 60, link: 'https://meeting.example/1' });
  const inHours = (hours: number) => new Date(store.clock.now().getTime() + hours * 3_600_000).toISOString();
  const shown = async () => (await list(deps(), of('usr_b', {}, {}))).value.sessions;

  it('a live session is shown to everybody until it is over, and announced again it is one', async () => {
    const request = session('op-live-000001', inHours(2));
    const first = await announce(deps(), request);
    expect(await announce(deps(), request)).toEqual(first);
    expect(await shown()).toMatchObject([{ title: '新版状态核对', person: '王敏' }]);
    store.clock.advance('PT2H30M');
    expect(await shown()).toHaveLength(1);
    store.clock.advance('PT31M');
    expect(await shown()).toEqual([]);
  });

  it('one that is over is not announced, and one that is called off is gone', async () => {
    expect(await announce(deps(), session('op-live-000002', inHours(-2)))).toMatchObject({ ok: false });
    const made = await announce(deps(), session('op-live-000003', inHours(1)));
    if (!made.ok) throw new Error('refused');
    const request = of('usr_b', { sessionId: made.value.sessionId }, {});
    await callOff(deps(), request);
    expect(await callOff(deps(), request)).toEqual({ ok: true, value: {} });
    expect(await shown()).toEqual([]);
  });

  it('what is read is read by that person alone', async () => {
    await read(deps(), of('usr_a', {}, { noticeIds: ['booking', 'learning'] }));
    await read(deps(), of('usr_a', {}, { noticeIds: ['booking'] }));
    const readBy = async (userId: string) => (await list(deps(), of(userId, {}, {}))).value.readIds.sort();
    expect(await readBy('usr_a')).toEqual(['booking', 'learning']);
    expect(await readBy('usr_b')).toEqual([]);
    const candidate = { role: 'candidate' as const, company, candidateId: 'cand_a' };
    const mineOf = { actor: candidate, params: {}, query: {}, input: {}, bodyHash: '' };
    await readMine(deps(), { ...mineOf, input: { noticeIds: ['end-button'] } });
    expect((await mine(deps(), mineOf)).value.readIds).toEqual(['end-button']);
  });
});
