import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createClock } from '../clock.ts';
import { createOutbox } from '../outbox.ts';
import { listen } from '../provider/loopback.ts';
import { fieldFault } from './field-rules.ts';
import { createWechat } from './wechat.ts';

const base = '/world/api.weixin.qq.com';
const app = { appid: 'wx0000000000000001', secret: 'world-secret' };
const openid = 'oCandidate1';
const template = { id: 'tpl', title: '通知', fields: [{ key: 'thing1', name: '内容' }] };
const reply = z.looseObject({
  errcode: z.number().default(0),
  errmsg: z.string().default(''),
  access_token: z.string().default(''),
  expires_in: z.number().default(0),
  url_link: z.string().default(''),
});

const clock = () => createClock({ start: new Date('2026-01-05T07:00:00Z'), frozen: true });
type Options = Partial<Parameters<typeof createWechat>[0]>;
const createWorld = (over: Options = {}) =>
  createWechat({
    base,
    clock: clock(),
    outbox: createOutbox(),
    apps: [app],
    templates: [template],
    pages: ['pages/home/index'],
    ...over,
  });

let folder: string;
let server: Awaited<ReturnType<typeof listen>> | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wechat-'));
});
afterEach(async () => {
  await server?.close();
  rmSync(folder, { recursive: true });
});

async function open(over: Options = {}) {
  const turning = clock();
  const world = createWorld({ clock: turning, ...over });
  await server?.close();
  server = await listen(world.handle);
  const { origin } = server;
  const post = async (path: string, body: unknown) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return reply.parse(await (await fetch(origin + base + path, { method: 'POST', body: text })).json());
  };
  const token = async (force_refresh = false) =>
    post('/cgi-bin/stable_token', { grant_type: 'client_credential', ...app, force_refresh });
  const send = async (access_token: string, body: unknown = {}) =>
    post(`/cgi-bin/message/subscribe/send?access_token=${access_token}`, body);
  return { world, clock: turning, origin, post, token, send };
}

describe('stable token', () => {
  it('is the same until 5 minutes before its end; then both are good for 5 minutes', async () => {
    const { clock, token, send } = await open();
    const first = await token();
    expect(first.expires_in).toBe(7200);
    clock.advance('PT1H54M');
    expect(await token()).toMatchObject({ access_token: first.access_token, expires_in: 360 });
    clock.advance('PT2M');
    const second = await token();
    expect(second.access_token).not.toBe(first.access_token);
    for (const { access_token } of [first, second]) expect((await send(access_token)).errcode).toBe(40003);
    clock.advance('PT5M');
    expect((await send(first.access_token)).errcode).toBe(42001);
    expect((await send(second.access_token)).errcode).toBe(40003);
  });

  it('replaces the old one by force, not within 30 s, 20 times a day', async () => {
    const { clock, token, send } = await open();
    const first = await token();
    const forced = await token(true);
    expect(forced.access_token).not.toBe(first.access_token);
    expect((await send(first.access_token)).errcode).toBe(40001);
    expect((await token(true)).access_token).toBe(forced.access_token);
    for (let n = 1; n < 20; n += 1) {
      clock.advance('PT30S');
      expect((await token(true)).errcode).toBe(0);
    }
    clock.advance('PT30S');
    expect((await token(true)).errcode).toBe(45009);
    expect((await token()).errcode).toBe(0);
  });

  it('is refused for what is missing or wrong', async () => {
    const { post } = await open();
    const asked = { grant_type: 'client_credential', ...app };
    expect((await post('/cgi-bin/stable_token', '{')).errcode).toBe(47001);
    expect((await post('/cgi-bin/stable_token', { ...asked, grant_type: 'x' })).errcode).toBe(40002);
    expect((await post('/cgi-bin/stable_token', { ...asked, appid: 'x' })).errcode).toBe(40013);
    expect((await post('/cgi-bin/stable_token', { ...asked, secret: 'x' })).errcode).toBe(40125);
    expect((await post('/cgi-bin/message/subscribe/send', {})).errcode).toBe(41001);
    expect((await post('/cgi-bin/message/subscribe/send?access_token=x', {})).errcode).toBe(40001);
  });

  it('is refused to an address that is not on the list (40164)', async () => {
    const { token } = await open({ ipAllowList: ['10.0.0.1'] });
    expect(await token()).toMatchObject({
      errcode: 40164,
      errmsg: expect.stringMatching(/^invalid ip .*not in whitelist/),
    });
  });
});

describe('template values', () => {
  it.each<[string, unknown, ReturnType<typeof fieldFault>]>([
    ['thing1', '长'.repeat(20), undefined],
    ['thing1', '长'.repeat(21), 'invalid'],
    ['thing1', '两\n行', 'invalid'],
    ['thing1', '', 'is empty'],
    ['thing1', undefined, 'is empty'],
    ['thing1', { a: 1 }, 'invalid'],
    ['number2', 90.5, undefined],
    ['number2', '1'.repeat(33), 'invalid'],
    ['number2', '九', 'invalid'],
    ['letter3', 'A'.repeat(33), 'invalid'],
    ['symbol4', '!!!!!!', 'invalid'],
    ['character_string5', 'ITV-1', undefined],
    ['character_string5', '编号1', 'invalid'],
    ['phrase6', '待评估', undefined],
    ['phrase6', '面试已完成评估', 'invalid'],
    ['phrase6', 'done', 'invalid'],
    ['name7', '一二三四五六七八九十一', 'invalid'],
    ['phone_number8', '+86-0766-66888866', undefined],
    ['phone_number8', '1'.repeat(18), 'invalid'],
    ['amount9', '¥12000.5', undefined],
    ['amount9', '12000元', undefined],
    ['amount9', '12k', 'invalid'],
    ['time10', '2026年1月5日 15:01~2026年1月5日 16:01', undefined],
    ['time10', '15:01:59', undefined],
    ['time10', '2026-01-05 15:01', 'invalid'],
    ['date11', '2026年1月5日 15:01', undefined],
    ['date11', '15:01', 'invalid'],
    ['keyword1', 'x', 'invalid'],
  ])('%s %j: %s', (key, value, fault) => {
    expect(fieldFault(key, value)).toBe(fault);
  });

  it('names the field', async () => {
    const { world, token, send } = await open();
    const { access_token } = await token();
    world.loginCode(app.appid, { openid });
    world.subscription(openid, template.id, 'accept');
    const message = { touser: openid, template_id: template.id };
    const tooLong = { ...message, data: { thing1: { value: '长'.repeat(21) } } };
    expect((await send(access_token, tooLong)).errmsg).toMatch(
      /^argument invalid! data\.thing1\.value invalid rid: [0-9a-f-]{26}$/,
    );
    expect((await send(access_token, message)).errcode).toBe(47003);
    const data = { thing1: { value: '好' } };
    expect((await send(access_token, { ...message, data, miniprogram_state: 'beta' })).errcode).toBe(47003);
    expect((await send(access_token, { ...message, data })).errcode).toBe(0);
  });
});

describe('msg_sec_check', () => {
  it('judges the words of a person active within 2 hours', async () => {
    const { world, clock, post, token } = await open();
    const { access_token } = await token();
    const check = (over: object) =>
      post(`/wxa/msg_sec_check?access_token=${access_token}`, {
        content: '你好',
        version: 2,
        scene: 2,
        openid,
        ...over,
      });
    expect((await check({})).errcode).toBe(40003);
    world.loginCode(app.appid, { openid });
    expect(await check({})).toMatchObject({ errcode: 0, result: { suggest: 'pass', label: 100 } });
    expect(await check({ content: '有敏感词' })).toMatchObject({ result: { suggest: 'risky' } });
    for (const over of [{ content: '' }, { content: '长'.repeat(2501) }, { version: 1 }, { scene: 9 }]) {
      expect((await check(over)).errcode).toBe(47003);
    }
    clock.advance('PT1H59M');
    expect((await check({})).errcode).toBe(0);
    const renewed = (await token()).access_token;
    clock.advance('PT2M');
    const late = { content: '你好', version: 2, scene: 2, openid };
    expect((await post(`/wxa/msg_sec_check?access_token=${renewed}`, late)).errcode).toBe(61010);
  });
});

describe('the simulator', () => {
  it('keeps links and credits over a restart', async () => {
    const file = join(folder, 'wechat.json');
    const { world, post, token } = await open({ file });
    world.subscription(openid, template.id, 'accept');
    const { access_token } = await token();
    const asked = { path: 'pages/home/index', query: 't=1', expire_type: 1, expire_interval: 1 };
    const { url_link } = await post(`/wxa/generate_urllink?access_token=${access_token}`, asked);
    const again = createWorld({ file });
    expect(again.openUrlLink(url_link)).toEqual({ appid: app.appid, path: 'pages/home/index', query: 't=1' });
    expect(again.credits(openid, template.id)).toBe(1);
  });

  it('leaves other paths alone and answers 404 to an unknown one of its own', async () => {
    const { origin } = await open();
    expect((await fetch(`${origin}${base}.cn/sns/jscode2session`)).status).toBe(404);
    expect((await fetch(`${origin}${base}/wxa/nothing`)).status).toBe(404);
  });

  it('lets a fault strike its own provider, the named call, the given number of times', async () => {
    const { world, post, token } = await open();
    world.faults.set([
      { provider: 'sms', kind: 'down' },
      { provider: 'wechat', api: 'stable_token', kind: 'errcode', errcode: -1, next: 1 },
    ]);
    expect(world.faults.list()).toHaveLength(1);
    expect((await post('/cgi-bin/message/subscribe/send', {})).errcode).toBe(41001);
    expect((await token()).errcode).toBe(-1);
    expect((await token()).errcode).toBe(0);
    world.faults.set([{ provider: 'wechat', kind: 'errcode', errcode: 45009 }]);
    expect((await token()).errcode).toBe(45009);
    world.faults.set([]);
    expect((await token()).errcode).toBe(0);
  });
});
