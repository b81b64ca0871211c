import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { Clock } from '#functions/adapters/vendor/exchange.ts';
import type { Outbox } from '../outbox.ts';
import { createFaults, type Faults } from '../provider/faults.ts';
import { createLoginCodes } from '../provider/login-codes.ts';
import { createMemory } from '../provider/memory.ts';
import { type Callback, createPusher } from '../provider/push.ts';
import { createRate } from '../provider/rate.ts';
import { createHandle, type Handle, isAllowedIp, jsonBody, type ProviderCall } from '../provider/serve.ts';
import { createAppToken } from './app-token.ts';
import { createCards } from './cards.ts';
import { createContacts } from './contacts.ts';
import { refusal } from './errcodes.ts';
import { memberOf, type WecomCorp, type WecomHost } from './host.ts';
import { createMessageSend } from './message-send.ts';
import { createWorkbench, type WorkbenchItem, workbenchItem } from './workbench.ts';

export type Wecom = {
  handle: Handle;
  faults: Faults;
  /** `wx.qy.login` on that member's phone. */
  loginCode(corpid: string, userid: string): string;
  /** What the browser is sent back with from WeCom's sign-in page. */
  oauthCode(corpid: string, userid: string): string;
  /** The figures on the member's workbench. */
  workbench(corpid: string, userid: string): WorkbenchItem[] | undefined;
  /** A member presses a button on a card: the HTTP status that the callback was answered, 0 for none. */
  press(corpid: string, userid: string, taskId: string, key: string): Promise<number>;
  /** No callback is under way. */
  idle(): Promise<void>;
  revokeToken(corpid: string, agentid: number): void;
  state(): { workbench: Record<string, WorkbenchItem[]>; dropped: number };
};

/** `https://qyapi.weixin.qq.com` on one machine. An entry of `corps` is one app of a company. */
export function createWecom({
  base,
  clock,
  outbox,
  corps,
  ipAllowList,
  callback,
  file,
}: {
  base: string;
  clock: Clock;
  outbox: Outbox;
  corps: WecomCorp[];
  ipAllowList?: string[];
  /** Where presses of buttons go; without it cards with buttons are refused. */
  callback?: Callback;
  file?: string;
}): Wecom {
  const faults = createFaults('wecom');
  const shape = z.object({ workbench: z.record(z.string(), z.array(workbenchItem)) });
  const memory = createMemory({ file, shape, empty: { workbench: {} } });
  const host: WecomHost = { clock, outbox };
  const pusher = createPusher({ clock, callback });
  const cards = createCards(host, pusher, callback);
  const send = createMessageSend(host, {
    cards,
    received: createRate({
      clock,
      windows: [
        { ms: 60_000, limit: 30 },
        { ms: 3600_000, limit: 1000 },
      ],
    }),
  });
  const setWorkbenchData = createWorkbench(memory, createRate({ clock, windows: [{ ms: 60_000, limit: 10 }] }));
  const contacts = createContacts(createRate({ clock, windows: [{ ms: 60_000, limit: 1000 }] }));
  const loginCodes = createLoginCodes<{ corpid: string; userid: string }>(clock);
  const oauthCodes = createLoginCodes<{ corpid: string; userid: string }>(clock);
  const apps = corps.map((corp) => ({ corp, token: createAppToken(clock) }));

  function getToken({ query, ip }: ProviderCall): unknown {
    const ofCorp = apps.filter(({ corp }) => corp.corpid === query.get('corpid'));
    if (ofCorp.length === 0) return refusal(40013, ip);
    const app = ofCorp.find(({ corp }) => corp.corpsecret === query.get('corpsecret'));
    if (!app) return refusal(40001, ip);
    const { token, expiresIn } = app.token.issue();
    return { errcode: 0, errmsg: 'ok', access_token: token, expires_in: expiresIn };
  }

  type Api = (corp: WecomCorp, call: ProviderCall, body: Record<string, unknown>) => unknown;

  function behindToken(method: 'GET' | 'POST', api: Api): (call: ProviderCall) => unknown {
    return (call) => {
      const given = call.query.get('access_token');
      if (!given) return refusal(41001, call.ip);
      const verdicts = apps.map(({ corp, token }) => ({ corp, verdict: token.judge(given) }));
      const good = verdicts.find(({ verdict }) => verdict === 'good');
      if (!good) return refusal(verdicts.some(({ verdict }) => verdict === 'expired') ? 42001 : 40014, call.ip);
      if (!isAllowedIp(ipAllowList, call.ip)) return refusal(60020, call.ip);
      if (call.method !== method) return refusal(method === 'POST' ? 43002 : 43001, call.ip);
      const body = method === 'POST' ? jsonBody(call.body) : {};
      return body ? api(good.corp, call, body) : refusal(47001, call.ip);
    };
  }

  const session: Api = (corp, { query, ip }) => {
    const redeemed = loginCodes.redeem(query.get('js_code') ?? '');
    if (redeemed?.corpid !== corp.corpid) return refusal(40029, ip);
    const session_key = randomBytes(16).toString('base64');
    return { errcode: 0, errmsg: 'ok', corpid: corp.corpid, userid: redeemed.userid, session_key };
  };

  const userInfo: Api = (corp, { query, ip }) => {
    const redeemed = oauthCodes.redeem(query.get('code') ?? '');
    if (redeemed?.corpid !== corp.corpid) return refusal(40029, ip);
    const member = memberOf(corp, redeemed.userid);
    return { errcode: 0, errmsg: 'ok', ...(member ? { userid: member.userid } : { openid: redeemed.userid }) };
  };

  const apis: Record<string, (call: ProviderCall) => unknown> = {
    '/cgi-bin/gettoken': getToken,
    '/cgi-bin/miniprogram/jscode2session': behindToken('GET', session),
    '/cgi-bin/auth/getuserinfo': behindToken('GET', userInfo),
    '/cgi-bin/department/list': behindToken('GET', contacts.departments),
    '/cgi-bin/user/list': behindToken('GET', contacts.members),
    '/cgi-bin/message/send': behindToken('POST', (corp, { ip }, body) => send.call(corp, body, ip)),
    '/cgi-bin/message/update_template_card': behindToken('POST', (corp, { ip }, body) => cards.update(corp, body, ip)),
    '/cgi-bin/agent/set_workbench_data': behindToken('POST', (corp, { ip }, body) => setWorkbenchData(corp, body, ip)),
  };

  return {
    handle: createHandle({
      base,
      faults,
      answer: (call) => apis[call.path]?.(call),
      refuse: (errcode = -1) => refusal(Number(errcode), '127.0.0.1'),
    }),
    faults,
    loginCode: (corpid, userid) => loginCodes.issue({ corpid, userid }),
    oauthCode: (corpid, userid) => oauthCodes.issue({ corpid, userid }),
    workbench: (corpid, userid) => memory.state.workbench[`${corpid} ${userid.toLowerCase()}`],
    async press(corpid, userid, taskId, key) {
      const corp = corps.find((one) => one.corpid === corpid);
      if (!corp) throw new Error(`no company ${corpid}`);
      return cards.press(corp, userid, taskId, key);
    },
    idle: pusher.idle,
    revokeToken: (corpid, agentid) =>
      apps.find(({ corp }) => corp.corpid === corpid && corp.agentid === agentid)?.token.revoke(),
    state: () => ({ workbench: { ...memory.state.workbench }, dropped: send.dropped() }),
  };
}
