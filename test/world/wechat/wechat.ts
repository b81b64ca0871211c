import { randomBytes } from 'node:crypto';
import type { Clock } from '#functions/adapters/vendor/exchange.ts';
import type { Outbox } from '../outbox.ts';
import { createFaults, type Faults } from '../provider/faults.ts';
import { createLoginCodes } from '../provider/login-codes.ts';
import { createMemory } from '../provider/memory.ts';
import { type Callback, createPusher } from '../provider/push.ts';
import { createRate } from '../provider/rate.ts';
import { createHandle, type Handle, isAllowedIp, jsonBody, type ProviderCall } from '../provider/serve.ts';
import { errmsgOf, refusal } from './errcodes.ts';
import { emptyState, type WechatHost, type WechatPerson, type WechatTemplate, wechatState } from './host.ts';
import { checkContent } from './msg-sec-check.ts';
import { createStableToken } from './stable-token.ts';
import { sendSubscribeMessage } from './subscribe-send.ts';
import { generateUrlLink, openedUrlLink } from './url-link.ts';

export type Wechat = {
  handle: Handle;
  faults: Faults;
  /** `wx.login` on that person's phone. */
  loginCode(appid: string, person: WechatPerson): string;
  /** What the person chose in `requestSubscribeMessage`: each accept is good for one message. */
  subscription(openid: string, templateId: string, choice: 'accept' | 'reject'): void;
  /** What the person switched off in WeChat's own settings. */
  unsubscribe(openid: string, templateId: string): void;
  /** No event is under way. */
  idle(): Promise<void>;
  credits(openid: string, templateId: string): number;
  /** What tapping a `https://wxaurl.cn/…` opens; undefined when it has expired or never was. */
  openUrlLink(link: string): { appid: string; path: string; query: string } | undefined;
  revokeToken(appid: string): void;
  state(): { people: string[]; credits: Record<string, number>; urlLinks: number; sending: string[] };
};

/** `https://api.weixin.qq.com` on one machine, error codes included. `file` keeps links and credits over a restart. */
export function createWechat({
  base,
  clock,
  outbox,
  apps,
  templates,
  pages,
  ipAllowList,
  sensitiveWords = ['敏感词'],
  handlingMs = 3,
  callback,
  file,
}: {
  base: string;
  clock: Clock;
  outbox: Outbox;
  apps: { appid: string; secret: string }[];
  templates: WechatTemplate[];
  /** The published pages, without a leading slash. */
  pages: string[];
  ipAllowList?: string[];
  sensitiveWords?: string[];
  /** How long a send takes, so that two to one person can meet (43108). */
  handlingMs?: number;
  /** Where events are pushed to, if anywhere. */
  callback?: Callback;
  file?: string;
}): Wechat {
  const faults = createFaults('wechat');
  const memory = createMemory({ file, shape: wechatState, empty: emptyState() });
  const pusher = createPusher({ clock, callback });
  const tell: WechatHost['tell'] = (event) => {
    const CreateTime = Math.floor(clock.now().getTime() / 1000);
    const about = { ToUserName: 'gh_world', CreateTime, MsgType: 'event' };
    void pusher.push(JSON.stringify({ ...about, ...event }), 'json');
  };
  const sending = new Set<string>();
  const host: WechatHost = { clock, outbox, memory, templates, pages, sensitiveWords, handlingMs, tell, sending };
  const codes = createLoginCodes<{ appid: string; person: WechatPerson }>(clock);
  const sessions = createRate({ clock, windows: [{ ms: 60_000, limit: 100 }] });
  const tokens = new Map(apps.map(({ appid }) => [appid, createStableToken(clock)]));

  function session({ query }: ProviderCall): unknown {
    const app = apps.find(({ appid }) => appid === query.get('appid'));
    if (!app) return refusal(40013);
    if (app.secret !== query.get('secret')) return refusal(40125);
    if (query.get('grant_type') !== 'authorization_code') return refusal(40002);
    const redeemed = codes.redeem(query.get('js_code') ?? '');
    if (redeemed?.appid !== app.appid) return refusal(40029);
    const { openid, unionid, risk } = redeemed.person;
    if (risk) return refusal(40226);
    if (!sessions.admit(openid)) return refusal(45011);
    memory.state.people[openid] = clock.now().toISOString();
    memory.save();
    return { session_key: randomBytes(16).toString('base64'), openid, ...(unionid && { unionid }) };
  }

  function stableToken({ method, body, ip }: ProviderCall): unknown {
    const asked = jsonBody(body);
    if (method !== 'POST') return refusal(43002);
    if (!asked) return refusal(47001);
    const app = apps.find(({ appid }) => appid === asked.appid);
    const token = app && tokens.get(app.appid);
    if (!app || !token) return refusal(40013);
    if (asked.grant_type !== 'client_credential') return refusal(40002);
    if (app.secret !== asked.secret) return refusal(40125);
    if (!isAllowedIp(ipAllowList, ip)) return refusal(40164, `invalid ip ${ip}, not in whitelist`);
    const issued = asked.force_refresh === true ? token.force() : token.normal();
    return issued ? { access_token: issued.token, expires_in: issued.expiresIn } : refusal(45009);
  }

  type Api = (host: WechatHost, appid: string, body: Record<string, unknown>) => unknown;

  function behindToken(api: Api): (call: ProviderCall) => unknown {
    return ({ query, method, body, ip }) => {
      const given = query.get('access_token');
      if (!given) return refusal(41001);
      const verdicts = [...tokens].map(([appid, token]) => ({ appid, verdict: token.judge(given) }));
      const good = verdicts.find(({ verdict }) => verdict === 'good');
      if (!good) return refusal(verdicts.some(({ verdict }) => verdict === 'expired') ? 42001 : 40001);
      if (!isAllowedIp(ipAllowList, ip)) return refusal(40164, `invalid ip ${ip}, not in whitelist`);
      if (method !== 'POST') return refusal(43002);
      const parsed = jsonBody(body);
      return parsed ? api(host, good.appid, parsed) : refusal(47001);
    };
  }

  const apis: Record<string, (call: ProviderCall) => unknown> = {
    '/sns/jscode2session': session,
    '/cgi-bin/stable_token': stableToken,
    '/cgi-bin/message/subscribe/send': behindToken(sendSubscribeMessage),
    '/wxa/generate_urllink': behindToken(generateUrlLink),
    '/wxa/msg_sec_check': behindToken(checkContent),
  };

  const creditKey = (openid: string, templateId: string): string => `${openid} ${templateId}`;

  return {
    handle: createHandle({
      base,
      faults,
      answer: (call) => apis[call.path]?.(call),
      refuse: (errcode = -1) => refusal(Number(errcode), errmsgOf(Number(errcode))),
    }),
    faults,
    loginCode(appid, person) {
      memory.state.people[person.openid] = clock.now().toISOString();
      memory.save();
      return codes.issue({ appid, person });
    },
    subscription(openid, templateId, choice) {
      memory.state.people[openid] ??= clock.now().toISOString();
      const key = creditKey(openid, templateId);
      if (choice === 'accept') memory.state.credits[key] = (memory.state.credits[key] ?? 0) + 1;
      memory.save();
      const List = { TemplateId: templateId, SubscribeStatusString: choice, PopupScene: '0' };
      tell({ FromUserName: openid, Event: 'subscribe_msg_popup_event', List });
    },
    unsubscribe(openid, templateId) {
      memory.state.credits[creditKey(openid, templateId)] = 0;
      memory.save();
      const List = { TemplateId: templateId, SubscribeStatusString: 'reject' };
      tell({ FromUserName: openid, Event: 'subscribe_msg_change_event', List });
    },
    credits: (openid, templateId) => memory.state.credits[creditKey(openid, templateId)] ?? 0,
    idle: pusher.idle,
    openUrlLink: (link) => openedUrlLink(host, link),
    revokeToken: (appid) => tokens.get(appid)?.revoke(),
    state: () => ({
      people: Object.keys(memory.state.people),
      credits: { ...memory.state.credits },
      urlLinks: Object.keys(memory.state.urlLinks).length,
      sending: [...host.sending],
    }),
  };
}
