import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { begin, invite, newOperation } from '#test/functions/journeys/candidate.ts';
import { company, startTestWorld, type TestWorld } from '#test/functions/journeys/test-world.ts';
import { answers } from '#test/world/seeds/answers.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld();
});
afterAll(() => world.stop());

it('a person sees, takes away and has deleted what there is of them; an auditor sees who saw it', {
  timeout: 120_000,
}, async () => {
  const admin = world.as('admin');
  const auditor = world.as('auditor');
  const me = await begin(world);
  await me.answer({ ...answers.strong, qprice: ['植入标记一二三,先问清楚再算总成本'] });
  await me.end();
  await world.idle();
  const { candidateId, name } = me.person;
  const { token } = me;
  await world.must('application.dossier', { token: world.hr, params: { applicationId: me.applicationId } });
  await world.must('report.review', { token: world.hr, params: me.params });

  const seen = await world.must('audit.search', { token: auditor, query: { candidate: candidateId } });
  expect(seen.records.map(({ operation }) => operation)).toEqual(
    expect.arrayContaining(['application.invite', 'application.dossier', 'report.review']),
  );
  expect(seen.records.every(({ byName }) => byName !== null)).toBe(true);
  expect(
    (await world.must('audit.ofApplication', { token: world.hr, params: { applicationId: me.applicationId } })).records
      .length,
  ).toBeGreaterThan(2);
  expect(await world.must('audit.verify', { token: auditor, input: {} })).toMatchObject({ broken: null, walk: null });
  const { csv, rows } = await world.must('audit.export', { token: auditor, query: { candidate: candidateId } });
  expect(rows).toBeGreaterThan(2);
  expect(csv).toContain('report.review');
  expect(csv).not.toContain(name);
  expect((await world.refused('audit.search', { token: world.hr, query: {} })).code).toBe('forbidden');

  const mine = await world.must('privacy.mine', { token });
  expect(mine.consents).toMatchObject([{ purpose: 'ai_evaluation', granted: true, withdrawnAt: null }]);
  expect(mine.interviews).toMatchObject([{ interviewId: me.interviewId, open: false, judged: true }]);
  const data = JSON.stringify(await world.must('privacy.download', { token }));
  for (const word of ['植入标记一二三', name, me.person.phone, 'history', 'report']) expect(data).toContain(word);
  expect((await world.must('privacy.notice', { token })).name).toBe('cn.0');

  const asked = await world.must('privacy.askErasure', { token, input: { operationId: newOperation() } });
  const again = await world.must('privacy.askErasure', { token, input: { operationId: newOperation() } });
  expect(again).toEqual(asked);
  const { erasureId, code } = asked;
  await world.must('hold.put', { token: admin, params: { candidateId }, input: { reason: '劳动争议' } });
  const carryOut = () => ({ token: admin, params: { erasureId }, input: { operationId: newOperation() } });
  expect((await world.refused('erasure.carryOut', carryOut())).code).toBe('erasure_held');
  await world.must('hold.lift', { token: admin, params: { candidateId }, input: { operationId: newOperation() } });
  await world.must('erasure.carryOut', carryOut());
  await world.turn('PT1M');
  await world.turn('PT4H');
  const listed = await world.must('erasure.list', { token: world.hr });
  expect(listed.erasures.find((one) => one.erasureId === erasureId)).toMatchObject({ state: 'done', name: null });
  const certificate = await world.must('privacy.certificate', { input: { code: code ?? '' } });
  expect(certificate).toMatchObject({ state: 'done', counts: { interviews: 1 } });
  const stub = createHash('sha256').update(`${company}#${candidateId}`).digest('hex').slice(0, 16);
  expect(certificate.stub).toBe(stub);

  expect((await world.refused('interview.get', { token, params: me.params })).code).toMatch(
    /not_found|unauthenticated/,
  );
  expect(
    (await world.refused('application.dossier', { token: world.hr, params: { applicationId: me.applicationId } })).code,
  ).toBe('not_found');
  const stays = await world.must('audit.search', { token: auditor, query: { candidate: candidateId } });
  expect(stays.records.find(({ by }) => by === 'system')).toMatchObject({
    operation: 'erasure.carryOut',
    by: 'system',
    outcome: 'done',
    people: [{ candidateId, name: null }],
  });
  expect(await world.must('audit.verify', { token: auditor, input: {} })).toMatchObject({ broken: null });
});

it('a deletion nobody looked at is carried out on its day; taken back it is not', { timeout: 120_000 }, async () => {
  const one = await begin(world);
  const other = await begin(world);
  const asked = await world.must('privacy.askErasure', { token: one.token, input: { operationId: newOperation() } });
  const back = await world.must('privacy.askErasure', { token: other.token, input: { operationId: newOperation() } });
  await world.must('privacy.takeBack', {
    token: other.token,
    input: { operationId: newOperation(), erasureId: back.erasureId },
  });
  await world.turn('P15D');
  await world.turn('PT1M');
  await world.turn('PT4H');
  const { erasures } = await world.must('erasure.list', { token: world.hr });
  const stateOf = (id: string) => erasures.find(({ erasureId }) => erasureId === id)?.state;
  expect([stateOf(asked.erasureId), stateOf(back.erasureId)]).toEqual(['done', 'withdrawn']);
  expect((await other.view()).interviewId).toBe(other.interviewId);
});

it('without the consent to the AI an open interview goes on with people', async () => {
  const me = await begin(world);
  const done = await world.must('privacy.withdraw', {
    token: me.token,
    input: { operationId: newOperation(), purpose: 'ai_evaluation' },
  });
  expect(done.leftToPeople).toEqual([me.interviewId]);
  expect((await me.view()).status).toBe('cancelled');
  const { consents } = await world.must('privacy.mine', { token: me.token });
  expect(consents.find(({ purpose }) => purpose === 'ai_evaluation')?.withdrawnAt).not.toBeNull();
});

it('a human route can be asked for from every state that is open', async () => {
  const invited = await invite(world);
  const { tokenOf } = await import('#test/functions/journeys/candidate.ts');
  const token = tokenOf(world, invited.person);
  const params = { interviewId: invited.interviewId };
  const input = { operationId: newOperation(), reason: 'human_route' as const };
  expect((await world.must('interview.decline', { token, params, input })).status).toBe('cancelled');
  const me = await begin(world);
  const asked = {
    token: me.token,
    params: me.params,
    input: { operationId: newOperation(), reason: 'human_route' as const },
  };
  expect((await world.must('interview.decline', asked)).status).toBe('cancelled');
});

it('no word of a person and no secret is in the logs', () => {
  const logs = world.logs.join('\n');
  expect(world.logs.length).toBeGreaterThan(20);
  for (const planted of [
    '植入标记',
    '测试人',
    '1880000',
    '劳动争议',
    world.config.tokenKey,
    world.config.wecom.secret,
    world.config.sms.secretKey,
  ])
    expect(logs).not.toContain(planted);
  expect(logs).not.toMatch(/eyJ[\w-]{10,}\./);
});
