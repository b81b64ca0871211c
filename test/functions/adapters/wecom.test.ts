import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWecomClient, type WecomClient } from '#functions/adapters/wecom/client.ts';
import { fitMessage, type WecomMessage } from '#functions/adapters/wecom/fit-message.ts';
import { createClock } from '#test/world/clock.ts';
import { createOutbox } from '#test/world/outbox.ts';
import { listen } from '#test/world/provider/loopback.ts';
import { createWecom } from '#test/world/wecom/wecom.ts';
import { createMemoryTokens } from './memory-tokens.ts';

const base = '/world/qyapi.weixin.qq.com';
const app = { corpid: 'ww0000000000000001', agentid: 1000002, corpsecret: 'world-corp-secret' };
const otherApp = { corpid: 'ww0000000000000002', agentid: 1000009, corpsecret: 'other-secret', members: [] };
const members = [
  { userid: 'LiNa', name: '李娜' },
  { userid: 'wangwei', name: '王伟' },
];

function createSetting() {
  const clock = createClock({ start: new Date('2026-01-05T07:00:00Z'), frozen: true });
  const outbox = createOutbox();
  const world = createWecom({ base, clock, outbox, corps: [{ ...app, members }, otherApp] });
  return { clock, outbox, world, tokens: createMemoryTokens() };
}

let setting: ReturnType<typeof createSetting>;
let server: Awaited<ReturnType<typeof listen>>;
let client: WecomClient;

const clientWith = (over: Partial<Parameters<typeof createWecomClient>[0]> = {}): WecomClient =>
  createWecomClient({ baseUrl: server.origin + base, ...app, tokens: setting.tokens, clock: setting.clock, ...over });

beforeEach(async () => {
  setting = createSetting();
  server = await listen(setting.world.handle);
  client = clientWith();
});

afterEach(() => server.close());

const card: WecomMessage = {
  kind: 'textcard',
  title: '待评估',
  description: '张三的AI面试已结束',
  url: 'https://example.com/hr?id=itv_1',
};
const notice: WecomMessage = {
  kind: 'miniprogram_notice',
  appid: 'wx0000000000000001',
  page: 'hr/review/index?id=itv_1',
  title: '新的待评估',
  description: '销售部招聘',
  items: [{ key: '候选人', value: '张三' }],
};
const send = (message: WecomMessage = card, to = ['lina'], duplicateCheckSeconds?: number) =>
  client.sendMessage({ to, message, ...(duplicateCheckSeconds && { duplicateCheckSeconds }) });
const countOf = (api: string): number => server.calls.filter((path) => path.endsWith(api)).length;
type AnyOutcome = { ok: true } | { ok: false; error: { kind: string; errcode?: number } };
const errcode = (outcome: AnyOutcome) => (outcome.ok ? undefined : (outcome.error.errcode ?? outcome.error.kind));

describe('sign-in', () => {
  it('exchanges a mini-program code once', async () => {
    const code = setting.world.loginCode(app.corpid, 'LiNa');
    expect(await client.session(code)).toMatchObject({ ok: true, value: { userid: 'LiNa', corpid: app.corpid } });
    expect(errcode(await client.session(code))).toBe(40029);
  });

  it('exchanges a web code once, within 5 minutes', async () => {
    const code = setting.world.oauthCode(app.corpid, 'LiNa');
    expect(await client.userInfo(code)).toEqual({ ok: true, value: { userid: 'LiNa' } });
    expect(errcode(await client.userInfo(code))).toBe(40029);
    const late = setting.world.oauthCode(app.corpid, 'LiNa');
    setting.clock.advance('PT5M');
    expect(errcode(await client.userInfo(late))).toBe(40029);
  });

  it('refuses the code of another company and knows a stranger by no userid', async () => {
    expect(errcode(await client.session(setting.world.loginCode(otherApp.corpid, 'LiNa')))).toBe(40029);
    expect(await client.userInfo(setting.world.oauthCode(app.corpid, 'visitor'))).toEqual({ ok: true, value: {} });
  });
});

describe('access token', () => {
  it('is fetched once, and again at its end', async () => {
    await send();
    await clientWith().sendMessage({ to: ['lina'], message: card });
    expect(countOf('gettoken')).toBe(1);
    setting.clock.advance('PT2H');
    expect((await send()).ok).toBe(true);
    expect(countOf('gettoken')).toBe(2);
  });

  it('is fetched again once when expired (42001) or ended early (40014)', async () => {
    await send();
    const key = `wecom/${app.corpid}/${app.agentid}`;
    const held = setting.tokens.held.get(key);
    setting.clock.advance('PT3H');
    if (held) await setting.tokens.put(key, held.token, new Date('2027-01-01T00:00:00Z'));
    expect((await send()).ok).toBe(true);
    setting.world.revokeToken(app.corpid, app.agentid);
    expect((await send()).ok).toBe(true);
    expect(countOf('gettoken')).toBe(3);
    expect(countOf('message/send')).toBe(5);
    expect(setting.outbox.list()).toHaveLength(3);
  });

  it('refuses a wrong secret, a foreign company and an unknown address', async () => {
    expect(errcode(await clientWith({ corpsecret: 'guessed' }).sendMessage({ to: ['lina'], message: card }))).toBe(
      40001,
    );
    expect(countOf('gettoken')).toBe(1);
    expect(errcode(await clientWith({ corpid: 'ww-none' }).userInfo('code'))).toBe(40013);
    const { clock, outbox } = setting;
    const walled = createWecom({ base, clock, outbox, corps: [{ ...app, members }], ipAllowList: ['10.0.0.1'] });
    await server.close();
    server = await listen(walled.handle);
    expect(errcode(await clientWith().userInfo('code'))).toBe(60020);
  });

  it('is good for its own app only', async () => {
    expect(errcode(await clientWith({ agentid: 7 }).sendMessage({ to: ['lina'], message: card }))).toBe(301002);
  });
});

describe('sendMessage', () => {
  it('shows a card', async () => {
    const sent = await send();
    expect(sent).toEqual({ ok: true, value: { msgid: expect.stringMatching(/.{20,}/), invalidUsers: [] } });
    expect(setting.outbox.list()).toMatchObject([
      {
        channel: 'wecom',
        to: 'LiNa',
        title: '待评估',
        text: '张三的AI面试已结束',
        link: 'https://example.com/hr?id=itv_1',
      },
    ]);
  });

  it('shows a mini-program notice and a text', async () => {
    await send(notice);
    await send({ kind: 'text', content: '你好' });
    expect(setting.outbox.list()).toMatchObject([
      { title: '新的待评估', text: '销售部招聘\n候选人:张三', page: 'hr/review/index?id=itv_1' },
      { text: '你好' },
    ]);
  });

  it('names the members it could not reach', async () => {
    const sent = await send(card, ['wangwei', 'Nobody', 'LINA']);
    expect(sent).toMatchObject({ ok: true, value: { invalidUsers: ['nobody'] } });
    expect(setting.outbox.list().map(({ to }) => to)).toEqual(['wangwei', 'LiNa']);
    expect(errcode(await send(card, ['nobody']))).toBe(81013);
    expect(errcode(await send(card, []))).toBe(82001);
  });

  it('is dropped without a word beyond 30 a minute', async () => {
    for (let n = 0; n < 31; n += 1) expect((await send({ kind: 'text', content: String(n) })).ok).toBe(true);
    expect(setting.outbox.list()).toHaveLength(30);
    expect(setting.world.state().dropped).toBe(1);
    setting.clock.advance('PT1M');
    await send();
    expect(setting.outbox.list()).toHaveLength(31);
  });

  it('reaches a member once within the duplicate check', async () => {
    await send(card, ['lina'], 1800);
    await send(card, ['lina', 'wangwei'], 1800);
    expect(setting.outbox.list().map(({ to }) => to)).toEqual(['LiNa', 'wangwei']);
    setting.clock.advance('PT30M');
    await send(card, ['lina'], 1800);
    expect(setting.outbox.list()).toHaveLength(3);
  });

  it('fits every length', async () => {
    const long = '长'.repeat(3000);
    for (const message of [
      { kind: 'text', content: long },
      { ...card, title: long, description: long, buttonText: long },
      {
        ...notice,
        title: long,
        description: long,
        items: Array.from({ length: 12 }, () => ({ key: long, value: long })),
      },
    ] as WecomMessage[]) {
      expect(await send(message)).toMatchObject({ ok: true });
    }
    const [text, textcard, mini] = setting.outbox.list();
    expect(Buffer.byteLength(text?.text ?? '')).toBeLessThanOrEqual(2048);
    expect(text?.text.endsWith('…')).toBe(true);
    expect(textcard).toMatchObject({ title: `${'长'.repeat(127)}…`, text: `${'长'.repeat(511)}…` });
    expect(mini?.fields).toHaveLength(10);
    expect(mini?.fields?.[0]).toEqual({ name: `${'长'.repeat(9)}…`, value: `${'长'.repeat(29)}…` });
  });

  it('leaves a short message as it is', () => {
    expect(fitMessage(notice)).toEqual({
      msgtype: 'miniprogram_notice',
      miniprogram_notice: {
        appid: 'wx0000000000000001',
        page: 'hr/review/index?id=itv_1',
        title: '新的待评估',
        description: '销售部招聘',
        content_item: [{ key: '候选人', value: '张三' }],
      },
    });
  });

  it('passes on a title that is too short and a card without a web address', async () => {
    expect(await send({ ...notice, title: '待评' })).toMatchObject({
      error: { errcode: 40058, errmsg: expect.stringContaining('miniprogram_notice.title') },
    });
    expect(errcode(await send({ ...card, url: 'pages/x' }))).toBe(40058);
  });

  it('is unknown when the answer was lost, and is not repeated', async () => {
    await send();
    setting.world.faults.set([{ provider: 'wecom', api: 'message/send', kind: 'unknown', next: 1 }]);
    expect(errcode(await send())).toBe('unknown');
    expect(countOf('message/send')).toBe(2);
    expect(setting.outbox.list()).toHaveLength(2);
  });

  it('is unavailable when WeCom is down, refused when it is busy, unknown when it hangs', async () => {
    setting.world.faults.set([{ provider: 'wecom', kind: 'down', next: 1 }]);
    expect(errcode(await send())).toBe('unavailable');
    setting.world.faults.set([{ provider: 'wecom', api: 'message/send', kind: 'errcode', errcode: -1, next: 1 }]);
    expect(errcode(await send())).toBe(-1);
    setting.world.faults.set([{ provider: 'wecom', api: 'message/send', kind: 'timeout', next: 1 }]);
    expect(errcode(await clientWith({ timeoutMs: 80 }).sendMessage({ to: ['lina'], message: card }))).toBe('unknown');
    expect(setting.outbox.list()).toHaveLength(0);
  });
});

describe('setWorkbenchData', () => {
  const items = [{ key: '待评估', data: '3', pagepath: 'hr/workbench/index' }];

  it('shows the figures, four at most', async () => {
    expect(await client.setWorkbenchData({ userid: 'lina', items })).toEqual({ ok: true, value: {} });
    const shown = [{ key: '待评估', data: '3', pagepath: 'hr/workbench/index' }];
    expect(setting.world.workbench(app.corpid, 'LiNa')).toEqual(shown);
    const five = Array.from({ length: 5 }, (_, n) => ({ key: String(n), data: '1' }));
    await client.setWorkbenchData({ userid: 'lina', items: five });
    expect(setting.world.workbench(app.corpid, 'lina')).toHaveLength(4);
  });

  it('is refused for a stranger and beyond 10 a minute', async () => {
    expect(errcode(await client.setWorkbenchData({ userid: 'nobody', items }))).toBe(60111);
    for (let n = 0; n < 10; n += 1) await client.setWorkbenchData({ userid: 'lina', items });
    expect(errcode(await client.setWorkbenchData({ userid: 'lina', items }))).toBe(45009);
    expect((await client.setWorkbenchData({ userid: 'wangwei', items })).ok).toBe(true);
  });
});
