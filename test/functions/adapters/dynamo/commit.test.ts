import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { draftNumber } from '#shared/interview/answer.ts';
import { replay } from '#shared/interview/evolve.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { dueItems } from '#shared/schedule/due-items.ts';
import { allItems } from '#test/functions/table-check.ts';
import {
  changeOf,
  company,
  consents,
  type InterviewStore,
  inviteCommand,
  newIds,
  started,
  startInterviewStore,
} from './store.ts';

let store: InterviewStore;
beforeAll(async () => {
  store = await startInterviewStore();
});
afterEach(() => store.faults.clear());
afterAll(() => store.stop());

const refusedAs = (error: object) => ({ ok: false, error });
const done = { ok: true, value: undefined };
const ofInterview = async ({ interviewId }: { interviewId: string }) =>
  (await allItems(store.direct)).filter(({ pk }) => pk.endsWith(`#${interviewId}`));

/** The commit is refused, and not one item of the table is another than before. */
async function changesNothing(commit: () => Promise<unknown>, answer: object): Promise<void> {
  const before = await allItems(store.direct);
  expect(await commit()).toEqual(answer);
  expect(await allItems(store.direct)).toEqual(before);
}

const invited = async (operationId?: string): Promise<InterviewState> => {
  const now = store.clock.now();
  const change = changeOf(undefined, inviteCommand(now), now, operationId === undefined ? {} : { operationId });
  expect(await store.interviews.commit(change)).toEqual(done);
  return change.after;
};
const decline = (state: InterviewState, operationId?: string) =>
  changeOf(
    state,
    { type: 'decline', by: state.candidateId, reason: 'withdrawn' },
    store.clock.now(),
    operationId === undefined ? {} : { operationId },
  );

const ending = (state: InterviewState, numbers: Record<string, number>, operationId?: string) =>
  changeOf(
    state,
    { type: 'end', by: state.candidateId, contents: {}, activeAt: store.clock.now().toISOString() },
    store.clock.now(),
    {
      drafts: ({ terms }) =>
        terms.questionIds.map((questionId) => ({
          op: 'seal',
          attempt: 1,
          questionId,
          number: numbers[questionId] ?? draftNumber(1, 0),
        })),
      ...(operationId !== undefined && { operationId }),
    },
  );

describe('commit', () => {
  it('writes state, event, due items, plan, operation and applicant together', async () => {
    const state = await invited('op-commit-all');
    const { interviewId, candidateId } = state;
    expect(await store.interviews.load(company, interviewId)).toEqual(state);
    expect(replay(await store.interviews.history(company, interviewId))).toEqual(state);
    expect(await store.interviews.ofCandidate(company, candidateId)).toEqual([interviewId]);
    expect((await store.interviews.plan(company, interviewId)).questions).toHaveLength(5);
    expect(await store.operations.find(company, 'op-commit-all')).toEqual({
      id: 'op-commit-all',
      name: 'invite',
      bodyHash: 'h',
      answer: { version: 1 },
    });
    const due = (await ofInterview(state)).filter(({ sk }) => sk.startsWith('DUE#'));
    expect(due.map(({ kind, dueAt }) => ({ kind, at: dueAt }))).toEqual(
      dueItems(state).sort((a, b) => a.kind.localeCompare(b.kind)),
    );
  });

  it('takes a due item away with its cause', async () => {
    const state = await invited();
    expect(await store.interviews.commit(decline(state))).toEqual(done);
    const left = (await ofInterview(state)).filter(({ sk }) => sk.startsWith('DUE#'));
    // Its copies are looked at for some days more.
    expect(left.map(({ kind }) => kind)).toEqual(['check']);
  });

  it('refuses what was decided on an older version, whole', async () => {
    const state = await invited();
    const stale = decline(state, 'op-commit-stale');
    const start = changeOf(state, { type: 'start', by: state.candidateId, consents }, store.clock.now());
    expect(await store.interviews.commit(start)).toEqual(done);
    await changesNothing(() => store.interviews.commit(stale), refusedAs({ kind: 'conflict' }));
    expect(await store.operations.find(company, 'op-commit-stale')).toBeUndefined();
  });

  it('refuses an operation id that was used, whatever else is wrong (SCENARIOS 2)', async () => {
    const state = await invited();
    const first = decline(state, 'op-commit-twice');
    expect(await store.interviews.commit(first)).toEqual(done);
    await changesNothing(() => store.interviews.commit(first), refusedAs({ kind: 'operation_exists' }));
    const other = await invited();
    await changesNothing(
      () => store.interviews.commit(decline(other, 'op-commit-twice')),
      refusedAs({ kind: 'operation_exists' }),
    );
  });

  it('refuses a second invitation of one person to one opening, and not to another', async () => {
    const now = store.clock.now();
    const ids = newIds();
    const again = { ...newIds(), candidateId: ids.candidateId, requisitionId: ids.requisitionId };
    expect(await store.interviews.commit(changeOf(undefined, inviteCommand(now, ids), now))).toEqual(done);
    await changesNothing(
      () => store.interviews.commit(changeOf(undefined, inviteCommand(now, again), now)),
      refusedAs({ kind: 'already_invited' }),
    );
    const elsewhere = { ...newIds(), candidateId: ids.candidateId };
    expect(await store.interviews.commit(changeOf(undefined, inviteCommand(now, elsewhere), now))).toEqual(done);
  });

  it('refuses an interview id that is taken', async () => {
    const state = await invited();
    const now = store.clock.now();
    const same = { ...newIds(), interviewId: state.interviewId };
    await changesNothing(
      () => store.interviews.commit(changeOf(undefined, inviteCommand(now, same), now)),
      refusedAs({ kind: 'conflict' }),
    );
  });

  it('lets no save slip past an end: the drafts it is not exact about are named', async () => {
    const state = await started(store);
    const content = { sent: ['新写的'], typing: '', done: true };
    const { candidateId, interviewId } = state;
    const save = { company, candidateId, interviewId, attempt: 1, number: draftNumber(1, 1), content };
    for (const questionId of ['qprice', 'qdelay']) await store.interviews.saveDraft({ ...save, questionId });
    await changesNothing(
      () => store.interviews.commit(ending(state, { qdelay: draftNumber(1, 1) })),
      refusedAs({ kind: 'draft_mismatch', questionIds: ['qprice'] }),
    );
    await changesNothing(
      () => store.interviews.commit(ending(state, { qdelay: draftNumber(1, 2), qprice: -1, qclose: 3 })),
      refusedAs({ kind: 'draft_mismatch', questionIds: ['qclose', 'qprice', 'qdelay'] }),
    );
    const exact = ending(state, { qdelay: draftNumber(1, 1), qprice: draftNumber(1, 1) });
    expect(await store.interviews.commit(exact)).toEqual(done);
    const drafts = await store.interviews.drafts(company, interviewId, 1);
    expect(drafts.every(({ sealed }) => sealed)).toBe(true);
    expect(drafts.find(({ questionId }) => questionId === 'qprice')?.content).toEqual(content);
  });

  it('says conflict, not mismatch, when the state itself has moved on: the command is decided anew', async () => {
    const state = await started(store);
    expect(await store.interviews.commit(ending(state, {}))).toEqual(done);
    await changesNothing(() => store.interviews.commit(ending(state, { qclose: 9 })), refusedAs({ kind: 'conflict' }));
  });

  it('creates no draft twice', async () => {
    const state = await started(store);
    const again = changeOf(
      state,
      { type: 'resume', by: state.candidateId, activeAt: state.invitedAt },
      store.clock.now(),
      {
        drafts: ({ attempt, epoch }) => [
          { op: 'create', attempt, questionId: 'qclose', number: draftNumber(epoch, 0) },
        ],
      },
    );
    await changesNothing(
      () => store.interviews.commit(again),
      refusedAs({ kind: 'draft_mismatch', questionIds: ['qclose'] }),
    );
  });

  it('says conflict when another transaction is in the way, and writes nothing', async () => {
    const state = await invited();
    for (const position of [0, 1, 2]) {
      store.faults.add({ kind: 'conflict', next: 1, position, operations: ['TransactWriteItems'] });
      await changesNothing(() => store.interviews.commit(decline(state)), refusedAs({ kind: 'conflict' }));
    }
    expect(await store.interviews.commit(decline(state))).toEqual(done);
  });

  it('is done once when its reply is lost and the client asks again (SCENARIOS 8)', async () => {
    const state = await invited();
    store.faults.add({ kind: 'lostReply', next: 1, operations: ['TransactWriteItems'] });
    const outcome = await store.interviews.commit(decline(state, 'op-commit-lost'));
    expect([done, refusedAs({ kind: 'operation_exists' })]).toContainEqual(outcome);
    expect(await store.interviews.history(company, state.interviewId)).toHaveLength(2);
    expect(await store.operations.find(company, 'op-commit-lost')).toMatchObject({ answer: { version: 2 } });
  });

  it('waits out a throttle (SCENARIOS 12)', async () => {
    const state = await invited();
    store.faults.add({ kind: 'throttle', next: 2, operations: ['TransactWriteItems'] });
    expect(await store.interviews.commit(decline(state))).toEqual(done);
    expect(await store.interviews.history(company, state.interviewId)).toHaveLength(2);
  });
});
