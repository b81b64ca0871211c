import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wecomDoor } from '#functions/adapters/wecom/callback.ts';
import { createWecomClient, type WecomClient } from '#functions/adapters/wecom/client.ts';
import type { PushedEvent } from '#functions/ports/callbacks.ts';
import type { WecomCard } from '#shared/messaging/card.ts';
import { createClock } from '#test/world/clock.ts';
import { createOutbox } from '#test/world/outbox.ts';
import { listen } from '#test/world/provider/loopback.ts';
import { createWecom } from '#test/world/wecom/wecom.ts';
import { createMemoryTokens } from './memory-tokens.ts';

const base = '/world/qyapi.weixin.qq.com';
const app = { corpid: 'ww0000000000000001', agentid: 1000002, corpsecret: 'world-corp-secret' };
const members = [{ userid: 'LiNa', name: '李娜' }];
const keys = { token: 'QDG6eK', encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C', receiver: app.corpid };
const card: WecomCard = {
  taskId: 'noshow_itv_1_4',
  title: '候选人未参加面试',
  description: '已请候选人说明原因,可自助重新预约。',
  items: [{ key: '候选人', value: '林晓彤' }],
  buttons: [{ key: 'seen', text: '我知道了' }],
  page: 'hr/review/index?id=app_1',
};

let clock: ReturnType<typeof createClock>;
let outbox: ReturnType<typeof createOutbox>;
let world: ReturnType<typeof createWecom>;
let server: Awaited<ReturnType<typeof listen>>;
let client: WecomClient;
let came: PushedEvent[];
let says: string | undefined;

beforeEach(async () => {
  clock = createClock({ start: new Date('2026-01-05T07:00:00Z'), frozen: true });
  outbox = createOutbox();
  came = [];
  says = undefined;
  const door = wecomDoor(keys, clock);
  server = await listen(
    (req, res) => world.handle(req, res),
    async (req, res) => {
      let body = '';
      for await (const chunk of req) body += chunk;
      const opened = door.open(Object.fromEntries(new URL(req.url ?? '', server.origin).searchParams), body);
      if (opened.ok) came.push(opened.value.event);
      res.writeHead(opened.ok ? 200 : 403).end(opened.ok ? door.reply(opened.value.event, says) : '');
      return true;
    },
  );
  world = createWecom({
    base,
    clock,
    outbox,
    corps: [{ ...app, members }],
    callback: { url: `${server.origin}/callbacks/wecom`, keys },
  });
  client = createWecomClient({ baseUrl: server.origin + base, ...app, tokens: createMemoryTokens(), clock });
});
afterEach(() => server.close());

const send = (over: Partial<WecomCard> = {}, to = 'lina') =>
  client.sendCard({ to, card: { ...card, ...over }, appid: 'wx1' });
const codeOf = async () => {
  const sent = await send();
  if (!sent.ok || sent.value.responseCode === undefined) throw new Error('no response code');
  return sent.value.responseCode;
};
const errcode = (outcome: { ok: boolean; error?: { kind: string; errcode?: number } }) =>
  outcome.ok ? undefined : (outcome.error?.errcode ?? outcome.error?.kind);

describe('a card with buttons', () => {
  it('reaches the member with what it says and where it leads', async () => {
    expect(await send()).toMatchObject({ ok: true, value: { responseCode: expect.any(String), invalidUsers: [] } });
    expect(outbox.list()).toMatchObject([
      {
        channel: 'wecom',
        to: 'LiNa',
        title: card.title,
        text: card.description,
        fields: [{ name: '候选人', value: '林晓彤' }],
        page: card.page,
        card: { taskId: card.taskId, buttons: [{ key: 'seen', text: '我知道了', style: 1 }] },
      },
    ]);
  });

  it('is fitted', async () => {
    const long = '很长的话'.repeat(100);
    const buttons = Array.from({ length: 9 }, (_, n) => ({ key: `k${n}`, text: long, style: 3 as const }));
    const items = Array.from({ length: 9 }, () => ({ key: long, value: long }));
    expect(errcode(await send({ title: long, description: long, items, buttons }))).toBeUndefined();
    const [seen] = outbox.list();
    expect(seen?.card?.buttons).toHaveLength(6);
    expect(seen?.fields).toHaveLength(6);
    expect(seen?.title).toMatch(/…$/);
  });

  it.each<[string, Partial<WecomCard>]>([
    ['a task id with a space', { taskId: 'no show' }],
    ['no task id', { taskId: '' }],
    ['a long task id', { taskId: 'x'.repeat(129) }],
    ['no button', { buttons: [] }],
    ['a button without a key', { buttons: [{ key: '', text: '好' }] }],
  ])('is refused with %s', async (_, over) => {
    expect(errcode(await send(over))).toBe(40058);
    expect(outbox.list()).toEqual([]);
  });

  it('is sent once under its task id', async () => {
    await send();
    expect(errcode(await send())).toBe(40058);
    expect(outbox.list()).toHaveLength(1);
  });

  it('changes once by its code, within 72 hours', async () => {
    const responseCode = await codeOf();
    const change = { to: ['lina'], responseCode, buttonText: '已处理' };
    expect(errcode(await client.updateCard(change))).toBeUndefined();
    expect(outbox.list()[0]?.card?.done).toBe('已处理');
    expect(errcode(await client.updateCard(change))).toBe(60140);
  });

  it('does not change later', async () => {
    const responseCode = await codeOf();
    clock.advance('PT72H1S');
    expect(errcode(await client.updateCard({ to: ['lina'], responseCode, buttonText: '已处理' }))).toBe(60140);
    expect(outbox.list()[0]?.card?.done).toBeUndefined();
  });
});

describe('a button', () => {
  it('comes back encrypted, and changes by what it is answered', async () => {
    await send();
    says = '已知悉';
    expect(await world.press(app.corpid, 'LiNa', card.taskId, 'seen')).toBe(200);
    expect(came).toMatchObject([
      {
        type: 'card',
        corpid: app.corpid,
        userid: 'LiNa',
        taskId: card.taskId,
        key: 'seen',
        responseCode: expect.any(String),
      },
    ]);
    expect(outbox.list()[0]?.card?.done).toBe('已知悉');
    await expect(world.press(app.corpid, 'LiNa', card.taskId, 'seen')).rejects.toThrow('no such button');
  });

  it('stays as it is where nothing is said', async () => {
    await send();
    expect(await world.press(app.corpid, 'LiNa', card.taskId, 'seen')).toBe(200);
    expect(outbox.list()[0]?.card?.done).toBeUndefined();
    const [event] = came;
    const code = event?.type === 'card' ? event.responseCode : '';
    expect(
      errcode(await client.updateCard({ to: ['lina'], responseCode: code, buttonText: '王敏处理中' })),
    ).toBeUndefined();
    expect(outbox.list()[0]?.card?.done).toBe('王敏处理中');
  });
});
