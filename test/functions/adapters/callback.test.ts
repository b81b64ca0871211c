import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wechatDoor } from '#functions/adapters/wechat/callback.ts';
import { encryptCallback } from '#functions/adapters/wechat/crypto.ts';
import { wecomDoor } from '#functions/adapters/wecom/callback.ts';
import type { CallbackDoor } from '#functions/ports/callbacks.ts';
import { signed } from '#test/world/provider/push.ts';
import { wechatVector, wecomVector } from './callback-vectors.ts';

type Query = Record<string, string>;
const at = (seconds: number | string, later = 0) => ({ now: () => new Date((Number(seconds) + later) * 1000) });
const now = at('1767596400');
const keys = { wechat: { ...wechatVector.keys }, wecom: { ...wecomVector.keys } };
const doors: Record<'wechat' | 'wecom', CallbackDoor> = {
  wechat: wechatDoor(keys.wechat, now),
  wecom: wecomDoor(keys.wecom, now),
};

/** As the platform sends it, at this moment. */
function pushed(platform: 'wechat' | 'wecom', message: string, form: 'json' | 'xml', over = keys[platform]) {
  const { url, body } = signed('http://callback.invalid/', over, now, message, form);
  return { query: Object.fromEntries(new URL(url).searchParams) as Query, body };
}
const open = (platform: 'wechat' | 'wecom', message: string, form: 'json' | 'xml', over = keys[platform]) => {
  const { query, body } = pushed(platform, message, form, over);
  return doors[platform].open(query, body);
};
const eventOf = (opened: ReturnType<typeof open>) => (opened.ok ? opened.value.event : opened.error);
const wechatJson = (event: object) =>
  JSON.stringify({ ToUserName: 'gh_1', FromUserName: 'oLin', CreateTime: 1767596400, MsgType: 'event', ...event });
const cardXml = (over: Record<string, string> = {}) => {
  const fields = {
    ToUserName: keys.wecom.receiver,
    FromUserName: 'wangmin',
    CreateTime: '1767596400',
    MsgType: 'event',
    Event: 'template_card_event',
    EventKey: 'seen',
    TaskId: 'noshow_itv_1_4',
    CardType: 'button_interaction',
    ResponseCode: 'code-1',
    AgentID: '1',
    ...over,
  };
  return `<xml>${Object.entries(fields)
    .map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`)
    .join('')}</xml>`;
};

describe('the official vectors', () => {
  it('open the doors at their own time', () => {
    const { check, query, body } = wechatVector;
    const wechat = (seconds: string, later = 0) => wechatDoor(keys.wechat, at(seconds, later));
    expect(wechat(check.timestamp).verify(check)).toEqual({ ok: true, value: check.echostr });
    expect(wechat(query.timestamp).open(query, body)).toMatchObject({ ok: true, value: { event: { type: 'other' } } });
    expect(wechat(query.timestamp, 300).open(query, body).ok).toBe(true);
    expect(wechat(query.timestamp, 301).open(query, body)).toEqual({ ok: false, error: 'stale' });
    expect(wechat(query.timestamp, -301).open(query, body)).toEqual({ ok: false, error: 'stale' });
    expect(wechat(check.timestamp, 301).verify(check)).toEqual({ ok: false, error: 'stale' });
  });

  it('open WeCom’s', () => {
    const { check, query, body } = wecomVector;
    const wecom = (seconds: string, later = 0) => wecomDoor(keys.wecom, at(seconds, later));
    expect(wecom(check.timestamp).verify(check)).toEqual({ ok: true, value: '1616140317555161061' });
    expect(wecom(query.timestamp).open(query, body)).toMatchObject({ ok: true, value: { event: { type: 'other' } } });
    expect(wecom(query.timestamp, 301).open(query, body)).toEqual({ ok: false, error: 'stale' });
    expect(wecom(check.timestamp, 301).verify(check)).toEqual({ ok: false, error: 'stale' });
  });
});

describe('what is not the platform’s', () => {
  const samples = [
    ['wechat', pushed('wechat', wechatJson({ Event: 'subscribe_msg_popup_event', List: [] }), 'json')],
    ['wechat', pushed('wechat', wechatJson({ Event: 'subscribe_msg_popup_event', List: [] }), 'xml')],
    ['wecom', pushed('wecom', cardXml(), 'xml')],
  ] as const;

  it('is refused with any one byte of it another', () => {
    const covered = ['msg_signature', 'timestamp', 'nonce', 'body'] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.constantFrom(...covered),
        fc.nat(),
        fc.integer({ min: 1, max: 127 }),
        ([platform, { query, body }], part, where, flip) => {
          const genuine = doors[platform].open(query, body);
          expect(genuine.ok).toBe(true);
          const bytes = Buffer.from(part === 'body' ? body : (query[part] ?? ''));
          const place = where % bytes.length;
          bytes[place] = (bytes[place] ?? 0) ^ flip;
          const changed = bytes.toString('latin1');
          const result =
            part === 'body'
              ? doors[platform].open(query, changed)
              : doors[platform].open({ ...query, [part]: changed }, body);
          // Around the encrypted part stands what nobody reads: it may change, what is taken in may not.
          if (result.ok) expect([part, result]).toEqual(['body', genuine]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is refused with any byte of the encrypted part another, its signature made anew or not', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 255 }), (where, flip) => {
        const secret = Buffer.from(encryptCallback(keys.wecom, cardXml(), Buffer.alloc(16)), 'base64');
        secret[where % secret.length] = (secret[where % secret.length] ?? 0) ^ flip;
        const { query } = pushed('wecom', cardXml(), 'xml');
        const result = doors.wecom.open(query, `<xml><Encrypt>${secret.toString('base64')}</Encrypt></xml>`);
        expect(result).toEqual({ ok: false, error: 'forged' });
      }),
      { numRuns: 500 },
    );
  });

  it.each(['wechat', 'wecom'] as const)(
    'is told apart at %s: another token, another key, another receiver',
    (platform) => {
      const mine = keys[platform];
      const message = platform === 'wecom' ? cardXml() : wechatJson({});
      expect(eventOf(open(platform, message, 'xml', { ...mine, token: 'guessed' }))).toBe('forged');
      expect(eventOf(open(platform, message, 'xml', { ...mine, receiver: 'ww_other' }))).toBe('foreign');
      const otherKey = { ...mine, encodingAesKey: `${'B'.repeat(42)}A` };
      expect(['unreadable', 'foreign']).toContain(eventOf(open(platform, message, 'xml', otherKey)));
      expect(doors[platform].open({}, '<xml/>')).toEqual({ ok: false, error: 'unreadable' });
      expect(doors[platform].verify({})).toEqual({ ok: false, error: 'forged' });
    },
  );

  it('does not get in by keys that are not set', () => {
    const none = { token: '', encodingAesKey: '', receiver: 'ww1' };
    const { query, body } = pushed('wecom', cardXml(), 'xml', { ...keys.wecom, token: '' });
    for (const door of [wecomDoor(none, now), wechatDoor(none, now)]) {
      expect(door.open(query, body)).toEqual({ ok: false, error: 'unset' });
      expect(door.verify(query)).toEqual({ ok: false, error: 'unset' });
    }
  });

  it('gets nothing back of what was encrypted for us', () => {
    const { query, body } = pushed('wecom', cardXml(), 'xml');
    const echostr = /CDATA\[([^\]]+)\]\]><\/Encrypt/.exec(body)?.[1] ?? '';
    expect(doors.wecom.verify({ ...query, echostr })).toEqual({ ok: false, error: 'unreadable' });
    expect(doors.wechat.verify({ ...pushed('wechat', '{}', 'json').query, echostr: '<script>' })).toEqual({
      ok: false,
      error: 'unreadable',
    });
  });

  it('is another company’s although the envelope is ours', () => {
    expect(eventOf(open('wecom', cardXml({ ToUserName: 'ww_other' }), 'xml'))).toBe('foreign');
  });

  it.each(['', '{', '<xml>', '{"a":1}', '<xml><a>1</a></xml>', '[]', 'null'])('is unreadable inside: %j', (message) => {
    expect(eventOf(open('wechat', message, 'json'))).toBe('unreadable');
    expect(eventOf(open('wecom', message, 'xml'))).toBe('unreadable');
  });
});

describe('WeChat’s events', () => {
  const list = [
    { TemplateId: 't1', SubscribeStatusString: 'accept', PopupScene: '0' },
    { TemplateId: 't2', SubscribeStatusString: 'reject', PopupScene: '0' },
  ];
  const chosen = { type: 'subscriptions', appid: keys.wechat.receiver, openid: 'oLin' };

  it('reads one choice, and several', () => {
    const both = [
      { templateId: 't1', choice: 'accept' },
      { templateId: 't2', choice: 'reject' },
    ];
    for (const Event of ['subscribe_msg_popup_event', 'subscribe_msg_change_event']) {
      expect(eventOf(open('wechat', wechatJson({ Event, List: list }), 'json'))).toEqual({ ...chosen, choices: both });
      expect(eventOf(open('wechat', wechatJson({ Event, List: list[0] }), 'json'))).toEqual({
        ...chosen,
        choices: both.slice(0, 1),
      });
    }
  });

  it('reads them in XML', () => {
    const rows = list.map(
      (one) =>
        `<List><TemplateId><![CDATA[${one.TemplateId}]]></TemplateId><SubscribeStatusString>${one.SubscribeStatusString}</SubscribeStatusString></List>`,
    );
    const xml = (lists: string[]) =>
      `<xml><ToUserName>gh_1</ToUserName><FromUserName>oLin</FromUserName><CreateTime>1767596400</CreateTime><MsgType>event</MsgType><Event>subscribe_msg_popup_event</Event><SubscribeMsgPopupEvent>${lists.join('')}</SubscribeMsgPopupEvent></xml>`;
    expect(eventOf(open('wechat', xml(rows), 'xml'))).toMatchObject({
      choices: [{ templateId: 't1' }, { templateId: 't2' }],
    });
    expect(eventOf(open('wechat', xml(rows.slice(0, 1)), 'xml'))).toMatchObject({ choices: [{ templateId: 't1' }] });
  });

  it('reads receipts, to the last digit', () => {
    const receipt = (MsgID: unknown, ErrorCode: unknown) =>
      wechatJson({ Event: 'subscribe_msg_sent_event', List: { TemplateId: 't1', MsgID, ErrorCode, ErrorStatus: 'x' } });
    const big = receipt('5997714730473385121', '0');
    expect(eventOf(open('wechat', big, 'json'))).toEqual({
      type: 'receipts',
      receipts: [{ msgid: '5997714730473385121', receipt: 'ok' }],
    });
    const bare = big.replace('"5997714730473385121"', '5997714730473385121').replace('"0"', '43101');
    expect(eventOf(open('wechat', bare, 'json'))).toEqual({
      type: 'receipts',
      receipts: [{ msgid: '5997714730473385121', receipt: '43101' }],
    });
  });

  it('are one when pushed again, and two when they are two', () => {
    const id = (event: object) => {
      const opened = open('wechat', wechatJson(event), 'json');
      return opened.ok ? opened.value.id : opened.error;
    };
    const popup = { Event: 'subscribe_msg_popup_event', List: list };
    expect(id(popup)).toBe(id(popup));
    expect(id({ ...popup, CreateTime: 1767596401 })).not.toBe(id(popup));
    expect(id({ ...popup, List: list[0] })).not.toBe(id(popup));
    expect(id({ MsgType: 'text', MsgId: 5997714730473385121n.toString() })).not.toBe(
      id({ MsgType: 'text', MsgId: '2' }),
    );
  });
});

describe('WeCom’s events', () => {
  it('reads a pressed button', () => {
    expect(eventOf(open('wecom', cardXml(), 'xml'))).toEqual({
      type: 'card',
      corpid: keys.wecom.receiver,
      userid: 'wangmin',
      taskId: 'noshow_itv_1_4',
      key: 'seen',
      responseCode: 'code-1',
    });
  });

  it('keeps digits as they are, and puts in no entity', () => {
    expect(eventOf(open('wecom', cardXml({ FromUserName: '0012', EventKey: '&amp;lt;' }), 'xml'))).toMatchObject({
      userid: '0012',
      key: '&amp;lt;',
    });
    const bomb = `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(50)}">]>${cardXml()}`.replace('<![CDATA[seen]]>', '&a;&a;');
    expect(JSON.stringify(eventOf(open('wecom', bomb, 'xml')))).not.toContain('haha');
  });
});
