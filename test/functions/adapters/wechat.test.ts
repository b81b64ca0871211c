import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWechatClient, type WechatClient } from '#functions/adapters/wechat/client.ts';
import { createClock } from '#test/world/clock.ts';
import { createOutbox } from '#test/world/outbox.ts';
import { listen } from '#test/world/provider/loopback.ts';
import { createWechat } from '#test/world/wechat/wechat.ts';
import { createMemoryTokens } from './memory-tokens.ts';

const base = '/world/api.weixin.qq.com';
const app = { appid: 'wx0000000000000001', secret: 'world-secret' };
const template = {
  id: 'tpl_result',
  title: '面试结果通知',
  fields: [
    { key: 'thing1', name: '面试岗位' },
    { key: 'phrase2', name: '面试状态' },
    { key: 'time3', name: '完成时间' },
  ],
};
const banned = { id: 'tpl_banned', title: '封禁', fields: [{ key: 'thing1', name: '内容' }], banned: true };
const data = { thing1: '销售代表', phrase2: '已完成评估', time3: '2026年1月5日 15:01' };
const openid = 'oCandidate1';

function createSetting() {
  const clock = createClock({ start: new Date('2026-01-05T07:00:00Z'), frozen: true });
  const outbox = createOutbox();
  const pages = ['pages/home/index', 'pages/report/index'];
  const world = createWechat({ base, clock, outbox, apps: [app], templates: [template, banned], pages });
  return { clock, outbox, world, tokens: createMemoryTokens() };
}

let setting: ReturnType<typeof createSetting>;
let server: Awaited<ReturnType<typeof listen>>;
let client: WechatClient;

const clientWith = (over: Partial<Parameters<typeof createWechatClient>[0]> = {}): WechatClient =>
  createWechatClient({ baseUrl: server.origin + base, ...app, tokens: setting.tokens, clock: setting.clock, ...over });

beforeEach(async () => {
  setting = createSetting();
  server = await listen(setting.world.handle);
  client = clientWith();
  setting.world.loginCode(app.appid, { openid });
});

afterEach(() => server.close());

const send = (over: Partial<Parameters<WechatClient['sendSubscribeMessage']>[0]> = {}) =>
  client.sendSubscribeMessage({ openid, templateId: template.id, data, page: 'pages/report/index?id=itv_1', ...over });
const accept = (times = 1) => {
  for (let n = 0; n < times; n += 1) setting.world.subscription(openid, template.id, 'accept');
};
const countOf = (api: string): number => server.calls.filter((path) => path.endsWith(api)).length;
const errcode = (outcome: Awaited<ReturnType<typeof send>> | Awaited<ReturnType<WechatClient['session']>>) =>
  outcome.ok ? undefined : outcome.error.kind === 'refused' ? outcome.error.errcode : outcome.error.kind;

describe('session', () => {
  it('exchanges a login code once', async () => {
    const code = setting.world.loginCode(app.appid, { openid, unionid: 'uCandidate1' });
    const first = await client.session(code);
    expect(first).toMatchObject({ ok: true, value: { openid, unionid: 'uCandidate1' } });
    expect(first.ok && first.value.sessionKey).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(errcode(await client.session(code))).toBe(40029);
  });

  it('refuses a code after 5 minutes', async () => {
    const code = setting.world.loginCode(app.appid, { openid });
    setting.clock.advance('PT5M');
    expect(errcode(await client.session(code))).toBe(40029);
  });

  it('refuses a blocked person, a foreign app and a wrong secret', async () => {
    const risky = setting.world.loginCode(app.appid, { openid: 'oRisky', risk: true });
    expect(errcode(await client.session(risky))).toBe(40226);
    const code = () => setting.world.loginCode(app.appid, { openid });
    expect(errcode(await clientWith({ appid: 'wx-other' }).session(code()))).toBe(40013);
    expect(errcode(await clientWith({ secret: 'guessed' }).session(code()))).toBe(40125);
  });

  it('refuses the 101st sign-in within a minute', async () => {
    for (let n = 0; n < 100; n += 1) {
      expect((await client.session(setting.world.loginCode(app.appid, { openid }))).ok).toBe(true);
    }
    expect(errcode(await client.session(setting.world.loginCode(app.appid, { openid })))).toBe(45011);
    setting.clock.advance('PT1M');
    expect((await client.session(setting.world.loginCode(app.appid, { openid }))).ok).toBe(true);
  });
});

describe('access token', () => {
  it('is fetched once and kept in the store', async () => {
    accept(2);
    await send();
    await clientWith().sendSubscribeMessage({ openid, templateId: template.id, data });
    expect(countOf('stable_token')).toBe(1);
    expect(setting.tokens.held.get(`wechat/${app.appid}`)?.expiresAt).toEqual(new Date('2026-01-05T09:00:00Z'));
  });

  it('is fetched once by calls at the same time', async () => {
    const target = { path: 'pages/home/index', query: 'a=1', expireDays: 1 };
    await Promise.all([client.generateUrlLink(target), client.generateUrlLink(target), client.generateUrlLink(target)]);
    expect(countOf('stable_token')).toBe(1);
  });

  it('is fetched anew in its last 5 minutes', async () => {
    accept(2);
    await send();
    setting.clock.advance('PT1H56M');
    expect((await send()).ok).toBe(true);
    expect(countOf('stable_token')).toBe(2);
    expect(countOf('subscribe/send')).toBe(2);
  });

  it('is fetched again once when WeChat calls it expired (42001)', async () => {
    accept(2);
    await send();
    const key = `wechat/${app.appid}`;
    const held = setting.tokens.held.get(key);
    setting.clock.advance('PT3H');
    // Another app instance renewed it meanwhile, so that WeChat knows the old one as outlived.
    if (held) await setting.tokens.put(key, held.token, new Date('2027-01-01T00:00:00Z'));
    expect((await send()).ok).toBe(true);
    expect(countOf('stable_token')).toBe(2);
    expect(countOf('subscribe/send')).toBe(3);
    expect(setting.outbox.list()).toHaveLength(2);
  });

  it('is fetched again once when revoked (40001)', async () => {
    accept(2);
    await send();
    setting.world.revokeToken(app.appid);
    expect((await send()).ok).toBe(true);
    expect(countOf('stable_token')).toBe(2);
  });

  it.each([40001, 40014, 42001])('is not fetched a third time when %i goes on', async (code) => {
    accept();
    setting.world.faults.set([{ provider: 'wechat', api: 'subscribe/send', kind: 'errcode', errcode: code }]);
    expect(errcode(await send())).toBe(code);
    expect(countOf('subscribe/send')).toBe(2);
    expect(setting.world.credits(openid, template.id)).toBe(1);
  });

  it('cannot be had: the refusal is passed on, and no answer means nothing was sent', async () => {
    accept();
    client = clientWith({ secret: 'guessed' });
    expect(errcode(await send())).toBe(40125);
    client = clientWith();
    setting.world.faults.set([{ provider: 'wechat', api: 'stable_token', kind: 'unknown', next: 1 }]);
    expect(errcode(await send())).toBe('unavailable');
    expect(countOf('subscribe/send')).toBe(0);
    expect((await send()).ok).toBe(true);
  });
});

describe('sendSubscribeMessage', () => {
  it('reaches the person and spends one credit', async () => {
    accept(2);
    // Sixty-four bits, to the last digit.
    expect(await send()).toEqual({ ok: true, value: { msgid: expect.stringMatching(/^\d{19}$/) } });
    expect(setting.world.credits(openid, template.id)).toBe(1);
    expect(setting.outbox.list()).toMatchObject([
      {
        id: 'msg_000001',
        at: '2026-01-05T07:00:00.000Z',
        channel: 'wechat',
        to: openid,
        template: template.id,
        title: '面试结果通知',
        text: '面试岗位:销售代表\n面试状态:已完成评估\n完成时间:2026年1月5日 15:01',
        fields: [
          { name: '面试岗位', value: '销售代表' },
          { name: '面试状态', value: '已完成评估' },
          { name: '完成时间', value: '2026年1月5日 15:01' },
        ],
        page: 'pages/report/index?id=itv_1',
      },
    ]);
  });

  it('fits long values', async () => {
    accept();
    expect((await send({ data: { ...data, thing1: '华东大区\n重点客户高级销售代表(应届生专场第二批次)' } })).ok).toBe(
      true,
    );
    expect(setting.outbox.list()[0]?.fields?.[0]?.value).toBe('华东大区 重点客户高级销售代表(应届生…');
  });

  it('refuses at once what cannot be fitted', async () => {
    accept();
    const outcome = await send({ data: { ...data, time3: 'tomorrow' } });
    expect(outcome).toMatchObject({ ok: false, error: { errcode: 47003, errmsg: expect.stringContaining('time3') } });
    expect(server.calls).toEqual([]);
  });

  it('passes on each refusal', async () => {
    accept();
    expect(errcode(await send({ openid: 'oStranger' }))).toBe(40003);
    expect(errcode(await send({ templateId: 'tpl_none' }))).toBe(40037);
    expect(errcode(await send({ templateId: banned.id }))).toBe(43107);
    expect(errcode(await send({ page: 'pages/nowhere/index' }))).toBe(41030);
    expect(errcode(await send({ data: { ...data, thing1: '含敏感词的话' } }))).toBe(45168);
    const { time3: _, ...without } = data;
    expect(await send({ data: without })).toMatchObject({
      error: { errcode: 47003, errmsg: expect.stringMatching(/^argument invalid! data\.time3\.value is empty rid: /) },
    });
    expect(errcode(await send({ data: { ...data, thing9: '多' } }))).toBe(47003);
    expect(setting.world.credits(openid, template.id)).toBe(1);
    expect((await send()).ok).toBe(true);
    expect(errcode(await send())).toBe(43101);
    setting.world.subscription(openid, template.id, 'reject');
    expect(errcode(await send())).toBe(43101);
    expect(setting.outbox.list()).toHaveLength(1);
  });

  it('passes on a busy system and does not repeat', async () => {
    accept();
    setting.world.faults.set([{ provider: 'wechat', api: 'subscribe/send', kind: 'errcode' }]);
    expect(errcode(await send())).toBe(-1);
    expect(countOf('subscribe/send')).toBe(1);
  });

  it('refuses a second send to one person while the first is under way (43108)', async () => {
    await server.close();
    const { clock, outbox, tokens } = setting;
    const world = createWechat({ base, clock, outbox, apps: [app], templates: [template], pages: [], handlingMs: 150 });
    setting = { clock, outbox, tokens, world };
    server = await listen(world.handle);
    client = clientWith();
    world.loginCode(app.appid, { openid });
    accept(2);
    const first = client.sendSubscribeMessage({ openid, templateId: template.id, data });
    await expect.poll(() => world.state().sending, { interval: 5 }).toEqual([openid]);
    // Another instance does not know of it; this one waits.
    const elsewhere = clientWith().sendSubscribeMessage({ openid, templateId: template.id, data });
    const second = client.sendSubscribeMessage({ openid, templateId: template.id, data });
    expect(errcode(await elsewhere)).toBe(43108);
    expect((await first).ok).toBe(true);
    expect((await second).ok).toBe(true);
    expect(outbox.list()).toHaveLength(2);
  });
});

describe('an answer that does not come', () => {
  beforeEach(async () => {
    accept(3);
    await send();
    server.calls.length = 0;
  });

  it('is unknown when the socket was cut after handling, and is not repeated', async () => {
    setting.world.faults.set([{ provider: 'wechat', api: 'subscribe/send', kind: 'unknown', next: 1 }]);
    expect(errcode(await send())).toBe('unknown');
    expect(countOf('subscribe/send')).toBe(1);
    expect(setting.outbox.list()).toHaveLength(2);
  });

  it('is unknown after the timeout, and names no secret', async () => {
    setting.world.faults.set([{ provider: 'wechat', kind: 'timeout' }]);
    client = clientWith({ timeoutMs: 80 });
    expect(await send()).toEqual({ ok: false, error: { kind: 'unknown', cause: 'TimeoutError' } });
    expect(countOf('subscribe/send')).toBe(1);
  });

  it('is unavailable when the vendor is down or cannot be reached', async () => {
    setting.world.faults.set([{ provider: 'wechat', kind: 'down', next: 1 }]);
    expect(await send()).toEqual({ ok: false, error: { kind: 'unavailable', cause: 'http 503' } });
    expect((await send()).ok).toBe(true);
    await server.close();
    expect(await send()).toEqual({ ok: false, error: { kind: 'unavailable', cause: 'ECONNREFUSED' } });
    server = await listen(setting.world.handle);
  });

  it('is unknown when it cannot be read', async () => {
    const odd = async () => new Response('<html>');
    client = clientWith({ fetch: odd });
    expect(errcode(await send())).toBe('unknown');
  });
});

describe('generateUrlLink', () => {
  const target = { path: 'pages/home/index', query: 't=abc.def-_~', expireDays: 3 };

  it('gives a link that opens the page until it expires', async () => {
    const made = await client.generateUrlLink(target);
    if (!made.ok) throw new Error('no link');
    expect(made.value.urlLink).toBe(`https://wxaurl.cn/${made.value.code}`);
    expect(setting.world.openUrlLink(made.value.urlLink)).toEqual({
      appid: app.appid,
      path: target.path,
      query: target.query,
    });
    setting.clock.advance('P3D');
    expect(setting.world.openUrlLink(made.value.urlLink)).toBeUndefined();
    expect(setting.world.openUrlLink('https://wxaurl.cn/none')).toBeUndefined();
  });

  it.each([
    [40165, { path: 'pages/nowhere/index' }],
    [40165, { path: 'pages/home/index?a=1' }],
    [40212, { query: 'q='.padEnd(1025, 'x') }],
    [40212, { query: 'name=李' }],
    [85402, { expireDays: 31 }],
    [85402, { expireDays: 0 }],
  ])('is refused with %i for %o', async (code, over) => {
    expect(await client.generateUrlLink({ ...target, ...over })).toMatchObject({ error: { errcode: code } });
  });
});
