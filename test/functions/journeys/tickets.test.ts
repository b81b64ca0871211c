import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '#shared/contract/operations.ts';
import { answers } from '#test/world/seeds/answers.ts';
import { begin, type Candidate, dossier, invite, newOperation, tokenOf } from './candidate.ts';
import { startTestWorld, type TestWorld } from './test-world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld();
});
afterAll(() => world.stop());

type Opening = Input<'ticket.open'>;
const ask = ({ token, params }: Candidate, kind: Opening['kind'], more: Partial<Opening> = {}) =>
  world.must('ticket.open', {
    token,
    params,
    input: { operationId: newOperation(), kind, category: 'technical', text: '页面打不开了', ...more },
  });
const close = (me: Candidate, ticketId: string, more: Partial<Input<'ticket.close'>> = {}) =>
  world.must('ticket.close', {
    token: world.hr,
    params: { ...me.params, ticketId },
    input: { operationId: newOperation(), resolution: 'resolved', fault: 'none', ...more },
  });
const waiting = async (me: Candidate) => {
  await world.idle();
  const { rows } = await world.must('ticket.list', { token: world.hr });
  return rows.find((row) => row.interviewId === me.interviewId);
};

describe('help in the middle of an interview', () => {
  it('is a thread: asked, seen by HR, answered under a name, said on, closed with the time given back', async () => {
    const me = await begin(world);
    const before = await me.view();
    const { ticketId } = await ask(me, 'help', { text: '麦克风没有声音' });
    expect((await me.view()).pausedSince).not.toBeNull();
    expect(await waiting(me)).toMatchObject({ tickets: ['help'], status: 'in_progress' });
    const params = { ...me.params, ticketId };
    const answer = { operationId: newOperation(), text: '请先点「重新检测」，我在线等您。' };
    await world.must('ticket.answer', { token: world.hr, params, input: answer });
    await world.must('ticket.answer', { token: world.hr, params, input: answer });
    world.clock.advance('PT30M');
    await world.must('ticket.say', { token: me.token, params, input: { operationId: newOperation(), text: '好了' } });
    const { tickets } = await world.must('ticket.mine', { token: me.token, params: me.params });
    expect(tickets[0]?.messages).toMatchObject([
      { by: 'candidate', name: null, text: '麦克风没有声音' },
      { by: 'staff', name: '王敏', text: answer.text },
      { by: 'candidate', text: '好了' },
    ]);
    await close(me, ticketId, { fault: 'ours', text: '已把等待的时间补给您' });
    const after = await me.view();
    expect(after.pausedSince).toBeNull();
    expect(Date.parse(after.closesAt) - Date.parse(before.closesAt)).toBe(30 * 60_000);
    expect(await waiting(me)).toBeUndefined();
    const late = await world.refused('ticket.say', {
      token: me.token,
      params,
      input: { operationId: newOperation(), text: '谢谢' },
    });
    expect(late.code).toBe('ticket_closed');
  });

  it('the same operation opens one ticket and gives the same id', async () => {
    const me = await begin(world);
    const operationId = newOperation();
    const first = await ask(me, 'help', { operationId });
    expect(await ask(me, 'help', { operationId })).toEqual(first);
    const other = await world.refused('ticket.open', {
      token: me.token,
      params: me.params,
      input: { operationId, kind: 'help', category: 'question', text: '别的' },
    });
    expect(other.code).toBe('operation_conflict');
    expect((await world.must('ticket.mine', { token: me.token, params: me.params })).tickets).toHaveLength(1);
  });

  it('nobody else may read or write it (SCENARIOS 19)', async () => {
    const me = await begin(world);
    const { ticketId } = await ask(me, 'help');
    const stranger = tokenOf(world, await world.newCandidate());
    const params = { ...me.params, ticketId };
    const input = { operationId: newOperation(), text: '?' };
    expect((await world.refused('ticket.mine', { token: stranger, params: me.params })).code).toBe('not_found');
    expect((await world.refused('ticket.say', { token: stranger, params, input })).code).toBe('not_found');
    expect((await world.refused('ticket.read', { token: me.token, params: me.params })).code).toBe('forbidden');
  });
});

describe('a mistaken end', () => {
  it('is asked to be opened again, granted in one tap, and goes on where it was', async () => {
    const me = await begin(world);
    await me.answer({ qclose: answers.strong.qclose, qmissed: answers.strong.qmissed });
    expect((await me.end()).status).toBe('incomplete');
    const { ticketId } = await ask(me, 'reopen', { category: 'mistaken_end', text: '我点错了' });
    expect(await waiting(me)).toMatchObject({ tickets: ['reopen'], status: 'incomplete' });
    await close(me, ticketId, { resolution: 'granted' });
    const view = await me.view();
    expect(view).toMatchObject({ status: 'in_progress', attempt: 1 });
    expect(view.drafts.filter(({ content }) => content.done)).toHaveLength(2);
    await me.resume('continue');
    await me.answer();
    const ended = await me.end();
    expect(ended.status).toBe('submitted');
    await world.idle();
    expect(await dossier(world, me.applicationId)).toMatchObject({ status: 'submitted', report: 'ready' });
  });

  it('a finished one too, without asking: the report waits for the next end, and the copies agree', async () => {
    const me = await begin(world);
    await me.answer();
    await me.end();
    await world.idle();
    const input = { operationId: newOperation(), reason: 'technical' as const };
    await world.must('interview.reopen', { token: world.hr, params: me.params, input });
    await world.must('interview.reopen', { token: world.hr, params: me.params, input });
    await world.idle();
    const seen = await dossier(world, me.applicationId);
    expect(seen).toMatchObject({ status: 'in_progress', report: 'none', overall: null, stage: 'interviewing' });
    expect(new Set(seen.copies.map(({ status }) => status))).toEqual(new Set(['in_progress']));
    await me.resume('continue');
    await me.end();
    await world.idle();
    const again = await dossier(world, me.applicationId);
    expect(again).toMatchObject({ status: 'submitted', report: 'ready' });
    const { versions } = await world.must('report.review', { token: world.hr, params: me.params });
    expect(versions.map(({ report }) => report)).toEqual([1, 2]);
  });
});

describe('time', () => {
  it('HR gives more of it, and more for each timed answer', async () => {
    const me = await begin(world);
    const before = await me.view();
    const extended = await world.must('interview.extend', {
      token: world.hr,
      params: me.params,
      input: { operationId: newOperation(), reason: 'asked', hours: 10 },
    });
    expect(Date.parse(extended.closesAt) - Date.parse(before.closesAt)).toBe(10 * 3_600_000);
    await world.must('interview.accommodate', {
      token: world.hr,
      params: me.params,
      input: { operationId: newOperation(), extraTime: 1.5 },
    });
    const seconds = (view: typeof before) => view.questions.find(({ id }) => id === 'qprice')?.answerSeconds;
    const after = await me.view();
    expect(after.extraTime).toBe(1.5);
    expect(seconds(after)).toBe((seconds(before) ?? 0) * 1.5);
  });

  it('can be granted with the invitation', async () => {
    const person = await world.newCandidate();
    const requisitionId = await world.newRequisition();
    const { interviewId } = await world.must('application.invite', {
      token: world.hr,
      params: { requisitionId },
      input: { operationId: newOperation(), candidateId: person.candidateId, extraTime: 2 },
    });
    const view = await world.must('interview.get', { token: tokenOf(world, person), params: { interviewId } });
    expect(view.extraTime).toBe(2);
  });
});

describe('what the interviewer asks after a vague answer', () => {
  const followUp = (me: Candidate, questionId: string, bubbles: number) =>
    world.must('interview.followUp', {
      token: me.token,
      params: { ...me.params, questionId },
      input: { attempt: 1, bubbles },
    });

  it('is one of the plan, the same again for the same place, two at most, and stands in the interview', async () => {
    const me = await begin(world);
    await me.save('qprice', { sent: ['我会跟他说我们质量好。'], typing: '', done: true });
    const first = await followUp(me, 'qprice', 1);
    expect(first.ask).toContain('李经理');
    expect(await followUp(me, 'qprice', 1)).toEqual(first);
    await me.save('qprice', { sent: ['我会跟他说我们质量好。', '就是好。'], typing: '', done: true });
    const second = await followUp(me, 'qprice', 2);
    expect(second.ask).not.toBe(first.ask);
    await me.save('qprice', { sent: ['我会跟他说我们质量好。', '就是好。', '没了。'], typing: '', done: true });
    expect((await followUp(me, 'qprice', 3)).ask).toBeNull();
    const question = (await me.view()).questions.find(({ id }) => id === 'qprice');
    expect(question?.asked).toEqual([
      { ask: first.ask, after: 1 },
      { ask: second.ask, after: 2 },
    ]);
  });

  it('is nothing after a clear one, and never names a key point', async () => {
    const me = await begin(world);
    await me.answer();
    const { qprice } = answers.strong;
    expect((await followUp(me, 'qprice', qprice.length)).ask).toBeNull();
    await me.save('qclose', { sent: ['有一次谈成了。'], typing: '', done: true });
    const { ask } = await followUp(me, 'qclose', 1);
    expect(ask).not.toBeNull();
    for (const keyPoint of ['犹豫的原因', '真实需求', '持续跟进', '复盘']) expect(ask).not.toContain(keyPoint);
  });
});

it('a device check is kept for support, its failures in the history', async () => {
  const invited = await invite(world);
  const token = tokenOf(world, invited.person);
  const params = { interviewId: invited.interviewId };
  const results = [
    { check: 'microphone' as const, ok: false, code: 'denied' },
    { check: 'network' as const, ok: true, code: 'ok', value: 820 },
  ];
  await world.must('interview.precheck', { token, params, input: { operationId: newOperation(), results } });
  const view = await world.must('interview.get', { token, params });
  expect(view.prechecked?.failed).toEqual(['microphone']);
  expect((await dossier(world, invited.applicationId)).prechecks[0]?.results).toEqual(results);
});

it('what happens around the answers is noted only where the candidate agreed', async () => {
  const me = await begin(world);
  const seen = [{ kind: 'left_app' as const, at: world.clock.now().toISOString() }];
  const reply = await world.refused('interview.observe', {
    token: me.token,
    params: me.params,
    input: { attempt: 1, seen },
  });
  expect(reply.code).toBe('consent_required');
});
