import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dynamoCredits } from '#functions/adapters/dynamo/credits.ts';
import { dynamoDeliveries } from '#functions/adapters/dynamo/deliveries.ts';
import { dynamoIdentities } from '#functions/adapters/dynamo/identities.ts';
import { composeDeliver } from '#functions/compose.ts';
import { invite } from '#test/functions/journeys/candidate.ts';
import { company, type Person, startTestWorld, type TestWorld } from '#test/functions/journeys/test-world.ts';
import { type Callback, signed } from '#test/world/provider/push.ts';

let world: TestWorld;
let me: Person;
const hr = { userid: 'wangmin' };

beforeAll(async () => {
  world = await startTestWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  me = await world.newCandidate();
  const identities = dynamoIdentities(world.table);
  expect(await identities.bindWechat(world.config.wechat.appid, me.openid, company, me.candidateId)).toBe('ok');
});
afterEach(async () => {
  world.dynamo.faults.clear();
  await world.idle();
});

type Platform = 'wechat' | 'wecom';
const keysOf = (platform: Platform): Callback['keys'] => ({
  ...world.config[platform].callback,
  receiver: platform === 'wechat' ? world.config.wechat.appid : world.config.wecom.corpid,
});
type Over = { keys?: Partial<Callback['keys']>; clock?: { now(): Date }; body?: (body: string) => string };

/** A request as the platform makes it, or somebody who would like to be it. */
function request(
  platform: Platform,
  message: object | string,
  { keys, clock = world.clock, body = (b) => b }: Over = {},
) {
  const url = `${world.origin}/v1/callbacks/${platform}`;
  const text = typeof message === 'string' ? message : JSON.stringify(message);
  const form = typeof message === 'string' ? 'xml' : 'json';
  const made = signed(url, { ...keysOf(platform), ...keys }, clock, text, form);
  return { url: made.url, init: { method: 'POST', headers: { 'content-type': made.type }, body: body(made.body) } };
}
const status = async ({ url, init }: ReturnType<typeof request>) => (await fetch(url, init)).status;
const push = (platform: Platform, message: object | string, over?: Over) => status(request(platform, message, over));

const seconds = () => Math.floor(world.clock.now().getTime() / 1000);
const chose = (choice: 'accept' | 'reject', Event = 'subscribe_msg_popup_event') => ({
  ToUserName: 'gh_world',
  FromUserName: me.openid,
  CreateTime: seconds(),
  MsgType: 'event',
  Event,
  List: { TemplateId: world.config.wechat.templates.reminder, SubscribeStatusString: choice },
});
async function left(): Promise<number> {
  const credits = dynamoCredits(world.table);
  let n = 0;
  while (await credits.take(company, me.candidateId, 'reminder')) n += 1;
  for (let i = 0; i < n; i += 1) await credits.giveBack(company, me.candidateId, 'reminder');
  return n;
}
const logged = (message: string) => world.logs.filter((line) => line.includes(message));
const messengers = () => composeDeliver(world.config, world.clock).messengers;
/** Somebody invited who did not come, and the card by which HR hears of it. */
async function noShow() {
  const { interviewId, applicationId } = await invite(world);
  world.clock.advance('PT74H');
  await world.sweep();
  await world.idle();
  const taskId = world.outbox.list().find(({ card }) => card?.taskId.startsWith(`noshow_${interviewId}_`))
    ?.card?.taskId;
  if (taskId === undefined) throw new Error('no card came');
  return { interviewId, applicationId, taskId };
}
const takenBy = async (applicationId: string) => {
  const { timeline } = await world.must('application.dossier', { token: world.hr, params: { applicationId } });
  return timeline.filter(({ type }) => type === 'no_show_taken').map(({ by }) => by);
};
const cardOf = (taskId: string) => world.outbox.list().find(({ card }) => card?.taskId === taskId)?.card;
const press = (taskId: string) => world.wecom.press(world.config.wecom.corpid, hr.userid, taskId, 'take');
const pressXml = (taskId: string, over: Record<string, string> = {}) =>
  `<xml>${Object.entries({
    ToUserName: world.config.wecom.corpid,
    FromUserName: hr.userid,
    CreateTime: String(seconds()),
    MsgType: 'event',
    Event: 'template_card_event',
    EventKey: 'take',
    TaskId: taskId,
    ResponseCode: 'code',
    ...over,
  })
    .map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`)
    .join('')}</xml>`;

describe('what WeChat pushes', () => {
  it('brings the ledger in line: accepted, accepted again, taken back', async () => {
    expect(await push('wechat', chose('accept'))).toBe(200);
    expect(await left()).toBe(1);
    world.clock.advance('PT1M');
    expect(await push('wechat', chose('accept'))).toBe(200);
    expect(await left()).toBe(2);
    expect(await push('wechat', chose('reject', 'subscribe_msg_change_event'))).toBe(200);
    expect(await left()).toBe(0);
  });

  it('comes by itself when a person accepts, and once', async () => {
    world.wechat.subscription(me.openid, world.config.wechat.templates.reminder, 'accept');
    await world.wechat.idle();
    expect(await left()).toBe(1);
  });

  it('writes the receipt beside what was sent', async () => {
    const { reminder } = world.config.wechat.templates;
    world.wechat.loginCode(world.config.wechat.appid, { openid: me.openid });
    world.wechat.subscription(me.openid, reminder, 'accept');
    const data = {
      thing1: '销售代表',
      time2: '2026年1月6日 14:00',
      thing3: '手机微信',
      thing4: '400-000-0000',
      thing5: '点此确认、改约或请假',
    };
    const message = { template: 'reminder', page: 'pages/progress/index', data } as const;
    const sent = await messengers().wechat({ openid: me.openid }, message);
    const deliveries = dynamoDeliveries(world.table);
    const record = { kind: 'reminder', generation: 1, channel: 'wechat', at: world.clock.now().toISOString() } as const;
    const itv = `itv_receipt${me.candidateId.slice(-4)}`;
    await deliveries.settle(company, itv, { ...record, ...sent });
    await world.wechat.idle();
    expect(await deliveries.ofInterview(company, itv)).toMatchObject([{ state: 'sent', receipt: 'ok' }]);
  });

  it('is verified by its echo', async () => {
    const { url } = request('wechat', {});
    const asked = new URL(url);
    asked.searchParams.set('echostr', '4375120948345356249');
    const reply = await fetch(asked);
    expect([reply.status, await reply.text()]).toEqual([200, '4375120948345356249']);
    asked.searchParams.set('nonce', 'other');
    expect((await fetch(asked)).status).toBe(403);
  });
});

describe('a card of HR’s', () => {
  it('is taken over by its button, once, under a name', async () => {
    const { taskId, applicationId } = await noShow();
    expect(cardOf(taskId)?.buttons.map(({ text }) => text)).toEqual(['我来处理']);
    expect(await press(taskId)).toBe(200);
    expect(cardOf(taskId)?.done).toBe('已接手');
    const [by] = await takenBy(applicationId);
    expect(by).toBe('usr_wangmin');
    // The platform says it again: another push of the same press, and the event's own repetition.
    expect(await push('wecom', pressXml(taskId))).toBe(200);
    expect(await takenBy(applicationId)).toHaveLength(1);
  });

  it('pressed when the candidate has come back says that it is settled', async () => {
    const { taskId, interviewId, applicationId } = await noShow();
    await world.must('interview.correct', {
      token: world.hr,
      params: { interviewId },
      input: { operationId: 'op-card-correct', to: 'invited', reason: '电话里说好了' },
    });
    expect(await press(taskId)).toBe(200);
    expect(cardOf(taskId)?.done).toBe('已不需要');
    expect(await takenBy(applicationId)).toEqual([]);
  });

  it('that nobody knows, a key it has not, and a stranger are ignored', async () => {
    const { taskId, applicationId } = await noShow();
    expect(await push('wecom', pressXml('other_itv_1_4'))).toBe(200);
    expect(await push('wecom', pressXml('noshow_itv_0000_4'))).toBe(200);
    expect(await push('wecom', pressXml(taskId, { EventKey: 'delete' }))).toBe(200);
    expect(await push('wecom', pressXml(taskId, { FromUserName: 'stranger' }))).toBe(200);
    expect(await takenBy(applicationId)).toEqual([]);
  });
});

describe('a callback (SCENARIOS 18)', () => {
  it('replayed does nothing more', async () => {
    const once = request('wechat', chose('accept'));
    expect([await status(once), await status(once)]).toEqual([200, 200]);
    const together = request('wechat', { ...chose('accept'), CreateTime: seconds() + 1 });
    await Promise.all([status(together), status(together), status(together)]);
    expect(await left()).toBe(2);
  });

  it('replayed later is refused', async () => {
    const once = request('wechat', chose('accept'));
    world.clock.advance('PT5M1S');
    expect(await status(once)).toBe(403);
    expect(await left()).toBe(0);
  });

  it.each<[string, Over]>([
    ['with another token', { keys: { token: 'guessed' } }],
    ['with another key', { keys: { encodingAesKey: `${'B'.repeat(42)}A` } }],
    ['for another app', { keys: { receiver: 'wx_other' } }],
    ['from the past', { clock: { now: () => new Date(0) } }],
    ['from the future', { clock: { now: () => new Date('2099-01-01') } }],
    ['cut off', { body: (body) => body.slice(0, -40) }],
    ['in the clear', { body: () => JSON.stringify({ Event: 'subscribe_msg_popup_event' }) }],
    ['empty', { body: () => '' }],
  ])('%s is refused without effect', async (_, over) => {
    expect([400, 403]).toContain(await push('wechat', chose('accept'), over));
    expect(await left()).toBe(0);
    const before = world.backstage.list().length;
    expect([400, 403]).toContain(await push('wecom', pressXml('noshow_itv_1_4'), over));
    expect(
      world.backstage
        .list()
        .slice(before)
        .filter(({ text }) => text.startsWith('seen')),
    ).toEqual([]);
  });

  it('of WeChat’s is none of WeCom’s', async () => {
    const { url, init } = request('wechat', chose('accept'));
    expect((await fetch(url.replace('/wechat?', '/wecom?'), init)).status).toBe(403);
    expect((await fetch(url.replace('/wechat?', '/other?'), init)).status).toBe(404);
  });

  it('as big as a film is not looked at', async () => {
    expect(await push('wechat', chose('accept'), { body: () => 'x'.repeat(70_000) })).toBe(413);
  });

  it('that fails is pushed again, and then done', async () => {
    world.dynamo.faults.add({ kind: 'throttle', next: 12, operations: ['TransactWriteItems'] });
    const once = request('wechat', chose('accept'));
    const first = await status(once);
    world.dynamo.faults.clear();
    expect([first, await status(once)]).toEqual([500, 200]);
    expect(await left()).toBe(1);
  });

  it('leaves nothing in the log that names a person', async () => {
    await push('wechat', chose('accept'));
    await push('wechat', chose('accept'), { keys: { token: 'guessed' } });
    expect(logged('callback')).not.toEqual([]);
    expect(world.logs.join('\n')).not.toContain(me.openid);
  });
});
