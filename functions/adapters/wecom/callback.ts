import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { CallbackDoor, PushedEvent } from '#functions/ports/callbacks.ts';
import { ok, refuse } from '#shared/result.ts';
import { echoOf, encryptedPart, openEnvelope } from '../vendor/callback-envelope.ts';
import type { Clock } from '../vendor/exchange.ts';
import { idOf, readPush, text } from '../vendor/read-push.ts';
import { type CallbackKeys, callbackSignature, encryptCallback } from '../wechat/crypto.ts';

const base = z.object({
  ToUserName: text,
  FromUserName: text,
  CreateTime: text,
  MsgType: text,
  MsgId: text.optional(),
  Event: text.optional(),
  EventKey: text.optional(),
});
const card = z.object({ EventKey: text, TaskId: text, ResponseCode: text });

/** The callbacks of a self-built app, `keys.receiver` the corpid. */
export const wecomDoor = (keys: CallbackKeys, clock: Clock): CallbackDoor => ({
  verify(query) {
    const opened = openEnvelope(keys, clock, query, query.echostr ?? '');
    return opened.ok ? echoOf(opened.value) : opened;
  },
  open(query, body) {
    const encrypted = encryptedPart(body);
    if (encrypted === undefined) return refuse('unreadable');
    const opened = openEnvelope(keys, clock, query, encrypted);
    if (!opened.ok) return opened;
    const push = readPush(opened.value);
    const said = base.safeParse(push);
    if (!said.success) return refuse('unreadable');
    const { ToUserName: corpid, FromUserName: userid, CreateTime: at, MsgId: msgid, Event: name = '' } = said.data;
    if (corpid !== keys.receiver) return refuse('foreign');
    let event: PushedEvent = { type: 'other' };
    if (name === 'template_card_event') {
      const pressed = card.safeParse(push);
      if (!pressed.success) return refuse('unreadable');
      const { EventKey: key, TaskId: taskId, ResponseCode: responseCode } = pressed.data;
      event = { type: 'card', corpid, userid, taskId, key, responseCode };
    }
    const which = [said.data.EventKey ?? '', event.type === 'card' ? event.taskId : ''];
    const id = msgid === undefined ? idOf('wecom', corpid, userid, at, name, ...which) : idOf('wecom', corpid, msgid);
    return ok({ id, event });
  },
  reply(event, says) {
    if (event.type !== 'card' || says === undefined) return '';
    return sealed(keys, clock, {
      ToUserName: event.userid,
      FromUserName: event.corpid,
      says,
    });
  },
});

/** The passive reply that changes the pressed button for whoever pressed it; it needs no call and spends no code. */
function sealed(
  keys: CallbackKeys,
  clock: Clock,
  { ToUserName, FromUserName, says }: { ToUserName: string; FromUserName: string; says: string },
): string {
  const timestamp = String(Math.floor(clock.now().getTime() / 1000));
  const nonce = randomBytes(8).toString('hex');
  const message =
    `<xml><ToUserName>${cdata(ToUserName)}</ToUserName><FromUserName>${cdata(FromUserName)}</FromUserName>` +
    `<CreateTime>${timestamp}</CreateTime><MsgType>${cdata('update_button')}</MsgType>` +
    `<Button><ReplaceName>${cdata(says)}</ReplaceName></Button></xml>`;
  const encrypted = encryptCallback(keys, message);
  const signature = callbackSignature({ token: keys.token, timestamp, nonce, encrypted });
  return (
    `<xml><Encrypt>${cdata(encrypted)}</Encrypt><MsgSignature>${cdata(signature)}</MsgSignature>` +
    `<TimeStamp>${timestamp}</TimeStamp><Nonce>${cdata(nonce)}</Nonce></xml>`
  );
}

const cdata = (words: string): string => `<![CDATA[${words.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
