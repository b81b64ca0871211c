import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joseTokens } from '#functions/adapters/jose/tokens.ts';
import { deviceOf } from '#shared/access/device.ts';
import { begin, enter, invite, tokenOf } from '#test/functions/journeys/candidate.ts';
import { company, startTestWorld, type TestWorld } from '#test/functions/journeys/test-world.ts';
import { seed } from '#test/world/seeds/world-seed.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld();
});
afterAll(() => world.stop());

const wecom = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) wxwork/4.1.30 MicroMessenger/7.0.1';
const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/130.0 Safari/537.36';

/** A member of staff signs in from WeCom, as that device. */
async function signIn(role: string, agent = wecom): Promise<string> {
  const person = seed.staff.find((one) => one.role === role);
  const code = world.wecom.loginCode(seed.company.wecom.corpid, person?.wecomUserId ?? '');
  const headers = { 'user-agent': agent };
  return (await world.must('session.wecom', { input: { code, via: 'mini_program' }, headers })).token;
}
const sessionsOf = async (token: string) => (await world.must('account.get', { token })).sessions;
const asked = async (token: string) => {
  const reply = await world.call('requisition.list', { token });
  return reply.ok ? 'ok' : reply.code;
};

describe('a member of staff', () => {
  it('sees where they are signed in, ends one of them, and it is over there with the next request', async () => {
    const [phone, desk] = [await signIn('recruiter'), await signIn('recruiter', windows)];
    const all = await sessionsOf(phone);
    expect(all.map(({ device, current }) => ({ ...device, current }))).toEqual(
      expect.arrayContaining([
        { app: 'wecom', system: 'ios', current: true },
        { app: 'browser', system: 'windows', current: false },
      ]),
    );
    const other = all.find(({ device }) => device.system === 'windows')?.sessionId ?? '';
    expect(await asked(desk)).toBe('ok');
    const { sessions } = await world.must('account.endSession', { token: phone, params: { sessionId: other } });
    expect(sessions.map(({ sessionId }) => sessionId)).not.toContain(other);
    expect(await asked(desk)).toBe('unauthenticated');
    expect(await world.refused('session.renew', { input: { token: desk } })).toMatchObject({ code: 'login_failed' });
    expect(await asked(phone)).toBe('ok');
  });

  it('ends no session of anybody else', async () => {
    const [recruiter, head] = [await signIn('recruiter'), await signIn('department_head')];
    const [theirs] = await sessionsOf(head);
    const params = { sessionId: theirs?.sessionId ?? '' };
    await world.must('account.endSession', { token: recruiter, params });
    expect(await asked(head)).toBe('ok');
  });

  it('works on with a renewed token while the session stands, and not after its end', async () => {
    const token = await signIn('recruiter');
    await world.turn('PT61M');
    expect(await asked(token)).toBe('token_expired');
    const renewed = await world.must('session.renew', { input: { token } });
    expect(await asked(renewed.token)).toBe('ok');
    await world.turn('PT12H');
    expect(await world.refused('session.renew', { input: { token } })).toMatchObject({ code: 'login_failed' });
  });

  it('is noted as having used it, once an hour at most', async () => {
    const token = await signIn('auditor');
    const [first] = await sessionsOf(token);
    await world.turn('PT30M');
    expect((await sessionsOf(token))[0]?.usedAt).toBe(first?.usedAt);
    await world.turn('PT29M');
    const { token: newer } = await world.must('session.renew', { input: { token } });
    await world.turn('PT2M');
    await sessionsOf(newer);
    expect((await sessionsOf(newer))[0]?.usedAt).toBe(world.clock.now().toISOString());
  });

  it('who is not what the token says any more is asked to sign in anew, and is then what they are', async () => {
    const [admin, auditor] = [await signIn('admin'), await signIn('auditor')];
    const userId = seed.staff.find(({ role }) => role === 'auditor')?.userId ?? '';
    await world.must('staff.setRole', { token: admin, params: { userId }, input: { role: 'recruiter' } });
    expect(await asked(auditor)).toBe('token_expired');
    const { token } = await world.must('session.renew', { input: { token: auditor } });
    expect(await world.must('account.get', { token })).toMatchObject({ role: 'recruiter' });
    await world.must('staff.setRole', { token: admin, params: { userId }, input: { role: 'auditor' } });
    const { log } = await world.must('staff.list', { token: admin });
    expect(log.slice(0, 2).map(({ by, about, what, role }) => ({ by, about, what, role }))).toEqual(
      expect.arrayContaining([expect.objectContaining({ by: '林悦', about: '孙禾', what: 'role_changed' })]),
    );
  });

  it('is signed out everywhere by an admin, who is never the last one to go', async () => {
    const [admin, head] = [await signIn('admin'), await signIn('department_head')];
    const userIdOf = (role: string) => seed.staff.find((one) => one.role === role)?.userId ?? '';
    await world.must('staff.endSessions', { token: admin, params: { userId: userIdOf('department_head') } });
    expect(await asked(head)).toBe('unauthenticated');
    const last = { token: admin, params: { userId: userIdOf('admin') }, input: { role: 'recruiter' as const } };
    expect(await world.refused('staff.setRole', last)).toMatchObject({ code: 'last_admin' });
    expect(
      await world.refused('staff.endSessions', { token: await signIn('recruiter'), params: { userId: 'usr_linyue' } }),
    ).toMatchObject({ code: 'forbidden' });
  });
});

describe('a candidate', () => {
  it('sees the own sessions and ends one; that device is out within the minute that is written down', async () => {
    const invited = await invite(world);
    const first = await enter(world, invited);
    const second = await begin(world, { person: invited.person, requisitionId: await world.newRequisition() });
    const token = String(first.token);
    const { sessions } = await world.must('session.mine', { token });
    const other = sessions.find(({ current }) => !current)?.sessionId ?? '';
    expect(sessions).toHaveLength(2);
    const theirs = await tokenOf(world, second.person)();
    expect((await world.call('interview.list', { token: theirs })).ok).toBe(true);
    await world.must('session.end', { token, params: { sessionId: other } });
    await world.turn('PT61S');
    expect(await world.refused('interview.list', { token: theirs })).toMatchObject({ code: 'unauthenticated' });
    expect((await world.call('interview.list', { token })).ok).toBe(true);
  });

  it('a token of no session, or of a session of another person, opens nothing', async () => {
    const { tokenKey } = world.config;
    const tokens = joseTokens({ key: tokenKey, clock: world.clock });
    const me = await begin(world);
    const them = await begin(world);
    const actor = { role: 'candidate' as const, company, candidateId: me.person.candidateId };
    const bare = await tokens.issue(actor);
    expect(await world.refused('interview.list', { token: bare.token })).toMatchObject({ code: 'unauthenticated' });
    const verified = await tokens.verify(await tokenOf(world, them.person)());
    const sessionId = verified.ok ? verified.value.sessionId : undefined;
    const borrowed = await tokens.issue({ ...actor, sessionId });
    expect(await world.refused('interview.list', { token: borrowed.token })).toMatchObject({ code: 'unauthenticated' });
  });
});

describe('keys', () => {
  const [older, newer] = ['an-older-key-of-thirty-two-characters', 'a-newer-key-of-thirty-two-characters'];
  const actor = { role: 'candidate' as const, company: 'co_a', candidateId: 'cand_a' };
  const clock = { now: () => new Date('2026-01-05T00:00:00Z') };

  it('are changed by putting a new one in front: what the old one signed counts until it is taken away', async () => {
    const before = joseTokens({ key: older, clock });
    const during = joseTokens({ key: `${newer} ${older}`, clock });
    const after = joseTokens({ key: newer, clock });
    const { token } = await before.issue(actor);
    const link = await before.issueLink(
      { company: 'co_a', interviewId: 'itv_a', candidateId: 'cand_a' },
      new Date('2026-01-06'),
    );
    expect(await during.verify(token)).toMatchObject({ ok: true });
    expect(await during.verifyLink(link)).toMatchObject({ ok: true });
    expect(await after.verify(token)).toEqual({ ok: false, error: 'unauthenticated' });
    const { token: next } = await during.issue(actor);
    expect(await after.verify(next)).toMatchObject({ ok: true });
    expect(await before.verify(next)).toEqual({ ok: false, error: 'unauthenticated' });
  });
});

it.each([
  [wecom, 'wecom', 'ios'],
  ['Mozilla/5.0 (Linux; Android 14) MicroMessenger/8.0.50 miniProgram', 'wechat', 'android'],
  [windows, 'browser', 'windows'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15', 'browser', 'mac'],
  [undefined, 'browser', 'other'],
])('%s is a device in a few words', (agent, app, system) => {
  expect(deviceOf(agent)).toEqual({ app, system });
});
