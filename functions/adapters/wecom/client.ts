import * as z from 'zod';
import type { WecomDepartment, WecomMember } from '#functions/ports/organisation.ts';
import type { WecomCard } from '#shared/messaging/card.ts';
import { ok, refuse } from '#shared/result.ts';
import { createWithToken, type TokenStore } from '../vendor/access-token.ts';
import { type Clock, createExchange, type Outcome } from '../vendor/exchange.ts';
import { createWeixinApi } from '../vendor/weixin-api.ts';
import { fitCard } from './fit-card.ts';
import { cut, fitMessage, type WecomMessage } from './fit-message.ts';

export type WecomClient = {
  /** Exchanges a `wx.qy.login` code. Refused: 40029 bad code. */
  session(code: string): Promise<Outcome<{ userid: string; corpid: string; sessionKey: string }>>;
  /** Exchanges a web sign-in code (5 minutes, single use). No `userid`: a person who is not a member. Refused: 40029. */
  userInfo(code: string): Promise<Outcome<{ userid?: string | undefined }>>;
  /**
   * To at most 1000 members. `invalidUsers` (lower case) got nothing while the others did.
   * Refused: 81013 nobody valid, 82001 nobody named, 40058 a length, -1.
   * WeCom drops what exceeds 30 a minute or 1000 an hour per member without saying so.
   */
  sendMessage(message: {
    to: string[];
    message: WecomMessage;
    /** Within it (at most 4 h) the same message reaches a member once; WeCom answers ok each time. */
    duplicateCheckSeconds?: number;
  }): Promise<Outcome<{ msgid: string; invalidUsers: string[] }>>;
  /**
   * A card with buttons to a member, or to several (`a|b`), `appid` the mini-program behind it. Its task id is for good: another card under it
   * is refused. Lengths are fitted. Refused besides: 40058 a task id or key that WeCom does not take.
   */
  sendCard(card: {
    to: string;
    card: WecomCard;
    appid: string;
  }): Promise<Outcome<{ msgid: string; responseCode?: string | undefined; invalidUsers: string[] }>>;
  /** The buttons of a card become one word, for good. Refused: 60140 a code that was used or is older than 72 h. */
  updateCard(update: {
    to: string[];
    responseCode: string;
    buttonText: string;
  }): Promise<Outcome<Record<never, never>>>;
  /** The figures on a member's workbench, at most 4 (the first four are sent); 10 a minute per member, then 45009. */
  setWorkbenchData(board: { userid: string; items: WorkbenchItem[] }): Promise<Outcome<Record<never, never>>>;
  /** Every department the app may see; of the greater order comes first. Refused: 48002 no right, 60020 an address. */
  departments(): Promise<Outcome<WecomDepartment[]>>;
  /** Who is in one department itself, not below it; no mobile and no address. Refused: 60003 none of that id, 60011 not visible. */
  members(departmentId: number): Promise<Outcome<WecomMember[]>>;
};

export type WorkbenchItem = { key: string; data: string; jumpUrl?: string; pagepath?: string };

const tokenReply = z.object({ access_token: z.string(), expires_in: z.number() });
const sessionReply = z.object({ corpid: z.string(), userid: z.string(), session_key: z.string() });
const userInfoReply = z.object({ userid: z.string().optional() });
const sentReply = z.object({
  msgid: z.string(),
  invaliduser: z.string().optional(),
  response_code: z.string().optional(),
});
const departmentsReply = z.object({
  department: z.array(
    z.object({
      id: z.number(),
      name: z.string(),
      parentid: z.number().default(0),
      order: z.number().default(0),
      department_leader: z.array(z.string()).default([]),
    }),
  ),
});
const membersReply = z.object({
  userlist: z.array(
    z.object({
      userid: z.string(),
      name: z.string(),
      department: z.array(z.number()).default([]),
      /** In the order of `department`. */
      is_leader_in_dept: z.array(z.number()).default([]),
    }),
  ),
});
const nothing = z.object({});

export function createWecomClient({
  baseUrl,
  corpid,
  corpsecret,
  agentid,
  tokens,
  clock,
  fetch,
  timeoutMs,
}: {
  /** `https://qyapi.weixin.qq.com` */
  baseUrl: string;
  corpid: string;
  corpsecret: string;
  agentid: number;
  tokens: TokenStore;
  clock: Clock;
  fetch?: typeof globalThis.fetch;
  timeoutMs?: number;
}): WecomClient {
  const call = createWeixinApi({ baseUrl, exchange: createExchange({ fetch, timeoutMs }) });

  const withToken = createWithToken({
    key: `wecom/${corpid}/${agentid}`,
    tokens,
    clock,
    // Unlike WeChat, WeCom repeats the same token until its very end.
    renewBeforeMs: 0,
    fetchToken: async () => {
      const reply = await call({ path: '/cgi-bin/gettoken', query: { corpid, corpsecret } }, tokenReply);
      return reply.ok ? ok({ token: reply.value.access_token, expiresInSeconds: reply.value.expires_in }) : reply;
    },
  });

  const get = <T>(path: string, query: Record<string, string>, shape: z.ZodType<T>): Promise<Outcome<T>> =>
    withToken((token) => call({ path, query: { access_token: token, ...query } }, shape));
  const post = <T>(path: string, body: Record<string, unknown>, shape: z.ZodType<T>): Promise<Outcome<T>> =>
    withToken((token) => call({ path, query: { access_token: token }, body }, shape));

  return {
    async session(code) {
      const query = { js_code: code, grant_type: 'authorization_code' };
      const reply = await get('/cgi-bin/miniprogram/jscode2session', query, sessionReply);
      if (!reply.ok) return reply;
      return ok({ userid: reply.value.userid, corpid: reply.value.corpid, sessionKey: reply.value.session_key });
    },

    userInfo: (code) => get('/cgi-bin/auth/getuserinfo', { code }, userInfoReply),

    async sendMessage({ to, message, duplicateCheckSeconds }) {
      const body = {
        touser: to.join('|'),
        agentid,
        ...fitMessage(message),
        ...(duplicateCheckSeconds && { enable_duplicate_check: 1, duplicate_check_interval: duplicateCheckSeconds }),
      };
      const reply = await post('/cgi-bin/message/send', body, sentReply);
      if (!reply.ok) return reply;
      return ok({ msgid: reply.value.msgid, invalidUsers: listed(reply.value.invaliduser) });
    },

    async sendCard({ to, card, appid }) {
      const fitted = fitCard(card, appid);
      // WeCom's own refusal, without asking: it would say the same.
      if (fitted === undefined) return refuse({ kind: 'refused', errcode: 40058, errmsg: 'template_card invalid' });
      const body = { touser: to, agentid, msgtype: 'template_card', template_card: fitted };
      const reply = await post('/cgi-bin/message/send', body, sentReply);
      if (!reply.ok) return reply;
      const { msgid, invaliduser, response_code: responseCode } = reply.value;
      return ok({ msgid, responseCode, invalidUsers: listed(invaliduser) });
    },

    updateCard({ to, responseCode, buttonText }) {
      const body = {
        userids: to,
        agentid,
        response_code: responseCode,
        button: { replace_name: cut(buttonText, 10) },
      };
      return post('/cgi-bin/message/update_template_card', body, nothing);
    },

    setWorkbenchData({ userid, items }) {
      const shown = items.slice(0, 4).map(({ key, data, jumpUrl, pagepath }) => ({
        key,
        data,
        ...(jumpUrl && { jump_url: jumpUrl }),
        ...(pagepath && { pagepath }),
      }));
      const body = { agentid, userid, type: 'keydata', keydata: { items: shown } };
      return post('/cgi-bin/agent/set_workbench_data', body, nothing);
    },

    async departments() {
      const reply = await get('/cgi-bin/department/list', {}, departmentsReply);
      if (!reply.ok) return reply;
      return ok(
        reply.value.department.map(({ department_leader: leaders, id, name, parentid, order }) => ({
          id,
          name,
          parentid,
          order,
          leaders,
        })),
      );
    },

    async members(departmentId) {
      const reply = await get('/cgi-bin/user/list', { department_id: String(departmentId) }, membersReply);
      if (!reply.ok) return reply;
      return ok(
        reply.value.userlist.map(({ userid, name, department, is_leader_in_dept: leads }) => ({
          userid,
          name,
          departments: department,
          leads: department.filter((_, i) => leads[i] === 1),
        })),
      );
    },
  };
}

const listed = (users = ''): string[] => users.split('|').filter((userid) => userid !== '');
