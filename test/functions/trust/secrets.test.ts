import { readFile } from 'node:fs/promises';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '#functions/adapters/dynamo/keys.ts';
import { cut, recorder, voiceFile } from '#test/functions/clip/recorder.ts';
import { decide, enter, invite, linkOf, loginCode, newOperation, tokenOf } from '#test/functions/journeys/candidate.ts';
import { type Person, startTestWorld, type TestWorld } from '#test/functions/journeys/test-world.ts';
import { allItems } from '#test/functions/table-check.ts';
import { answers } from '#test/world/seeds/answers.ts';
import { seed } from '#test/world/seeds/world-seed.ts';
import { foundIn, listen, secretsOf } from './everything-said.ts';

let heard: ReturnType<typeof listen>;
let world: TestWorld;
/** What nobody may come across: by what it is. */
const needles = new Map<string, string>();
/** What a log may not say besides: who somebody is, and what they said. */
const people = new Map<string, string>();
const jobs: string[] = [];
const requests: string[] = [];

beforeAll(async () => {
  heard = listen();
  world = await startTestWorld({ scorer: 'model' });
  world.backstage.subscribe(({ kind, text }) => {
    if (kind === 'job') jobs.push(text);
    if (kind === 'request') requests.push(text);
  });
  await story();
}, 300_000);
afterAll(async () => {
  heard.stop();
  await world.stop();
});

const note = (person: Person) => {
  people.set(`name of ${person.candidateId}`, person.name);
  people.set(`phone of ${person.candidateId}`, person.phone);
  people.set(`openid of ${person.candidateId}`, person.openid);
  if (person.email) people.set(`mail of ${person.candidateId}`, person.email);
};
const everyVendor = () => [world.wechat, world.wecom, world.smsProvider, world.mail, world.asr, world.llm];
const fault = (...faults: Parameters<TestWorld['wechat']['faults']['set']>[0]) => {
  for (const vendor of everyVendor()) vendor.faults.set(faults);
};

/** Everything that can go well, and then everything that can go wrong. */
async function story(): Promise<void> {
  for (const [way, value] of secretsOf(world.config)) needles.set(`config ${way}`, value);
  needles.set('password of the mail server', new URL(world.config.email.smtpUrl).password);
  for (const [questionId, said] of Object.entries(answers.strong))
    people.set(`answer to ${questionId}`, (said[0] ?? '').slice(0, 12));
  for (const { userId, name } of seed.staff) people.set(`name of ${userId}`, name);
  await secondFactor();
  await interviewed();
  await recorded();
  await refusals();
  for (const kind of ['down', 'unknown', 'errcode'] as const) await failing(kind);
  await storesFailing();
}

async function secondFactor(): Promise<void> {
  const person = seed.staff.find(({ role }) => role === 'admin');
  const code = world.wecom.loginCode(seed.company.wecom.corpid, person?.wecomUserId ?? '');
  needles.set('code of WeCom', code);
  const { token } = await world.must('session.wecom', { input: { code, via: 'mini_program' } });
  needles.set("admin's session", token);
  const { secret, uri } = await world.must('secondFactor.begin', { token });
  needles.set("authenticator's secret", secret);
  needles.set("authenticator's address", uri);
  const codeAt = (ms: number) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: world.clock.now().getTime() + ms });
  const input = { code: codeAt(0) };
  const { recoveryCodes } = await world.must('secondFactor.enable', { token, input });
  await world.refused('secondFactor.confirm', { token, input });
  await world.must('secondFactor.confirm', { token, input: { code: recoveryCodes[0] ?? '' } });
  for (const [i, one] of recoveryCodes.entries()) needles.set(`recovery code ${i}`, one);
  needles.set("authenticator's code", `"${input.code}"`);
}

async function interviewed(): Promise<void> {
  const person = await world.newCandidate();
  note(person);
  const invited = await invite(world, { person });
  await world.idle();
  needles.set('signed link', await linkOf(world, person));
  const opened = await world.must('session.openLink', {
    input: { link: await linkOf(world, person), code: loginCode(world, person.openid) },
  });
  needles.set("candidate's session", opened.token);
  const me = await enter(world, invited);
  await me.answer();
  await me.end();
  await world.idle();
  await decide(world, me.interviewId);
  await world.turn('PT15M');
  await world.must('privacy.download', { token: me.token });
}

async function recorded(): Promise<void> {
  const me = await recorder(world);
  note(me.person);
  const clip = me.newClip();
  const parts = cut(new Uint8Array(await readFile(voiceFile)), 2);
  people.set('words of a recording', '他们现在用的是哪一家');
  world.asr.say({ text: '我先问问他们现在用的是哪一家。', confidence: 0.9 });
  fault({ provider: 'asr', kind: 'down', next: 1 });
  await me.send(clip, parts);
  await me.close(clip, parts);
  await world.idle();
  await world.turn('PT15M');
  const { url } = await me.look(clip);
  needles.set(
    "recording's address",
    new URL(url ?? 'http://none.invalid/?x=none').searchParams.get('X-Amz-Signature') ?? 'none-at-all',
  );
}

/** Everything a stranger, or somebody with something old, sends. */
async function refusals(): Promise<void> {
  const person = await world.newCandidate();
  note(person);
  await invite(world, { person });
  await world.idle();
  const link = await linkOf(world, person);
  needles.set('another signed link', link);
  const forged = `${link.slice(0, -3)}abc`;
  await world.refused('session.openLink', { input: { link: forged } });
  await world.refused('session.openLink', { input: { link, code: 'no-code-of-anybody' } });
  await world.must('session.openLink', { input: { link, code: loginCode(world, person.openid) } });
  // Somebody else with the same link: a code goes to the phone on record.
  await world.refused('session.openLink', { input: { link, code: loginCode(world, 'o_somebody_else') } });
  await world.must('session.askProof', { input: { link } });
  await world.idle();
  const proof = /\d{6}/.exec(world.sms(person).at(-1)?.text ?? '')?.[0];
  if (proof === undefined) throw new Error('no code by SMS');
  needles.set('code by SMS', `"${proof}"`);
  await world.refused('session.prove', { input: { link, proof: proof === '000000' ? '000001' : '000000' } });
  await world.turn('PT2M');
  fault({ provider: 'sms', kind: 'errcode', errcode: 'FailedOperation.ContainSensitiveWord' });
  await world.must('session.askProof', { input: { link } });
  await world.idle();
  fault();
  const token = await tokenOf(world, person)();
  needles.set('a session', token);
  await world.refused('application.invite', {
    token,
    params: { requisitionId: 'req_none0001' },
    input: { operationId: newOperation(), candidateId: person.candidateId },
  });
  await world.call('interview.get', { token: `${token}x`, params: { interviewId: 'itv_00000000000000000000000001' } });
  for (const body of ['{"phone":"13800001234"', `{"name":"${person.name}","text":"${answers.strong.qprice[0]}"}`])
    await fetch(`${world.origin}/v1/session/wechat`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    });
  for (const provider of ['wechat', 'wecom'])
    await fetch(`${world.origin}/v1/callbacks/${provider}?signature=x&timestamp=1&nonce=2`, {
      method: 'POST',
      body: '<xml>13800001234</xml>',
    });
}

async function failing(kind: 'down' | 'unknown' | 'errcode'): Promise<void> {
  const errcode = { sms: 'FailedOperation.ContainSensitiveWord', wechat: 43101, wecom: 60011, email: 550 };
  const of = (provider: keyof typeof errcode) => ({
    provider,
    kind,
    next: 2,
    ...(kind === 'errcode' && { errcode: errcode[provider] }),
  });
  const person = await world.newCandidate();
  note(person);
  fault(of('sms'), of('wechat'), of('wecom'), of('email'));
  const invited = await invite(world, { person });
  await world.idle();
  await world.call('session.wechat', { input: { code: loginCode(world, person.openid) } });
  const recruiter = seed.staff.find(({ role }) => role === 'recruiter');
  const code = world.wecom.loginCode(seed.company.wecom.corpid, recruiter?.wecomUserId ?? '');
  await world.call('session.wecom', { input: { code, via: 'mini_program' } });
  fault();
  await world.turn('PT20M');
  const token = tokenOf(world, person);
  const params = { interviewId: invited.interviewId };
  const consents = [{ purpose: 'ai_evaluation' as const, version: '1', granted: true }];
  await world.must('interview.start', { token, params, input: { operationId: newOperation(), consents } });
}

/** The store and the bucket refuse, in the middle of everything. */
async function storesFailing(): Promise<void> {
  const person = await world.newCandidate();
  note(person);
  const me = await enter(world, await invite(world, { person }));
  await me.answer();
  world.s3.faults.add({ kind: 'slowDown', next: 4 });
  world.llm.faults.set([{ provider: 'llm', kind: 'errcode', next: 1 }]);
  await me.end();
  await world.idle();
  world.dynamo.faults.add({ kind: 'throttle', operations: ['GetItem', 'BatchGetItem', 'Query'], next: 6 });
  await world.call('interview.list', { token: me.token });
  world.dynamo.faults.clear();
  world.s3.faults.clear();
  await world.turn('PT20M');
}

const logged = () => heard.lines.concat(world.logs);

describe('whoever looks for secrets', () => {
  it('knows all of the configuration', () => {
    expect([...secretsOf(world.config).keys()].sort()).toEqual([
      'asr.key',
      'credentials.secretAccessKey',
      'email.smtpUrl',
      'outcomeSources.co_huadong.key',
      'scoring.key',
      'sealKey',
      'sms.secretKey',
      'tokenKey',
      'wechat.callback.encodingAesKey',
      'wechat.callback.token',
      'wechat.secret',
      'wecom.callback.encodingAesKey',
      'wecom.callback.token',
      'wecom.secret',
    ]);
  });
  it('finds one, and does not say it', () => {
    const lines = ['nothing', 'here is hunter2, in a line'];
    expect(foundIn(lines, new Map([['a secret', 'hunter2']]))).toEqual(['a secret in here is …']);
  });
});

describe('in a whole story and all that went wrong in it', () => {
  it('was enough said to be worth looking at', () => {
    expect(world.logs.length).toBeGreaterThan(50);
    for (const message of ['served', 'job', 'job failed', 'undelivered', 'callback refused', 'swept', 'fault'])
      expect(
        world.logs.some((line) => line.includes(`"message":"${message}"`)),
        message,
      ).toBe(true);
    expect(jobs.some((text) => text.startsWith('evaluate'))).toBe(true);
    expect(heard.urls.length).toBeGreaterThan(50);
  });

  it('no log says a secret, a token, a code, who somebody is or what they said', () => {
    expect(foundIn(logged(), needles)).toEqual([]);
    expect(foundIn(world.logs, people)).toEqual([]);
    // Of tokens nobody noted here: ours have three parts, a phone number eleven digits.
    for (const line of world.logs) {
      expect(line).not.toMatch(/eyJ[\w-]{8,}\.[\w-]+\.[\w-]+/);
      expect(line).not.toMatch(/\b1[3-9]\d{9}\b/);
      expect(line).not.toMatch(/[\w.]+@[\w-]+\.\w{2,}/);
    }
  });

  it('no message of a queue says one, nor who somebody is', () => {
    expect(foundIn(jobs, new Map([...needles, ...people]))).toEqual([]);
  });

  it('what reaches people holds no secret of ours, and no session; the link is in it as a short one', () => {
    const messages = world.outbox.list({}).map((one) => JSON.stringify(one));
    const allowed = new Set(['code by SMS']);
    expect(foundIn(messages, new Map([...needles].filter(([name]) => !allowed.has(name))))).toEqual([]);
  });

  it('no address of ours holds one; a provider gets in its own what it asks for there, and nothing else', () => {
    const asked: Record<string, string[]> = {
      'api.weixin.qq.com': ['secret', 'access_token', 'js_code'],
      'qyapi.weixin.qq.com': ['corpsecret', 'access_token', 'code', 'js_code'],
    };
    const cleaned = heard.urls.map((text) => {
      const url = new URL(text);
      const provider = Object.keys(asked).find((host) => url.pathname.startsWith(`/world/${host}/`));
      for (const name of asked[provider ?? ''] ?? []) url.searchParams.delete(name);
      // The bucket's own: what signs one address opens that one, for minutes.
      if (url.origin === new URL(world.config.endpoints.s3 ?? '').origin) url.search = '';
      return decodeURIComponent(url.href);
    });
    expect(foundIn([...cleaned, ...requests], new Map([...needles, ...people]))).toEqual([]);
  });

  it('the table holds neither the secret of an authenticator nor a token of a provider as they are', async () => {
    const { secret } = Object.fromEntries([['secret', needles.get("authenticator's secret") ?? '']]);
    const items = (await allItems(world.table)).map((item) =>
      JSON.stringify(item, (_, value) => (value instanceof Set ? [...value] : value)),
    );
    const tokens = heard.urls.flatMap((text) => new URL(text).searchParams.get('access_token') ?? []);
    expect(tokens.length).toBeGreaterThan(0);
    const kept = new Map([['secret', secret ?? ''], ...tokens.map((token, i) => [`token ${i}`, token] as const)]);
    for (const [way, value] of secretsOf(world.config)) kept.set(way, value);
    expect(foundIn(items, kept)).toEqual([]);
    expect(items.some((item) => item.includes(keys.token('x').pk.split('#')[0] ?? ''))).toBe(true);
  });
});
