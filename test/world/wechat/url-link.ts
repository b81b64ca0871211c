import { randomBytes } from 'node:crypto';
import { textOf } from '../provider/serve.ts';
import { refusal } from './errcodes.ts';
import { isPublishedPage, type WechatHost } from './host.ts';

const linkHost = 'https://wxaurl.cn/';
const dayMs = 24 * 3600_000;
const queryPattern = /^[A-Za-z0-9!#$&'()*+,/:;=?@\-._~%]{0,1024}$/;

/** POST /wxa/generate_urllink. A link lives at most 30 days. An empty path opens the first page. */
export function generateUrlLink(host: WechatHost, appid: string, body: Record<string, unknown>): unknown {
  const path = textOf(body.path) || (host.pages[0] ?? '');
  if (path.includes('?') || !isPublishedPage(host.pages, path)) return refusal(40165);
  const query = textOf(body.query);
  if (!queryPattern.test(query)) return refusal(40212);
  const now = host.clock.now().getTime();
  const expiresAt =
    (body.expire_type ?? 0) === 1 ? now + Number(body.expire_interval) * dayMs : Number(body.expire_time) * 1000;
  if (!(expiresAt - now >= 60_000 && expiresAt - now <= 30 * dayMs)) return refusal(85402);

  const code = randomBytes(8).toString('base64url');
  host.memory.state.urlLinks[code] = { appid, path, query, expiresAt };
  host.memory.save();
  return { errcode: 0, errmsg: 'ok', url_link: linkHost + code };
}

export function openedUrlLink(
  host: WechatHost,
  link: string,
): { appid: string; path: string; query: string } | undefined {
  if (!link.startsWith(linkHost)) return undefined;
  const found = host.memory.state.urlLinks[link.slice(linkHost.length)];
  if (!found || found.expiresAt <= host.clock.now().getTime()) return undefined;
  return { appid: found.appid, path: found.path, query: found.query };
}
