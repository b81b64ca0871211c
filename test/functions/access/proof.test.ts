import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { erasePerson } from '#functions/adapters/dynamo/erase-person.ts';
import { proofCodes } from '#functions/adapters/proof-codes.ts';
import { limits } from '#shared/limits.ts';
import { type Invited, invite, linkOf, loginCode, newOperation } from '#test/functions/journeys/candidate.ts';
import { company, startTestWorld, type TestWorld } from '#test/functions/journeys/test-world.ts';
import { allItems } from '#test/functions/table-check.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld();
});
afterAll(() => world.stop());

type Person = { invited: Invited; link: string };

async function invited(): Promise<Person> {
  const one = await invite(world);
  await world.idle();
  return { invited: one, link: await linkOf(world, one.person) };
}
const open = ({ link }: Person, more: { token?: string; code?: string } = {}) =>
  world.call('session.openLink', { input: { link, ...more } });
const asWechat = (openid: string) => ({ code: loginCode(world, openid) });
const ask = ({ link }: Person) => world.call('session.askProof', { input: { link } });
const prove = ({ link }: Person, proof: string, more: { code?: string } = {}) =>
  world.call('session.prove', { input: { link, proof, ...more } });
const works = async (token: string) => (await world.call('interview.list', { token })).ok;

/** The codes that came to the phone, the newest last. */
async function codes({ invited: { person } }: Person): Promise<string[]> {
  await world.idle();
  return world.sms(person).flatMap(({ text }) => /验证码是(\d{6}),/.exec(text)?.[1] ?? []);
}
async function codeFor(person: Person): Promise<string> {
  await world.must('session.askProof', { input: { link: person.link } });
  return (await codes(person)).at(-1) ?? '';
}
const otherThan = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('a number that was wrong', () => {
  it('is put right: who came in by it is out, and whoever comes next shows that they have the new one', async () => {
    const person = await invited();
    const stranger = await open(person, asWechat('o_wrong_number'));
    const token = stranger.ok ? stranger.value.token : '';
    expect(await works(token)).toBe(true);
    const { candidateId, name, headline } = person.invited.person;
    const phone = '18899990001';
    const input = { operationId: newOperation(), candidateId, name, phone, email: '', headline };
    expect(await world.must('candidate.save', { token: world.hr, input })).toMatchObject({ outcome: 'changed' });
    await world.turn(`PT${limits.sessions.candidateSeconds + 1}S`);
    expect(await works(token)).toBe(false);
    for (const way of [asWechat('o_wrong_number'), { token }, {}])
      expect(await open(person, way)).toMatchObject({ code: 'proof_required', details: { phone: '188****0001' } });
    await world.must('session.askProof', { input: { link: person.link } });
    await world.idle();
    const texts = world.outbox
      .list({ to: `+86${phone}` })
      .flatMap(({ text }) => /验证码是(\d{6}),/.exec(text)?.[1] ?? []);
    expect(await prove(person, texts.at(-1) ?? '', asWechat('o_the_right_one'))).toMatchObject({ ok: true });
    expect(await open(person, asWechat('o_the_right_one'))).toMatchObject({ ok: true });
    expect(await open(person, asWechat('o_wrong_number'))).toMatchObject({ code: 'proof_required' });
  });
});

describe('whoever opens a link first', () => {
  it('as a browser goes in by the link alone and comes back with its session; another browser is asked', async () => {
    const person = await invited();
    const first = await open(person);
    expect(first).toMatchObject({ ok: true });
    const token = first.ok ? first.value.token : '';
    const again = await open(person, { token });
    expect(again).toMatchObject({ ok: true });
    expect((await world.must('session.mine', { token })).sessions).toHaveLength(1);
    const { phone } = person.invited.person;
    expect(await open(person)).toMatchObject({
      code: 'proof_required',
      status: 403,
      details: { phone: `${phone.slice(0, 3)}****${phone.slice(-4)}`, contact: { phone: expect.stringMatching(/\d/) } },
    });
    expect(await open(person, { token: 'not.a.token' })).toMatchObject({ code: 'proof_required' });
    // A token of somebody else's session is nothing here.
    const other = await open(await invited());
    expect(await open(person, { token: other.ok ? other.value.token : '' })).toMatchObject({ code: 'proof_required' });
  });

  it('as a WeChat account goes in again and again; a browser and another account are asked', async () => {
    const person = await invited();
    const { openid } = person.invited.person;
    expect(await open(person, asWechat(openid))).toMatchObject({ ok: true });
    expect(await open(person, asWechat(openid))).toMatchObject({ ok: true });
    expect(await open(person, asWechat('o_another'))).toMatchObject({ code: 'proof_required' });
    expect(await open(person)).toMatchObject({ code: 'proof_required' });
  });

  it('keeps a WeChat account out that comes after a browser, and a session that was ended is none', async () => {
    const person = await invited();
    const first = await open(person);
    const token = first.ok ? first.value.token : '';
    expect(await open(person, asWechat(person.invited.person.openid))).toMatchObject({ code: 'proof_required' });
    const [own] = (await world.must('session.mine', { token })).sessions;
    await world.must('session.end', { token, params: { sessionId: own?.sessionId ?? '' } });
    expect(await open(person, { token })).toMatchObject({ code: 'proof_required' });
  });

  it('is one of two who come at the same time', async () => {
    const person = await invited();
    const both = await Promise.all([open(person), open(person, asWechat(person.invited.person.openid))]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe('a code by SMS', () => {
  it('lets one more account in and binds it; both go on, and the audit has it', async () => {
    const person = await invited();
    const first = await open(person);
    const { openid, candidateId } = person.invited.person;
    const asked = await world.must('session.askProof', { input: { link: person.link } });
    expect(asked).toMatchObject({ left: limits.proof.aDay - 1 });
    const [code = ''] = await codes(person);
    const proved = await prove(person, code, asWechat(openid));
    expect(proved).toMatchObject({ ok: true, value: { interviewId: person.invited.interviewId } });
    expect(await works(first.ok ? first.value.token : '')).toBe(true);
    expect(await works(proved.ok ? proved.value.token : '')).toBe(true);
    expect(await open(person, asWechat(openid))).toMatchObject({ ok: true });
    expect(await world.call('session.wechat', { input: asWechat(openid) })).toMatchObject({ ok: true });
    const { records } = await world.must('audit.search', {
      token: world.as('auditor'),
      query: { candidate: candidateId },
    });
    expect(records.map(({ operation, outcome }) => [operation, outcome])).toContainEqual(['session.prove', 'ok']);
    world.clock.advance('PT61S');
    // A second account of the same person is known from then on as well, and goes with the person.
    expect(await prove(person, await codeFor(person), asWechat(`${openid}_tablet`))).toMatchObject({ ok: true });
    expect(await open(person, asWechat(`${openid}_tablet`))).toMatchObject({ ok: true });
    await erasePerson(world.table, company, candidateId, { interviews: [], fileIds: [], requisitionIds: [] });
    const left = (await allItems(world.table)).filter((item) => JSON.stringify(item).includes(openid));
    expect(left.map(({ pk, sk }) => `${pk} ${sk}`)).toEqual([]);
  });

  it('leaves an account that is another candidate’s with them', async () => {
    const [person, other] = [await invited(), await invited()];
    const { openid } = other.invited.person;
    await open(other, asWechat(openid));
    expect(await open(person, asWechat(openid))).toMatchObject({ code: 'proof_required' });
    const proved = await prove(person, await codeFor(person), asWechat(openid));
    expect(proved).toMatchObject({ ok: true });
    const signed = await world.must('session.wechat', { input: asWechat(openid) });
    const { interviews } = await world.must('interview.list', { token: signed.token });
    expect(interviews.map(({ interviewId }) => interviewId)).toEqual([other.invited.interviewId]);
  });

  it('counts once, for five minutes, and five times it may be wrong', async () => {
    const person = await invited();
    await open(person);
    const code = await codeFor(person);
    for (let left = limits.proof.tries - 1; left >= 0; left -= 1)
      expect(await prove(person, otherThan(code))).toMatchObject({ code: 'proof_wrong', details: { left } });
    expect(await prove(person, code)).toMatchObject({ code: 'proof_expired' });

    world.clock.advance('PT61S');
    const second = await codeFor(person);
    expect(await prove(person, code)).toMatchObject({ code: code === second ? undefined : 'proof_wrong' });
    expect(await prove(person, second)).toMatchObject({ ok: true });
    expect(await prove(person, second)).toMatchObject({ code: 'proof_expired' });

    world.clock.advance('PT61S');
    const third = await codeFor(person);
    world.clock.advance(`PT${limits.proof.minutes}M`);
    expect(await prove(person, third)).toMatchObject({ code: 'proof_expired' });
  });

  it('has no more tries when they are made at the same time', async () => {
    const person = await invited();
    await open(person);
    const code = await codeFor(person);
    const guesses = Array.from({ length: 12 }, () => prove(person, otherThan(code)));
    const wrong = (await Promise.all(guesses)).filter((reply) => !reply.ok && reply.code === 'proof_wrong');
    expect(wrong.length).toBeLessThanOrEqual(limits.proof.tries);
    expect(await prove(person, code)).toMatchObject({ code: 'proof_expired' });
  });

  it('goes out once a minute, however often and by however many it is asked for', async () => {
    const person = await invited();
    await open(person);
    const [one, two] = await Promise.all([ask(person), ask(person)]);
    expect([one.ok, two.ok].filter(Boolean)).toHaveLength(1);
    expect(await codes(person)).toHaveLength(1);
    const soon = await ask(person);
    expect(soon).toMatchObject({ code: 'rate_limited', status: 429, details: { seconds: limits.proof.againSeconds } });
    world.clock.advance('PT61S');
    expect(await ask(person)).toMatchObject({ ok: true, value: { left: limits.proof.aDay - 2 } });
    expect(await codes(person)).toHaveLength(2);
  });

  it('that could not be sent is not counted, and another is asked for at once', async () => {
    const person = await invited();
    await open(person);
    await world.control('faults', { vendors: [{ provider: 'sms', kind: 'down' }] });
    expect(await ask(person)).toMatchObject({ ok: true });
    await world.idle();
    await world.control('faults', {});
    expect(await ask(person)).toMatchObject({ ok: true, value: { left: limits.proof.aDay - 1 } });
    expect(await codes(person)).toHaveLength(1);
  });

  it('is kept nowhere: not in the table, not in a log, not in a queue’s job', async () => {
    const person = await invited();
    await open(person);
    const code = await codeFor(person);
    const items = (await allItems(world.table)).filter(({ pk }) => pk.includes(person.invited.person.candidateId));
    expect(items.some(({ sk }) => sk.startsWith('PROOF#'))).toBe(true);
    expect(JSON.stringify(items)).not.toContain(code);
    expect(world.logs.join('\n')).not.toContain(code);
  });
});

describe('codes', () => {
  const [old, fresh] = ['an-old-key-of-thirty-two-characters', 'a-new-key-of-thirty-two-characters-'];

  it('are six digits of one person, one question and one key', () => {
    const { codeOf, newNonce } = proofCodes(old);
    const seen = Array.from({ length: 200 }, () => codeOf('co_a', 'cand_1', newNonce()));
    expect(seen.every((code) => /^\d{6}$/.test(code))).toBe(true);
    expect(new Set(seen).size).toBeGreaterThan(190);
    const nonce = newNonce();
    expect(codeOf('co_a', 'cand_1', nonce)).not.toBe(codeOf('co_a', 'cand_2', nonce));
    expect(codeOf('co_a', 'cand_1', nonce)).not.toBe(proofCodes(fresh).codeOf('co_a', 'cand_1', nonce));
  });

  it('of the key before are taken while it stands beside the new one', () => {
    const nonce = proofCodes(old).newNonce();
    const code = proofCodes(old).codeOf('co_a', 'cand_1', nonce);
    expect(proofCodes(`${fresh} ${old}`).matches('co_a', 'cand_1', nonce, code)).toBe(true);
    expect(proofCodes(fresh).matches('co_a', 'cand_1', nonce, code)).toBe(false);
    expect(proofCodes(old).matches('co_a', 'cand_1', nonce, otherThan(code))).toBe(false);
  });
});
