import { randomUUID } from 'node:crypto';
import { textOf } from '../provider/serve.ts';
import { refusal } from './errcodes.ts';
import type { WechatHost } from './host.ts';

const activeMs = 2 * 3600_000;

/** POST /wxa/msg_sec_check, version 2: only of a person active within the last 2 hours. */
export function checkContent(host: WechatHost, _appid: string, body: Record<string, unknown>): unknown {
  const lastActive = host.memory.state.people[textOf(body.openid)];
  if (lastActive === undefined) return refusal(40003);
  if (host.clock.now().getTime() - Date.parse(lastActive) > activeMs) return refusal(61010);
  const content = textOf(body.content);
  if (content === '' || [...content].length > 2500) return refusal(47003, 'argument invalid! content invalid');
  if (body.version !== 2) return refusal(47003, 'argument invalid! version invalid');
  if (![1, 2, 3, 4].includes(Number(body.scene))) return refusal(47003, 'argument invalid! scene invalid');
  const risky = host.sensitiveWords.some((word) => content.includes(word));
  return {
    errcode: 0,
    errmsg: 'ok',
    result: risky ? { suggest: 'risky', label: 20001 } : { suggest: 'pass', label: 100 },
    trace_id: randomUUID(),
  };
}
