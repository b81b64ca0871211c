import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answers } from '#test/world/seeds/answers.ts';
import {
  begin,
  consents,
  decide,
  dossier,
  enter,
  invite,
  linkOf,
  loginCode,
  newOperation,
  progress,
  questionIds,
  tokenOf,
} from './candidate.ts';
import { startTestWorld, type TestWorld } from './test-world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld();
});
afterAll(() => world.stop());

const some = (...ids: (typeof questionIds)[number][]) => Object.fromEntries(ids.map((id) => [id, answers.strong[id]]));
const statusesOf = (copies: { status: string; version: number }[]) =>
  copies.map(({ status, version }) => `${status}@${version}`);

describe('the story over HTTP', () => {
  it('goes from the invitation to the report, the decision and the message', async () => {
    const requisitionId = await world.newRequisition(2);
    const person = await world.newCandidate();
    const pool = await world.must('requisition.matches', { token: world.hr, params: { requisitionId } });
    expect(pool.candidates.find((one) => one.candidateId === person.candidateId)).toMatchObject({
      match: { matched: true },
      applicationId: null,
    });

    const invited = await invite(world, { requisitionId, person });
    await world.idle();
    expect(world.sms(person)).toHaveLength(1);
    expect(world.sms(person)[0]?.text).toContain(person.name);
    expect(await progress(world, requisitionId)).toMatchObject({ passed: 0, counts: { invited: 1 } });

    const session = await world.must('session.openLink', {
      input: { link: await linkOf(world, person), code: loginCode(world, person.openid) },
    });
    expect(session.interviewId).toBe(invited.interviewId);
    const own = await world.must('interview.list', { token: session.token });
    expect(own.interviews.map(({ interviewId, status }) => [interviewId, status])).toEqual([
      [invited.interviewId, 'invited'],
    ]);
    const me = await enter(world, invited);
    expect(await world.must('session.wechat', { input: { code: loginCode(world, person.openid) } })).toHaveProperty(
      'token',
    );

    await me.answer();
    const view = await me.view();
    expect(view.questions.map(({ id }) => id)).toEqual(questionIds);
    expect(JSON.stringify(view.questions)).not.toContain('keyPoints');
    expect(Object.fromEntries(view.drafts.map(({ questionId, content }) => [questionId, content.sent]))).toEqual(
      answers.strong,
    );

    const ended = await me.end();
    expect(ended).toMatchObject({ status: 'submitted', attempt: 1, answeredIds: questionIds });
    expect(ended.sync).toMatchObject({ version: ended.version, lagging: [] });

    const from = performance.now();
    await world.idle();
    expect(await world.must('interview.sync', { token: me.token, params: me.params })).toMatchObject({
      lagging: [],
      report: 'ready',
    });
    expect(performance.now() - from).toBeLessThan(8_000);

    const report = await world.must('interview.report', { token: me.token, params: me.params });
    expect(report.dimensions.length).toBeGreaterThan(0);
    expect(report.dimensions.every(({ score }) => score === null)).toBe(true);
    const review = await world.must('report.review', { token: world.hr, params: me.params });
    expect(review.answers.map(({ questionId, text, counted }) => ({ questionId, text, counted }))).toEqual(
      questionIds.map((questionId) => ({ questionId, text: answers.strong[questionId].join('\n'), counted: true })),
    );
    for (const { questionId, evidence } of review.report?.items ?? []) {
      const text = review.answers.find((answer) => answer.questionId === questionId)?.text ?? '';
      for (const { quote, start, end } of evidence) expect(text.slice(start, end)).toBe(quote);
    }
    const { rows } = await world.must('workbench.list', { token: world.hr, query: { status: 'submitted' } });
    expect(rows.find((row) => row.interviewId === invited.interviewId)).toMatchObject({
      candidate: person.name,
      report: 'ready',
      overall: review.report?.overall,
    });
    const before = await dossier(world, invited.applicationId);
    expect(before).toMatchObject({ status: 'submitted', stage: 'awaiting_review', report: 'ready', undoUntil: null });
    expect(new Set(statusesOf(before.copies))).toEqual(new Set([`submitted@${ended.version + 1}`]));
    expect(before.copies).toHaveLength(4);
    expect(before.messages.map(({ kind, channel, state }) => `${kind} ${channel} ${state}`).sort()).toEqual([
      'invitation sms sent',
      'report_for_hr wecom sent',
      'result sms sent',
    ]);
    expect(await progress(world, requisitionId)).toMatchObject({ passed: 0, vacancies: 2, counts: { submitted: 1 } });

    await decide(world, invited.interviewId);
    await world.idle();
    expect(await progress(world, requisitionId)).toMatchObject({
      passed: 1,
      vacancies: 2,
      counts: { submitted: 0, evaluated: 1 },
    });
    const told = world.sms(person).length;
    await world.turn('PT9M');
    expect(world.sms(person)).toHaveLength(told);
    await world.turn('PT2M');
    expect(world.sms(person)).toHaveLength(told + 1);
    expect(world.sms(person).at(-1)?.text).toContain('进入复试');
    expect(await dossier(world, invited.applicationId)).toMatchObject({
      status: 'evaluated',
      stage: 'second_interview',
    });
    expect((await me.view()).milestones.decidedAt).not.toBeNull();
  });

  it('moves 「1/2」 by a pass alone, closes at 2/2, and leaves the candidate untold of what was taken back', async () => {
    const requisitionId = await world.newRequisition(2);
    const passed = () => progress(world, requisitionId).then((one) => one.passed);
    const [a, b, c] = [
      await begin(world, { requisitionId }),
      await begin(world, { requisitionId }),
      await begin(world, { requisitionId }),
    ];
    for (const one of [a, b, c]) {
      await one.answer(answers.middling);
      await one.end();
    }
    await world.idle();
    expect(await passed()).toBe(0);

    await decide(world, a.interviewId, 'reject');
    await world.idle();
    expect(await passed()).toBe(0);

    await decide(world, b.interviewId, 'onboarding');
    await world.idle();
    expect(await passed()).toBe(1);
    await world.turn('PT5M');
    await world.must('interview.undoDecision', {
      token: world.hr,
      params: b.params,
      input: { operationId: newOperation() },
    });
    await world.idle();
    expect(await passed()).toBe(0);
    expect(await dossier(world, b.applicationId)).toMatchObject({
      status: 'submitted',
      outcome: null,
      undoUntil: null,
    });
    await world.turn('PT1H');
    expect(
      world
        .sms(b.person)
        .map(({ text }) => text)
        .join(),
    ).not.toContain('待入职');
    expect(world.sms(a.person).at(-1)?.text).toContain('很遗憾');

    await decide(world, b.interviewId);
    await decide(world, c.interviewId);
    await world.idle();
    expect(await progress(world, requisitionId)).toMatchObject({ passed: 2, counts: { evaluated: 3 } });
    await world.turn('PT11M');
    expect(world.sms(b.person).filter(({ text }) => text.includes('进入复试'))).toHaveLength(1);
    const late = await world.refused('interview.undoDecision', {
      token: world.hr,
      params: b.params,
      input: { operationId: newOperation() },
    });
    expect(late.code).toBe('undo_too_late');

    // Whoever goes on to the second interview holds no vacancy yet; 待入职 does, and then the requisition is full.
    await decide(world, b.interviewId, 'onboarding');
    await decide(world, c.interviewId, 'onboarding');
    await world.idle();
    expect(await progress(world, requisitionId)).toMatchObject({ passed: 2 });
    const d = await world.newCandidate();
    const closed = await world.refused('application.invite', {
      token: world.hr,
      params: { requisitionId },
      input: { operationId: newOperation(), candidateId: d.candidateId },
    });
    expect(closed.code).toBe('requisition_closed');
  });

  it('restores to the character after a kill, and begins attempt 2 after 「否」 with the first one kept', async () => {
    const me = await begin(world);
    const typed = {
      sent: ['第一条 👩‍👩‍👧 e\u0301', '  空格也要留着  '],
      typing: '正在输入的半句\n换行,还没',
      done: false,
    };
    await me.save('qclose', typed);
    const before = await me.view();

    const receipt = await me.resume('continue');
    expect(receipt).toMatchObject({ attempt: 1, epoch: before.epoch + 1, status: 'in_progress' });
    const after = await me.view();
    expect(after.drafts.map(({ content }) => content)).toEqual(before.drafts.map(({ content }) => content));
    expect(after.drafts.find(({ questionId }) => questionId === 'qclose')?.content).toEqual(typed);
    await me.save('qclose', { ...typed, typing: '接着写' });

    const second = await me.resume('restart');
    expect(second).toMatchObject({ attempt: 2, status: 'in_progress' });
    const fresh = await me.view();
    expect(fresh.drafts.every(({ content }) => content.sent.length === 0 && content.typing === '')).toBe(true);
    expect(fresh.attemptsLeft).toBe(0);
    const third = await world.refused('interview.resume', {
      token: me.token,
      params: me.params,
      input: { operationId: newOperation(), choice: 'restart' },
    });
    expect(third.code).toBe('attempts_exhausted');

    await me.answer(answers.weak);
    expect(await me.end()).toMatchObject({ status: 'submitted', attempt: 2 });
    await world.idle();
    const { report } = await world.must('report.review', { token: world.hr, params: me.params });
    expect(report?.attempt).toBe(2);
  });

  it('never counts an interview that ended without enough answers, and lets it be begun again', async () => {
    const requisitionId = await world.newRequisition(2);
    const me = await begin(world, { requisitionId });
    await me.answer(some('qclose', 'qmissed'));
    await me.save('qprice', { sent: [...answers.strong.qprice], typing: '', done: false });
    expect(await me.end()).toMatchObject({ status: 'incomplete', answeredIds: ['qclose', 'qmissed'] });
    await world.turn('PT2H');
    expect(await progress(world, requisitionId)).toMatchObject({ passed: 0, counts: { incomplete: 1, submitted: 0 } });
    expect(await dossier(world, me.applicationId)).toMatchObject({ status: 'incomplete', report: 'none' });
    // Started before the invitation was sent: what no longer holds is not said.
    expect(world.sms(me.person)).toEqual([]);
    expect((await world.refused('interview.report', { token: me.token, params: me.params })).code).toBe(
      'report_not_ready',
    );
    const undecidable = await world.refused('interview.decide', {
      token: world.hr,
      params: me.params,
      input: { operationId: newOperation(), outcome: 'second_interview' },
    });
    expect(undecidable.code).toBe('interview_ended');
    expect((await me.view()).drafts.find(({ questionId }) => questionId === 'qprice')?.content.sent).toEqual(
      answers.strong.qprice,
    );

    await me.resume('restart');
    await me.answer();
    expect(await me.end()).toMatchObject({ status: 'submitted', attempt: 2 });
    await world.idle();
    expect(await progress(world, requisitionId)).toMatchObject({ passed: 0, counts: { incomplete: 0, submitted: 1 } });
  });

  it('gives who declines the AI an equal way: HR is told, nothing is evaluated', async () => {
    const requisitionId = await world.newRequisition(2);
    const invited = await invite(world, { requisitionId });
    await world.idle();
    const { token } = await world.must('session.openLink', {
      input: { link: await linkOf(world, invited.person), code: loginCode(world, invited.person.openid) },
    });
    const params = { interviewId: invited.interviewId };
    const without = await world.refused('interview.start', {
      token,
      params,
      input: { operationId: newOperation(), consents: consents.map((one) => ({ ...one, granted: false })) },
    });
    expect(without.code).toBe('consent_required');
    const mark = world.outbox.list().at(-1)?.id ?? '';
    expect(
      await world.must('interview.decline', {
        token,
        params,
        input: { operationId: newOperation(), reason: 'human_route' },
      }),
    ).toMatchObject({ status: 'cancelled' });
    await world.turn('P4D');
    // Others of this world have something fall due in these days.
    const told = world.outbox.list({ after: mark }).filter(({ text }) => text.includes(invited.person.name));
    expect(told.map(({ channel, title }) => `${channel} ${title}`)).toEqual(['wecom 候选人申请人工面试']);
    expect(told[0]?.text).toContain(invited.person.name);
    expect(await dossier(world, invited.applicationId)).toMatchObject({
      status: 'cancelled',
      stage: 'awaiting_review',
      report: 'none',
    });
    expect(await progress(world, requisitionId)).toMatchObject({ passed: 0, counts: { cancelled: 1 } });
  });

  it('makes 未参加 of an invitation that nobody entered by the deadline and its grace', async () => {
    const invited = await invite(world);
    await world.turn('PT72H14M');
    expect((await dossier(world, invited.applicationId)).status).toBe('invited');
    await world.turn('PT2M');
    expect((await dossier(world, invited.applicationId)).status).toBe('no_show');
    expect(await progress(world, invited.requisitionId)).toMatchObject({
      passed: 0,
      counts: { no_show: 1, invited: 0 },
    });
    const tooLate = await world.refused('interview.start', {
      token: tokenOf(world, invited.person),
      params: { interviewId: invited.interviewId },
      input: { operationId: newOperation(), consents },
    });
    expect(tooLate.code).toBe('interview_closed');
    await world.idle();
    const [, asked, ...more] = world.sms(invited.person);
    expect(asked?.text).toContain('未参加');
    expect(more).toEqual([]);
  });

  it('makes 未完成 of an interview left for the resume window, counted from the last save', async () => {
    const me = await begin(world);
    await world.turn('PT20H');
    const typed = { sent: ['二十小时以后又写了一段'], typing: '', done: true };
    await world.must('interview.saveDraft', {
      token: me.token,
      params: { ...me.params, questionId: 'qclose' },
      input: { attempt: 1, number: 1_000_001, content: typed },
    });
    await world.turn('PT10H');
    const still = await dossier(world, me.applicationId);
    expect(still.status).toBe('in_progress');
    await world.turn('PT14H10M');
    expect((await dossier(world, me.applicationId)).status).toBe('in_progress');
    await world.turn('PT10M');
    expect((await dossier(world, me.applicationId)).status).toBe('incomplete');
    const view = await world.must('interview.get', { token: me.token, params: me.params });
    expect(view.drafts.find(({ questionId }) => questionId === 'qclose')?.content).toEqual(typed);
    const sealed = await world.refused('interview.saveDraft', {
      token: me.token,
      params: { ...me.params, questionId: 'qclose' },
      input: { attempt: 1, number: 1_000_002, content: typed },
    });
    expect(sealed.code).toBe('interview_ended');
  });

  it('lets who saved within the resume window continue where the page said so', async () => {
    const me = await begin(world);
    await world.turn('PT20H');
    await world.must('interview.saveDraft', {
      token: me.token,
      params: { ...me.params, questionId: 'qclose' },
      input: { attempt: 1, number: 1_000_001, content: { sent: ['还在写'], typing: '', done: false } },
    });
    await world.turn('PT10H');
    const view = await world.must('interview.get', { token: me.token, params: me.params });
    expect(Date.parse(view.closesAt)).toBeGreaterThan(world.clock.now().getTime());
    const resumed = await world.call('interview.resume', {
      token: me.token,
      params: me.params,
      input: { operationId: newOperation(), choice: 'continue' },
    });
    expect(resumed).toMatchObject({ ok: true, value: { status: 'in_progress', epoch: 2 } });
  });

  it('tells HR of a report that did not come in time, and still attaches it when it comes', async () => {
    const me = await begin(world);
    await me.answer();
    const mark = world.outbox.list().at(-1)?.id ?? '';
    const mend = world.s3.faults.add({ kind: 'cutUpload', next: 10_000, methods: ['PUT'] });
    await me.end();
    await world.idle();
    expect(world.queue.store.counts('evaluate-dead').visible).toBe(1);
    expect((await world.must('interview.sync', { token: me.token, params: me.params })).report).toBe('generating');
    await world.turn('PT6M');
    expect((await world.must('interview.sync', { token: me.token, params: me.params })).report).toBe('failed');
    const titles = () => world.outbox.list({ after: mark, channel: 'wecom' }).map(({ title }) => title);
    expect(titles()).toEqual(['报告暂缺,请人工评估']);

    mend();
    expect(world.queue.store.redrive('evaluate-dead')).toBe(1);
    await world.idle();
    expect((await world.must('interview.sync', { token: me.token, params: me.params })).report).toBe('ready');
    expect(titles()).toEqual(['报告暂缺,请人工评估', '待评估:AI 面试报告']);
    expect((await dossier(world, me.applicationId)).status).toBe('submitted');
  });

  it('sends the result by the accepted WeChat subscription, once, and the SMS when there is none', async () => {
    const me = await enter(world, await invite(world));
    world.wechat.subscription(me.person.openid, world.config.wechat.templates.result, 'accept');
    const input = { operationId: newOperation(), accepted: ['result' as const] };
    const accepted = await world.must('interview.subscribe', { token: me.token, params: me.params, input });
    expect(accepted.credits).toEqual({ result: 1 });
    expect(await world.must('interview.subscribe', { token: me.token, params: me.params, input })).toEqual(accepted);
    await me.answer();
    await me.end();
    await world.idle();
    const result = world.outbox.list({ to: me.person.openid });
    expect(result.map(({ channel, title }) => `${channel} ${title}`)).toEqual(['wechat 面试结果通知']);
    expect(result[0]?.page).toContain(me.interviewId);
    expect(world.sms(me.person)).toHaveLength(1);
  });

  it('ends in time by the server whatever the device thinks, and late within the grace', async () => {
    const me = await begin(world);
    await me.answer();
    await world.turn('PT23H59M');
    await world.turn('PT15M');
    expect((await me.end()).status).toBe('submitted');
    const { timeline } = await dossier(world, me.applicationId);
    expect(timeline.map(({ type }) => type).slice(0, 3)).toEqual(['invited', 'started', 'ended']);
  });
});
