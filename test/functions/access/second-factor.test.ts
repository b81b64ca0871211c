import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StaffRole } from '#shared/access/roles.ts';
import { startTestWorld, type TestWorld } from '#test/functions/journeys/test-world.ts';
import { seed } from '#test/world/seeds/world-seed.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld();
});
afterAll(() => world.stop());
/** A code counts once, and a try of before does not count against the next test. */
beforeEach(() => world.turn('PT16M'));

const userIdOf = (role: StaffRole) => seed.staff.find((one) => one.role === role)?.userId ?? '';
const codeOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: world.clock.now().getTime() });
const wrong = (secret: string) => String((Number(codeOf(secret)) + 1) % 1_000_000).padStart(6, '0');
const token = (role: StaffRole) => world.as(role);

async function enrolled(role: StaffRole) {
  const { secret, uri } = await world.must('secondFactor.begin', { token: token(role) });
  const { recoveryCodes } = await world.must('secondFactor.enable', {
    token: token(role),
    input: { code: codeOf(secret) },
  });
  return { secret, uri, recoveryCodes };
}
/** What takes a second factor and changes nothing that is not as it was. */
const sensitive = (role: StaffRole = 'admin') =>
  world.call('staff.setRole', {
    token: token(role),
    params: { userId: userIdOf('auditor') },
    input: { role: 'auditor' },
  });
const confirm = (role: StaffRole, code: string) =>
  world.call('secondFactor.confirm', { token: token(role), input: { code } });

describe('a second factor', () => {
  let secret: string;
  let codes: string[];
  let recruiters: string;

  it('is not asked of somebody who has none', async () => {
    expect(await sensitive()).toMatchObject({ ok: true });
  });

  it('counts from its first right code on, and shows the codes to be written down once', async () => {
    const begun = await world.must('secondFactor.begin', { token: token('admin') });
    expect(begun.uri).toContain('otpauth://totp/');
    expect(decodeURIComponent(begun.uri)).toContain('华东制造');
    const bad = { token: token('admin'), input: { code: wrong(begun.secret) } };
    expect(await world.refused('secondFactor.enable', bad)).toMatchObject({ code: 'second_factor_wrong' });
    expect(await sensitive()).toMatchObject({ ok: true });
    ({ secret, recoveryCodes: codes } = await enrolled('admin'));
    expect(new Set(codes).size).toBe(10);
    const { secondFactor } = await world.must('account.get', { token: token('admin') });
    expect(secondFactor).toMatchObject({ enabled: true, required: false, recoveryCodesLeft: 10 });
    expect(await world.refused('secondFactor.begin', { token: token('admin') })).toMatchObject({
      code: 'second_factor_set',
    });
  });

  it('is asked for what is sensitive, once for some minutes, and for nothing else', async () => {
    expect(await sensitive()).toMatchObject({ code: 'second_factor_required', details: { enable: false } });
    expect(await world.call('staff.list', { token: token('admin') })).toMatchObject({ ok: true });
    expect(await confirm('admin', wrong(secret))).toMatchObject({ code: 'second_factor_wrong' });
    expect(await confirm('admin', codeOf(secret))).toMatchObject({ ok: true });
    expect(await sensitive()).toMatchObject({ ok: true });
    await world.turn('PT11M');
    expect(await sensitive()).toMatchObject({ code: 'second_factor_required' });
  });

  it('a code counts once, a written one as well', async () => {
    const code = codeOf(secret);
    expect(await confirm('admin', code)).toMatchObject({ ok: true });
    expect(await confirm('admin', code)).toMatchObject({ code: 'second_factor_wrong' });
    expect(await confirm('admin', codes[0] ?? '')).toMatchObject({ ok: true, value: { recoveryCodesLeft: 9 } });
    expect(await confirm('admin', codes[0] ?? '')).toMatchObject({ code: 'second_factor_wrong' });
    expect(await confirm('admin', ` ${codes[1]?.toUpperCase().replaceAll('-', '')} `)).toMatchObject({ ok: true });
  });

  it('is not guessed: after ten tries nothing is tried any more, not even what is right, and then again', async () => {
    for (let n = 0; n < 10; n += 1) await confirm('admin', wrong(secret));
    expect(await confirm('admin', codeOf(secret))).toMatchObject({ code: 'rate_limited' });
    await world.turn('PT16M');
    expect(await confirm('admin', codeOf(secret))).toMatchObject({ ok: true });
  });

  it('is proved before it is taken away, or before new codes are made', async () => {
    for (const operation of ['secondFactor.renewCodes', 'secondFactor.disable'] as const)
      expect(await world.refused(operation, { token: token('admin') })).toMatchObject({
        code: 'second_factor_required',
      });
    await confirm('admin', codeOf(secret));
    const { recoveryCodes } = await world.must('secondFactor.renewCodes', { token: token('admin') });
    expect(recoveryCodes.filter((code) => codes.includes(code))).toEqual([]);
    await world.turn('PT16M');
    expect(await confirm('admin', codes[2] ?? '')).toMatchObject({ code: 'second_factor_wrong' });
    expect(await confirm('admin', recoveryCodes[0] ?? '')).toMatchObject({ ok: true });
  });

  it('people turned down by the dozen ask for it, one does not', async () => {
    ({ secret: recruiters } = await enrolled('recruiter'));
    const own = recruiters;
    await world.turn('PT11M');
    const preview = (interviewIds: string[]) =>
      world.call('workbench.preview', {
        token: world.hr,
        input: { interviewIds, action: { type: 'decide', outcome: 'reject' } },
      });
    expect(await preview(['itv_nothing1'])).toMatchObject({ ok: true });
    expect(await preview(['itv_nothing1', 'itv_nothing2'])).toMatchObject({ code: 'second_factor_required' });
    await confirm('recruiter', codeOf(own));
    expect(await preview(['itv_nothing1', 'itv_nothing2'])).toMatchObject({ ok: true });
  });

  it('nor are they turned down one by one in a hurry', async () => {
    await world.turn('PT16M');
    const decide = async (n: number) => {
      const reply = await world.call('interview.decide', {
        token: world.hr,
        params: { interviewId: 'itv_nothing1' },
        input: { operationId: `op-hurry-${n}00`, outcome: 'reject' },
      });
      return reply.ok ? 'ok' : reply.code;
    };
    for (let n = 0; n < 5; n += 1) expect(await decide(n)).toBe('not_found');
    expect(await decide(5)).toBe('second_factor_required');
    await confirm('recruiter', codeOf(recruiters));
    expect(await decide(5)).toBe('not_found');
  });

  it('lost with all codes, an admin takes it away, and that is on record', async () => {
    const reset = { token: token('admin'), params: { userId: userIdOf('recruiter') } };
    expect(await world.refused('staff.resetSecondFactor', reset)).toMatchObject({ code: 'second_factor_required' });
    await confirm('admin', codeOf(secret));
    await world.must('staff.resetSecondFactor', reset);
    expect((await world.must('account.get', { token: world.hr })).secondFactor.enabled).toBe(false);
    const { log } = await world.must('staff.list', { token: token('auditor') });
    expect(log[0]).toMatchObject({ by: '林悦', about: '王敏', what: 'second_factor_reset' });
  });

  it('is a duty where the company says so: whoever has none is asked to have one', async () => {
    await confirm('admin', codeOf(secret));
    await world.must('staff.setPolicy', { token: token('admin'), input: { secondFactorRequired: true } });
    const preview = await world.call('workbench.preview', {
      token: world.hr,
      input: { interviewIds: ['itv_nothing1', 'itv_nothing2'], action: { type: 'decide', outcome: 'reject' } },
    });
    expect(preview).toMatchObject({ code: 'second_factor_required', details: { enable: true } });
  });

  it('nothing of it is in the logs', () => {
    const lines = world.logs.join('');
    for (const word of [secret, ...codes]) expect(lines).not.toContain(word);
  });
});
