import * as z from 'zod';
import { ok, refuse } from '#shared/result.ts';
import { createWithToken, type TokenStore } from '../vendor/access-token.ts';
import { type Clock, createExchange, type Outcome } from '../vendor/exchange.ts';
import { oneAtATime } from '../vendor/one-at-a-time.ts';
import { createWeixinApi } from '../vendor/weixin-api.ts';
import { fieldKind, fitField } from './fit-field.ts';

export type WechatClient = {
  /** Exchanges a `wx.login` code (5 minutes, single use). Refused: 40029 bad code, 40226 blocked, 45011 too often, -1. */
  session(code: string): Promise<Outcome<{ openid: string; sessionKey: string; unionid?: string | undefined }>>;
  /**
   * Spends one accepted subscription. Sends to one person wait for each other here; other instances' are refused with
   * 43108. `msgid` names the message in the receipt. Values are fitted to WeChat's field rules. Refused: 43101 no credit, 43108 another
   * send to this person is under way, 47003 a value (its key in errmsg), 40003, 40037, 41030, 43107, 45168, -1.
   */
  sendSubscribeMessage(message: SubscribeMessage): Promise<Outcome<{ msgid?: string | undefined }>>;
  /** A link for an SMS, at most 30 days. `code` is its last part: SMS templates carry the host, their variables no URL. */
  generateUrlLink(target: {
    path: string;
    query: string;
    expireDays: number;
  }): Promise<Outcome<{ urlLink: string; code: string }>>;
};

export type SubscribeMessage = {
  openid: string;
  templateId: string;
  page?: string;
  /** By template key: `{ thing1: '…', time2: '…' }`. */
  data: Record<string, string>;
  miniprogramState?: 'developer' | 'trial' | 'formal';
};

const sessionReply = z.object({ openid: z.string(), session_key: z.string(), unionid: z.string().optional() });
const tokenReply = z.object({ access_token: z.string(), expires_in: z.number() });
const linkReply = z.object({ url_link: z.url() });
/** Not in every version of the API. */
const sentReply = z.object({ msgid: z.union([z.string(), z.number()]).transform(String).optional() });

/** The platform hands out a new token in the last 5 minutes of the old one; both are good meanwhile. */
const renewBeforeMs = 5 * 60_000;

export function createWechatClient({
  baseUrl,
  appid,
  secret,
  tokens,
  clock,
  fetch,
  timeoutMs,
}: {
  /** `https://api.weixin.qq.com` */
  baseUrl: string;
  appid: string;
  secret: string;
  tokens: TokenStore;
  clock: Clock;
  fetch?: typeof globalThis.fetch;
  timeoutMs?: number;
}): WechatClient {
  const call = createWeixinApi({ baseUrl, exchange: createExchange({ fetch, timeoutMs }) });
  const inTurn = oneAtATime();

  const withToken = createWithToken({
    key: `wechat/${appid}`,
    tokens,
    clock,
    renewBeforeMs,
    fetchToken: async () => {
      const body = { grant_type: 'client_credential', appid, secret };
      const reply = await call({ path: '/cgi-bin/stable_token', body }, tokenReply);
      return reply.ok ? ok({ token: reply.value.access_token, expiresInSeconds: reply.value.expires_in }) : reply;
    },
  });

  return {
    async session(code) {
      const query = { appid, secret, js_code: code, grant_type: 'authorization_code' };
      const reply = await call({ path: '/sns/jscode2session', query }, sessionReply);
      if (!reply.ok) return reply;
      const { openid, session_key: sessionKey, unionid } = reply.value;
      return ok({ openid, sessionKey, unionid });
    },

    async sendSubscribeMessage({ openid, templateId, page, data, miniprogramState = 'formal' }) {
      const fitted: Record<string, { value: string }> = {};
      for (const [key, text] of Object.entries(data)) {
        const kind = fieldKind(key);
        const value = kind && fitField(kind, text);
        // WeChat's own refusal, without asking: it would say the same.
        if (!value) return refuse({ kind: 'refused', errcode: 47003, errmsg: `argument invalid! data.${key}.value` });
        fitted[key] = { value };
      }
      const body = {
        touser: openid,
        template_id: templateId,
        ...(page && { page }),
        data: fitted,
        miniprogram_state: miniprogramState,
        lang: 'zh_CN',
      };
      return inTurn(openid, () =>
        withToken((token) =>
          call({ path: '/cgi-bin/message/subscribe/send', query: { access_token: token }, body }, sentReply),
        ),
      );
    },

    async generateUrlLink({ path, query, expireDays }) {
      const body = { path, query, expire_type: 1, expire_interval: expireDays };
      const reply = await withToken((token) =>
        call({ path: '/wxa/generate_urllink', query: { access_token: token }, body }, linkReply),
      );
      if (!reply.ok) return reply;
      const urlLink = reply.value.url_link;
      return ok({ urlLink, code: urlLink.slice(urlLink.lastIndexOf('/') + 1) });
    },
  };
}
