import { randomBytes } from 'node:crypto';
import type { Rate } from '../provider/rate.ts';
import { textOf } from '../provider/serve.ts';
import type { createCards } from './cards.ts';
import { refusal } from './errcodes.ts';
import { memberOf, type WecomCorp, type WecomHost } from './host.ts';
import { seenMessage } from './message-body.ts';
import type { SeenCard } from './template-card.ts';

const recipientLimit = 1000;
const longestDuplicateCheckSeconds = 4 * 3600;

/** POST /cgi-bin/message/send to members (parties and tags are not simulated: they count as invalid). */
export function createMessageSend(
  host: WecomHost,
  { received, cards }: { received: Rate; cards: ReturnType<typeof createCards> },
) {
  const lastSent = new Map<string, number>();
  let dropped = 0;

  /** The same JSON to the same member within the interval is not shown again. */
  function isDuplicate(corp: WecomCorp, userid: string, body: Record<string, unknown>): boolean {
    if (body.enable_duplicate_check !== 1) return false;
    const asked = Number(body.duplicate_check_interval ?? 1800);
    const intervalMs = Math.min(asked, longestDuplicateCheckSeconds) * 1000;
    const { touser: _, ...content } = body;
    const key = `${corp.corpid} ${corp.agentid} ${userid} ${JSON.stringify(content)}`;
    const now = host.clock.now().getTime();
    const last = lastSent.get(key);
    if (last !== undefined && now - last < intervalMs) return true;
    lastSent.set(key, now);
    return false;
  }

  return {
    dropped: () => dropped,
    call(corp: WecomCorp, body: Record<string, unknown>, ip: string): unknown {
      if (Number(body.agentid) !== corp.agentid) return refusal(301002, ip);
      const named = [...new Set(textOf(body.touser).toLowerCase().split('|').filter(Boolean))];
      if (named.length === 0 && !textOf(body.toparty) && !textOf(body.totag)) return refusal(82001, ip);
      if (named.length > recipientLimit) return refusal(40032, ip);
      const card = body.msgtype === 'template_card' ? cards.read(body.template_card) : undefined;
      const seen = card === undefined ? seenMessage(body) : 'errcode' in card ? card : seenOf(card);
      if ('errcode' in seen) return refusal(seen.errcode, ip, seen.detail);

      const everyone = named.length === 1 && named[0] === '@all';
      const wanted = everyone ? corp.members.map(({ userid }) => userid.toLowerCase()) : named;
      const members = wanted.flatMap((userid) => memberOf(corp, userid) ?? []);
      if (members.length === 0) return refusal(81013, ip);
      for (const { userid } of members) {
        if (isDuplicate(corp, userid, body)) continue;
        if (!received.admit(`${corp.corpid} ${corp.agentid} ${userid}`)) {
          dropped += 1;
          continue;
        }
        host.outbox.add({ at: host.clock.now().toISOString(), channel: 'wecom', to: userid, ...seen, raw: body });
      }
      const invaliduser = wanted.filter((userid) => !memberOf(corp, userid)).join('|');
      const msgid = randomBytes(32).toString('base64url');
      const code = card !== undefined && 'responseCode' in card && { response_code: card.responseCode };
      return { errcode: 0, errmsg: 'ok', ...(invaliduser && { invaliduser }), msgid, ...code };
    },
  };
}

/** As the chat app lays it out: the words, and the buttons below. */
const seenOf = ({ shown, responseCode }: { shown: SeenCard; responseCode: string }) => {
  const { taskId, buttons, ...words } = shown;
  return { ...words, card: { taskId, responseCode, buttons } };
};
