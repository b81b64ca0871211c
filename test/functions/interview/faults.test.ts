import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { dynamoInterviews } from '#functions/adapters/dynamo/interviews.ts';
import type { OperationId } from '#shared/contract/operations.ts';
import type { Recorded } from '#shared/interview/events.ts';
import {
  begin,
  type Candidate,
  consents,
  decide,
  invite,
  newOperation,
  tokenOf,
} from '#test/functions/journeys/candidate.ts';
import type { Given, Reply } from '#test/functions/journeys/client.ts';
import { company, startTestWorld, type TestWorld } from '#test/functions/journeys/test-world.ts';
import { allItems, problemsOf } from '#test/functions/table-check.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld();
});
afterEach(async () => {
  world.dynamo.faults.clear();
  await world.idle();
  expect(await problemsOf(world.table, world.clock.now())).toEqual([]);
});
afterAll(() => world.stop());

const history = (interviewId: string): Promise<Recorded[]> =>
  dynamoInterviews(world.table).history(company, interviewId);

/** A command that may be sent, and how to send it again: the same operation id, the same body. */
type Scene = { interviewId?: string; send: () => Promise<Reply<unknown>>; adds: string };

const sending =
  <O extends OperationId>(operation: O, given: Given<O>) =>
  (): Promise<Reply<unknown>> =>
    world.call(operation, given);

async function answered(): Promise<Candidate> {
  const me = await begin(world);
  await me.answer();
  return me;
}
async function submitted(): Promise<Candidate> {
  const me = await answered();
  await me.end();
  return me;
}

const scenes: Record<string, () => Promise<Scene>> = {
  async invite() {
    const [requisitionId, { candidateId }] = [await world.newRequisition(), await world.newCandidate()];
    const given = { token: world.hr, params: { requisitionId }, input: { operationId: newOperation(), candidateId } };
    return { send: sending('application.invite', given), adds: 'invited' };
  },
  async start() {
    const { interviewId, person } = await invite(world);
    const given = {
      token: tokenOf(world, person),
      params: { interviewId },
      input: { operationId: newOperation(), consents },
    };
    return { interviewId, send: sending('interview.start', given), adds: 'started' };
  },
  async continue() {
    const { interviewId, token, params } = await answered();
    const input = { operationId: newOperation(), choice: 'continue' as const };
    return { interviewId, send: sending('interview.resume', { token, params, input }), adds: 'resumed' };
  },
  async restart() {
    const { interviewId, token, params } = await answered();
    const input = { operationId: newOperation(), choice: 'restart' as const };
    return { interviewId, send: sending('interview.resume', { token, params, input }), adds: 'restarted' };
  },
  async end() {
    const { interviewId, token, params, numbers } = await answered();
    const input = { operationId: newOperation(), attempt: 1, numbers };
    return { interviewId, send: sending('interview.end', { token, params, input }), adds: 'ended' };
  },
  async decline() {
    const { interviewId, token, params } = await answered();
    const input = { operationId: newOperation(), reason: 'human_route' as const };
    return { interviewId, send: sending('interview.decline', { token, params, input }), adds: 'declined' };
  },
  async decide() {
    const { interviewId, params } = await submitted();
    const input = { operationId: newOperation(), outcome: 'second_interview' as const };
    return { interviewId, send: sending('interview.decide', { token: world.hr, params, input }), adds: 'decided' };
  },
  async undo() {
    const { interviewId, params } = await submitted();
    await decide(world, interviewId);
    const input = { operationId: newOperation() };
    return {
      interviewId,
      send: sending('interview.undoDecision', { token: world.hr, params, input }),
      adds: 'decision_undone',
    };
  },
};

async function expectOnce({ interviewId, adds }: Scene, value: unknown): Promise<void> {
  const id = interviewId ?? (value as { interviewId: string }).interviewId;
  const types = (await history(id)).map(({ event }) => event.type as string);
  expect(types.filter((type) => type === adds)).toHaveLength(1);
}
/** How far the copies are is another thing at another time. */
const receipt = (reply: Reply<unknown>) => {
  if (!reply.ok) return reply;
  const { sync: _, ...rest } = reply.value as Record<string, unknown>;
  return rest;
};

describe('a command whose reply is lost', () => {
  it.each(Object.keys(scenes))(
    '%s: the retry gets the same answer, and it happened once (SCENARIOS 2, 8)',
    async (name) => {
      const scene = await scenes[name]?.();
      if (scene === undefined) throw new Error(`no scene ${name}`);
      await world.idle();
      // As when the handler times out after its commit: the store's own client never hears of it.
      world.dynamo.faults.add({ kind: 'lostReply', operations: ['TransactWriteItems'] });
      const first = await scene.send();
      world.dynamo.faults.clear();
      if (!first.ok) expect(first.code).toBe('unavailable');
      const again = await scene.send();
      expect(again.ok).toBe(true);
      const third = await scene.send();
      expect(receipt(third)).toEqual(receipt(again));
      if (first.ok) expect(receipt(first)).toEqual(receipt(again));
      if (again.ok) await expectOnce(scene, again.value);
    },
  );

  it('an accepted subscription counts once', async () => {
    const me = await begin(world);
    await world.idle();
    const given = {
      token: me.token,
      params: me.params,
      input: { operationId: newOperation(), accepted: ['result' as const] },
    };
    world.dynamo.faults.add({ kind: 'lostReply', operations: ['TransactWriteItems'] });
    await world.call('interview.subscribe', given);
    world.dynamo.faults.clear();
    expect(await world.must('interview.subscribe', given)).toEqual({ credits: { result: 1 } });
    expect(await world.must('interview.subscribe', given)).toEqual({ credits: { result: 1 } });
  });
});

describe('a command in the way of another', () => {
  it.each(Object.keys(scenes))('%s: a conflict and a throttle are waited out (SCENARIOS 12)', async (name) => {
    const scene = await scenes[name]?.();
    if (scene === undefined) throw new Error(`no scene ${name}`);
    await world.idle();
    world.dynamo.faults.add({ kind: 'conflict', next: 1, operations: ['TransactWriteItems'] });
    world.dynamo.faults.add({ kind: 'throttle', next: 1, operations: ['GetItem'] });
    let reply = await scene.send();
    // A conflict that the use case does not wait out itself is said to be passing.
    if (!reply.ok) {
      expect(['version_conflict', 'unavailable']).toContain(reply.code);
      reply = await scene.send();
    }
    expect(reply.ok).toBe(true);
    if (reply.ok) await expectOnce(scene, reply.value);
  });

  it('a subscription is not acknowledged unless it is there', async () => {
    const me = await begin(world);
    await world.idle();
    const given = {
      token: me.token,
      params: me.params,
      input: { operationId: newOperation(), accepted: ['result' as const] },
    };
    world.dynamo.faults.add({ kind: 'conflict', next: 1, operations: ['TransactWriteItems'] });
    const reply = await world.call('interview.subscribe', given);
    if (reply.ok) expect(reply.value.credits).toEqual({ result: 1 });
    else expect(['unavailable', 'version_conflict']).toContain(reply.code);
    expect(await world.must('interview.subscribe', given)).toEqual({ credits: { result: 1 } });
  });

  it('a save that meets a transaction is told to come again, and is not lost', async () => {
    const me = await begin(world);
    await world.idle();
    world.dynamo.faults.add({ kind: 'conflict', next: 1, operations: ['UpdateItem'] });
    const content = { sent: ['一'], typing: '', done: false };
    const input = { attempt: 1, number: 1_000_001, content };
    const given = { token: me.token, params: { ...me.params, questionId: 'qclose' }, input };
    const first = await world.call('interview.saveDraft', given);
    if (!first.ok) expect([first.code, first.status]).toEqual(['unavailable', 503]);
    expect(await world.must('interview.saveDraft', given)).toMatchObject({ number: 1_000_001 });
    expect((await me.view()).drafts.find(({ questionId }) => questionId === 'qclose')?.content).toEqual(content);
  });

  it('a store that stays throttled is said to be away, in the reader’s language; afterwards all is there', async () => {
    const me = await answered();
    await world.idle();
    const before = await me.view();
    world.dynamo.faults.add({ kind: 'throttle', operations: ['UpdateItem'] });
    const reply = await me.save('qclose', { sent: ['二'], typing: '', done: true });
    expect(reply).toMatchObject({
      ok: false,
      code: 'unavailable',
      status: 503,
      message: expect.stringContaining('保存在本机'),
    });
    world.dynamo.faults.clear();
    expect((await me.view()).drafts).toEqual(before.drafts);
    expect(await me.save('qclose', { sent: ['二'], typing: '', done: true })).toMatchObject({ ok: true });
  });
});

describe('two at once', () => {
  it('ends tapped twice at once are one end and two equal answers (SCENARIOS 2)', async () => {
    const me = await answered();
    const operationId = newOperation();
    const both = await Promise.all([me.end(operationId), me.end(operationId), me.end(operationId)]);
    const [first, ...others] = both.map(({ sync: _, ...answer }) => answer);
    for (const other of others) expect(other).toEqual(first);
    expect((await history(me.interviewId)).filter(({ event }) => event.type === 'ended')).toHaveLength(1);
    const other = await world.refused('interview.end', {
      token: me.token,
      params: me.params,
      input: { operationId: newOperation(), attempt: 1, numbers: me.numbers },
    });
    expect(other.code).toBe('interview_ended');
  });

  it('starts on two devices are one start; the second is told (SCENARIOS 3)', async () => {
    const { interviewId, person } = await invite(world);
    const start = () =>
      world.call('interview.start', {
        token: tokenOf(world, person),
        params: { interviewId },
        input: { operationId: newOperation(), consents },
      });
    const replies = await Promise.all([start(), start()]);
    expect(replies.map((reply) => (reply.ok ? reply.value.status : reply.code)).sort()).toEqual([
      'in_progress',
      'interview_in_progress',
    ]);
  });

  it('two invitations of one person to one opening are one', async () => {
    const [requisitionId, { candidateId }] = [await world.newRequisition(), await world.newCandidate()];
    const invitation = () =>
      world.call('application.invite', {
        token: world.hr,
        params: { requisitionId },
        input: { operationId: newOperation(), candidateId },
      });
    const replies = await Promise.all([invitation(), invitation(), invitation()]);
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    for (const reply of replies) if (!reply.ok) expect(['already_invited', 'version_conflict']).toContain(reply.code);
    const held = (await allItems(world.table)).filter(({ sk }) => sk === `APPLICANT#${candidateId}`);
    expect(held).toHaveLength(1);
  });

  it('a decision and a decision: one stands, the other is refused', async () => {
    const me = await submitted();
    const deciding = (outcome: 'reject' | 'onboarding') =>
      world.call('interview.decide', {
        token: world.hr,
        params: me.params,
        input: { operationId: newOperation(), outcome },
      });
    const replies = await Promise.all([deciding('reject'), deciding('onboarding')]);
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await history(me.interviewId)).filter(({ event }) => event.type === 'decided')).toHaveLength(1);
  });

  it('saves racing an end are either in it or refused; never acknowledged and lost', async () => {
    const me = await answered();
    const racing = Array.from({ length: 12 }, (_, i) =>
      me.save('qfollow', { sent: [`抢时间 ${i}`], typing: '', done: true }).then((reply) => ({ i, reply })),
    );
    let ended = await world.call('interview.end', {
      token: me.token,
      params: me.params,
      input: { operationId: newOperation(), attempt: 1, numbers: { ...me.numbers } },
    });
    const saves = await Promise.all(racing);
    if (!ended.ok) {
      expect(ended.code).toBe('draft_mismatch');
      ended = { ok: true, status: 200, value: await me.end() };
    }
    const kept = Math.max(-1, ...saves.flatMap(({ i, reply }) => (reply.ok ? [i] : [])));
    for (const { reply } of saves) if (!reply.ok) expect(reply.code).toBe('interview_ended');
    const { drafts } = await me.view();
    if (kept >= 0)
      expect(drafts.find(({ questionId }) => questionId === 'qfollow')?.content.sent).toEqual([`抢时间 ${kept}`]);
  });

  it('twenty of one opening, ended and decided at once: counters equal a recount', async () => {
    const requisitionId = await world.newRequisition(20);
    const all = await Promise.all(Array.from({ length: 20 }, () => begin(world, { requisitionId })));
    await Promise.all(all.map((me, i) => (i % 5 === 0 ? me.answer({ qclose: ['只答一题'] }) : me.answer())));
    await Promise.all(all.map((me) => me.end()));
    const outcomes = await Promise.all(
      all.map(({ params }, i) =>
        world.call('interview.decide', {
          token: world.hr,
          params,
          input: { operationId: newOperation(), outcome: i % 2 === 0 ? 'second_interview' : 'reject' },
        }),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(16);
    await world.idle();
    const { requisitions } = await world.must('requisition.list', { token: world.hr });
    expect(requisitions.find((one) => one.requisitionId === requisitionId)).toMatchObject({
      passed: 8,
      counts: { evaluated: 16, incomplete: 4, submitted: 0, in_progress: 0, invited: 0 },
    });
  }, 60_000);
});
