import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { composeDeliver, composeEvaluate } from '#functions/compose.ts';
import { type DeliverJob, deliver } from '#functions/delivery/deliver.ts';
import { evaluate } from '#functions/evaluation/evaluate.ts';
import {
  begin,
  type Candidate,
  decide,
  dossier,
  enter,
  invite,
  newOperation,
} from '#test/functions/journeys/candidate.ts';
import { company, startTestWorld, type TestWorld } from '#test/functions/journeys/test-world.ts';
import { problemsOf } from '#test/functions/table-check.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld();
});
afterEach(async () => {
  fault();
  world.dynamo.faults.clear();
  await world.idle();
  expect(await problemsOf(world.table, world.clock.now())).toEqual([]);
});
afterAll(() => world.stop());

type Fault = {
  provider: 'sms' | 'wechat' | 'wecom' | 'email';
  kind: 'down' | 'unknown' | 'errcode';
  errcode?: number | string;
  api?: string;
  next?: number;
};
function fault(...faults: Fault[]): void {
  for (const vendor of [world.wechat, world.wecom, world.smsProvider, world.mail]) vendor.faults.set(faults);
}
const deliveries = async (applicationId: string, kind: string) =>
  (await dossier(world, applicationId)).messages
    .filter((one) => one.kind === kind)
    .map(({ channel, state }) => `${channel} ${state}`);
const job = (interviewId: string, kind: DeliverJob['kind'], generation: number): DeliverJob => ({
  company,
  interviewId,
  kind,
  generation,
});
const send = (one: DeliverJob) => deliver(composeDeliver(world.config, world.clock), one);

/** With a report, and everything that it sets off sent. */
async function reported(): Promise<Candidate> {
  const me = await begin(world);
  await me.answer();
  await me.end();
  await world.idle();
  return me;
}

describe('deliver', () => {
  it('sends one message however often its job comes', async () => {
    const me = await invite(world);
    await world.idle();
    const one = job(me.interviewId, 'invitation', 1);
    expect(await send(one)).toBe('already');
    await Promise.all([send(one), send(one), send(one)]);
    expect(world.sms(me.person)).toHaveLength(1);
  });

  it('does not repeat what may have been sent (SCENARIOS 15)', async () => {
    fault({ provider: 'sms', kind: 'unknown' });
    const me = await invite(world);
    await world.idle();
    expect(await deliveries(me.applicationId, 'invitation')).toEqual(['sms unknown']);
    fault();
    expect(await send(job(me.interviewId, 'invitation', 1))).toBe('already');
    expect(world.sms(me.person)).toHaveLength(1);
  });

  it('waits for a provider that is away, and then sends once', async () => {
    fault({ provider: 'sms', kind: 'down', next: 2 }, { provider: 'email', kind: 'down', next: 2 });
    const me = await invite(world);
    await world.idle();
    expect((await deliveries(me.applicationId, 'invitation')).sort()).toEqual(['email unavailable', 'sms sent']);
    expect(world.sms(me.person)).toHaveLength(1);
  });

  it('falls to the next channel when the first refuses', async () => {
    const me = await enter(world, await invite(world));
    world.wechat.subscription(me.person.openid, world.config.wechat.templates.result, 'accept');
    const input = { operationId: newOperation(), accepted: ['result' as const] };
    await world.must('interview.subscribe', { token: me.token, params: me.params, input });
    fault({ provider: 'wechat', kind: 'errcode', errcode: 43101, api: 'subscribe/send' });
    await me.answer();
    await me.end();
    await world.idle();
    expect((await deliveries(me.applicationId, 'result')).sort()).toEqual(['sms sent', 'wechat refused']);
    expect(world.sms(me.person)).toHaveLength(2);
  });

  it('keeps the credit of a message that was certainly not sent', async () => {
    const me = await enter(world, await invite(world));
    world.wechat.subscription(me.person.openid, world.config.wechat.templates.result, 'accept');
    const input = { operationId: newOperation(), accepted: ['result' as const] };
    await world.must('interview.subscribe', { token: me.token, params: me.params, input });
    fault(
      { provider: 'wechat', kind: 'down', api: 'subscribe/send', next: 1 },
      { provider: 'sms', kind: 'down', next: 1 },
      { provider: 'email', kind: 'down', next: 1 },
    );
    await me.answer();
    await me.end();
    await world.idle();
    expect(await deliveries(me.applicationId, 'result')).toContain('wechat sent');
    expect(world.sms(me.person)).toHaveLength(1);
  });

  it('says a thing on one channel, also when its job comes twice at once', async () => {
    const me = await enter(world, await invite(world));
    world.wechat.subscription(me.person.openid, world.config.wechat.templates.result, 'accept');
    const input = { operationId: newOperation(), accepted: ['result' as const] };
    await world.must('interview.subscribe', { token: me.token, params: me.params, input });
    await me.answer();
    await me.end();
    await world.idle();
    expect(await deliveries(me.applicationId, 'result')).toEqual(['wechat sent']);
    world.wechat.subscription(me.person.openid, world.config.wechat.templates.result, 'accept');
    const again = { operationId: newOperation(), accepted: ['result' as const] };
    await world.must('interview.subscribe', { token: me.token, params: me.params, input: again });
    const before = world.outbox.list().length;
    const one = job(me.interviewId, 'result', 99);
    await Promise.all([send(one), send(one), send(one)]);
    expect(
      world.outbox
        .list()
        .slice(before)
        .map(({ channel }) => channel),
    ).toHaveLength(1);
  });

  it.each(['lostReply', 'throttle', 'conflict'] as const)(
    'is not kept from sending by its own claim (%s)',
    async (kind) => {
      const me = await invite(world);
      const operations = kind === 'throttle' ? ['GetItem'] : ['PutItem'];
      await world.idle();
      world.dynamo.faults.add({ kind, next: 1, operations, after: kind === 'throttle' ? 1 : 0 });
      const one = job(me.interviewId, 'invitation', 77);
      const first = await send(one).catch(() => 'failed');
      const second = first === 'sent' ? first : await send(one);
      expect(second).toBe('sent');
      expect(await send(one)).toBe('already');
      expect(world.sms(me.person)).toHaveLength(2);
    },
  );

  it('is tried again when the store failed before the provider was asked', async () => {
    const me = await invite(world);
    await world.idle();
    const deps = composeDeliver(world.config, world.clock);
    const failing = { ...deps, tokens: { ...deps.tokens, issueLink: () => Promise.reject(new Error('no token now')) } };
    const one = job(me.interviewId, 'invitation', 78);
    await expect(deliver(failing, one)).rejects.toThrow('no token now');
    expect(await send(one)).toBe('sent');
    expect(world.sms(me.person)).toHaveLength(2);
  });

  it('says nothing that no longer holds', async () => {
    const me = await reported();
    const before = world.outbox.list().length;
    expect(await send(job(me.interviewId, 'invitation', 9))).toBe('stale');
    expect(await send(job(me.interviewId, 'decision', 9))).toBe('stale');
    expect(await send(job(me.interviewId, 'report_missing', 9))).toBe('stale');
    expect(await send(job(me.interviewId, 'human_route', 9))).toBe('stale');
    await decide(world, me.interviewId);
    await world.must('interview.undoDecision', {
      token: world.hr,
      params: me.params,
      input: { operationId: newOperation() },
    });
    expect(await send(job(me.interviewId, 'decision', 5))).toBe('stale');
    expect(world.outbox.list()).toHaveLength(before);
  });

  it('says nothing of another company’s interview', async () => {
    const me = await reported();
    expect(await send({ ...job(me.interviewId, 'result', 4), company: 'co_other' })).toBe('stale');
  });
});

describe('evaluate', () => {
  /** The third event, after the invitation and the start, is the end that asked for it. */
  const judge = (interviewId: string, attempt = 1) =>
    evaluate(composeEvaluate(world.config, world.clock), { company, interviewId, attempt, request: 3 });
  const reports = async (applicationId: string) =>
    (await dossier(world, applicationId)).timeline.filter(({ type }) => type === 'report_ready').length;

  it('makes one report however often its job comes, for its own attempt only', async () => {
    const me = await reported();
    expect(await judge(me.interviewId)).toBe('stale');
    expect(await judge(me.interviewId, 2)).toBe('stale');
    await Promise.all([judge(me.interviewId), judge(me.interviewId)]);
    expect(await reports(me.applicationId)).toBe(1);
  });

  it('two at once make one report', async () => {
    const me = await begin(world);
    await me.answer();
    await me.end();
    await Promise.all(
      [judge(me.interviewId), judge(me.interviewId), judge(me.interviewId)].map((one) => one.catch(() => 'again')),
    );
    await world.idle();
    expect(await reports(me.applicationId)).toBe(1);
  });

  it('is not given up because other writers were in the way', async () => {
    const me = await begin(world);
    await me.answer();
    await world.idle();
    const removed = world.queue.store.counts('evaluate-dead').visible;
    await me.end();
    world.dynamo.faults.add({ kind: 'conflict', next: 8, operations: ['TransactWriteItems'] });
    await world.idle();
    world.dynamo.faults.clear();
    await world.idle();
    expect(await reports(me.applicationId)).toBe(1);
    expect(world.queue.store.counts('evaluate-dead').visible).toBe(removed);
  });
});
