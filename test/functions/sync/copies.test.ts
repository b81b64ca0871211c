import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { dynamoChecks, dynamoCounters } from '#functions/adapters/dynamo/checks.ts';
import { dynamoCopies } from '#functions/adapters/dynamo/copies.ts';
import { dynamoDirectory } from '#functions/adapters/dynamo/directory.ts';
import { dynamoDue } from '#functions/adapters/dynamo/due.ts';
import { dynamoLearning } from '#functions/adapters/dynamo/learning.ts';
import { dynamoRequests } from '#functions/adapters/dynamo/requests.ts';
import { dynamoRequisitions } from '#functions/adapters/dynamo/requisitions.ts';
import { dynamoRules } from '#functions/adapters/dynamo/rules.ts';
import { streamHandler } from '#functions/handlers/stream-handler.ts';
import type { Job, StaffActor } from '#functions/ports.ts';
import { sweep } from '#functions/schedule/sweep.ts';
import { bringUpToDate } from '#functions/sync/bring-up-to-date.ts';
import { resync } from '#functions/sync/resync.ts';
import { type CopyName, copiesOf, copyNames } from '#shared/application/copies.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import {
  changeOf,
  company,
  type InterviewStore,
  started,
  startInterviewStore,
} from '#test/functions/adapters/dynamo/store.ts';
import { figuresOn } from '#test/functions/figures-deps.ts';
import { problemsOf } from '#test/functions/table-check.ts';

let store: InterviewStore;
let jobs: Job[] = [];
beforeAll(async () => {
  store = await startInterviewStore();
});
afterEach(async () => {
  store.faults.clear();
  jobs = [];
  expect(await problemsOf(store.direct, store.clock.now())).toEqual([]);
});
afterAll(() => store.stop());

const queue = {
  async send(sent: Job[]) {
    jobs.push(...sent);
  },
};
function deps() {
  const { interviews, operations, clock, table } = store;
  return {
    ...figuresOn(table),
    learning: dynamoLearning(table),
    interviews,
    operations,
    clock,
    queue,
    copies: dynamoCopies(table),
    requests: dynamoRequests(table),
    due: dynamoDue(table),
    requisitions: dynamoRequisitions(table),
    rules: dynamoRules(table),
    directory: dynamoDirectory(table),
    checks: dynamoChecks(table),
    counters: dynamoCounters(table),
  };
}

/** As the stream tells of events: their keys and no more. */
const records = (...all: { interviewId: string; version: number }[]) => ({
  Records: all.map(({ interviewId, version }, i) => ({
    eventName: 'INSERT' as const,
    dynamodb: {
      SequenceNumber: String(i + 1),
      Keys: { pk: { S: `c#${company}#itv#${interviewId}` }, sk: { S: `EVENT#${String(version).padStart(7, '0')}` } },
    },
  })),
});
const tell = (...all: { interviewId: string; version: number }[]) => streamHandler(deps())(records(...all));
const nothingFailed = { batchItemFailures: [] };

/** Ended with every answer given. */
async function submitted(): Promise<InterviewState> {
  const state = await started(store);
  const content = { sent: ['答'], typing: '', done: true };
  const contents = Object.fromEntries(state.terms.questionIds.map((id) => [id, content]));
  const activeAt = store.clock.now().toISOString();
  const change = changeOf(state, { type: 'end', by: state.candidateId, contents, activeAt }, store.clock.now());
  expect((await store.interviews.commit(change)).ok).toBe(true);
  return change.after;
}
const kinds = () =>
  jobs.map((job) =>
    job.queue === 'evaluate' ? `evaluate ${job.attempt}` : job.queue === 'deliver' ? job.kind : job.queue,
  );

describe('the reaction', () => {
  it('brings all four copies to the newest event and asks for the work, once', async () => {
    const state = await submitted();
    expect(await tell({ ...state, version: 1 }, { ...state, version: 2 }, state)).toEqual(nothingFailed);
    expect(kinds()).toEqual(['invitation', 'evaluate 1']);
    const stored = await deps().copies.read(company, state);
    expect(stored.map(({ copy, version }) => [copy, version]).sort()).toEqual(
      copyNames.map((name) => [name, 3]).sort(),
    );
    expect(await deps().copies.progress(company, state.requisitionId)).toMatchObject({
      passed: 0,
      counts: { submitted: 1, invited: 0, in_progress: 0 },
    });
  });

  it('told twice, late or out of order changes nothing (SCENARIOS 10)', async () => {
    const state = await submitted();
    await tell(state);
    const before = await deps().copies.read(company, state);
    expect(await tell({ ...state, version: 2 }, { ...state, version: 1 }, state, state)).toEqual(nothingFailed);
    await Promise.all([tell(state), tell({ ...state, version: 1 }), bringUpToDate(deps(), company, state.interviewId)]);
    expect(await deps().copies.read(company, state)).toEqual(before);
    expect(kinds()).toEqual(['invitation', 'evaluate 1']);
  });

  it('many at once from the beginning: each counter moves once', async () => {
    const state = await submitted();
    await Promise.all(Array.from({ length: 6 }, () => tell(state)));
    // A job may come twice, since its mark moves after it; the work itself is done once.
    expect(new Set(kinds())).toEqual(new Set(['invitation', 'evaluate 1']));
  });

  it.each([0, 1, 2, 3])('dying after %i of the writes is finished by the next time', async (after) => {
    const state = await submitted();
    const writes = { next: 1, after, operations: ['PutItem', 'TransactWriteItems'] };
    store.faults.add({ kind: 'conflict', ...writes });
    const first = await tell(state);
    store.faults.clear();
    if (first.batchItemFailures.length > 0) expect(first).toEqual({ batchItemFailures: [{ itemIdentifier: '1' }] });
    expect(await tell(state)).toEqual(nothingFailed);
    expect(new Set(kinds())).toEqual(new Set(['invitation', 'evaluate 1']));
  });

  it.each([0, 1, 2, 3, 4])('losing the reply to write %i counts nothing twice', async (after) => {
    const state = await submitted();
    store.faults.add({ kind: 'lostReply', next: 1, after, operations: ['PutItem', 'TransactWriteItems'] });
    expect(await tell(state)).toEqual(nothingFailed);
    expect(store.faults.counts().lostReply).toBe(1);
  });

  it('reports from the first record on whose interview failed, and does the others (SCENARIOS 10)', async () => {
    const [a, b, c] = [await submitted(), await submitted(), await submitted()];
    const broken = { ...b, interviewId: 'itv_broken' };
    const original = deps();
    const failing = {
      ...original,
      interviews: {
        ...original.interviews,
        async history(of: string, interviewId: string) {
          if (interviewId === 'itv_broken') throw new Error('the words of a person');
          return original.interviews.history(of, interviewId);
        },
      },
    };
    const told = await streamHandler(failing)(records(a, broken, c, broken, b));
    expect(told).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] });
    for (const { requisitionId } of [a, b, c]) {
      expect((await deps().copies.progress(company, requisitionId)).counts.submitted).toBe(1);
    }
  });

  it('passes over what is not an interview', async () => {
    const odd = [
      { eventName: 'INSERT' as const, dynamodb: { SequenceNumber: '1', Keys: { pk: { S: 'c#co_test#req#x' } } } },
      {},
    ];
    expect(await streamHandler(deps())({ Records: odd })).toEqual(nothingFailed);
    expect(await tell({ interviewId: 'itv_never_was', version: 1 })).toEqual(nothingFailed);
  });
});

describe('drift', () => {
  const wrong = { application: 'stage', dossier: 'overall', organisation: 'passed', workbench: 'overall' } as const;

  /** A copy as a faulty version of ours would have left it, its counters and its row with it. */
  async function drift(state: InterviewState, copy: CopyName, behind: boolean): Promise<void> {
    const { copies, interviews } = deps();
    const history = await interviews.history(company, state.interviewId);
    const then = copiesOf(behind ? history.slice(0, 2) : history);
    if (then === undefined) throw new Error('no history');
    const stored = (await copies.read(company, state)).find((one) => one.copy === copy);
    const value = behind
      ? then.values[copy]
      : { ...then.values[copy], [wrong[copy]]: copy === 'application' ? 'hired' : 1, status: 'evaluated' as const };
    expect(await copies.write({ company, copy, state: then.state, stored, value })).toBe(true);
    expect(await problemsOf(store.direct, store.clock.now())).not.toEqual([]);
  }

  it.each(
    copyNames.flatMap(
      (copy) =>
        [
          [copy, 'behind'],
          [copy, 'of another content'],
        ] as const,
    ),
  )('%s %s is healed by 「重新同步」, and the counters with it', async (copy, how) => {
    const state = await submitted();
    await tell(state);
    await drift(state, copy, how === 'behind');
    const actor: StaffActor = { role: 'recruiter', company, userId: 'usr_hr' };
    const request = { actor, params: { interviewId: state.interviewId }, query: {}, input: {}, bodyHash: '' };
    expect(await resync(deps(), request)).toEqual({ ok: true, value: { version: state.version, healed: [copy] } });
    expect(await resync(deps(), request)).toEqual({ ok: true, value: { version: state.version, healed: [] } });
  });

  it('in every copy at once is found and healed by the check after the end, without anybody asking', async () => {
    const state = await submitted();
    await tell(state);
    for (const copy of copyNames) await drift(state, copy, copy !== 'dossier');
    store.clock.advance('PT1M');
    const failures: unknown[] = [];
    const swept = await sweep(deps(), (_, error) => failures.push(error));
    expect(failures).toEqual([]);
    expect(swept.drifted).toBe(copyNames.length);
    expect(await problemsOf(store.direct, store.clock.now())).toEqual([]);
    expect((await sweep(deps(), () => undefined)).drifted).toBe(0);
  });

  it('has nothing to say of an interview that is not there', async () => {
    const actor: StaffActor = { role: 'recruiter', company, userId: 'usr_hr' };
    const request = { actor, params: { interviewId: 'itv_none' }, query: {}, input: {}, bodyHash: '' };
    expect(await resync(deps(), request)).toEqual({ ok: false, error: { code: 'not_found' } });
  });
});
