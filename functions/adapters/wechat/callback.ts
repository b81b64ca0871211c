import * as z from 'zod';
import type { CallbackDoor, PushedEvent } from '#functions/ports/callbacks.ts';
import { ok, refuse } from '#shared/result.ts';
import { checkSigned, echoOf, encryptedPart, openEnvelope } from '../vendor/callback-envelope.ts';
import type { Clock } from '../vendor/exchange.ts';
import { idOf, oneOrMany, readPush, text } from '../vendor/read-push.ts';
import type { CallbackKeys } from './crypto.ts';

const base = z.object({
  FromUserName: text,
  CreateTime: text,
  MsgType: text,
  Event: text.optional(),
  MsgId: text.optional(),
});
const choices = oneOrMany(z.object({ TemplateId: text, SubscribeStatusString: text }));
const receipts = oneOrMany(z.object({ MsgID: text, ErrorCode: text }));

/** Where the list of each event stands in XML; in JSON it is at the top. */
const wrappers = ['SubscribeMsgPopupEvent', 'SubscribeMsgChangeEvent', 'SubscribeMsgSentEvent'];

/** Message push of a mini-program in safe mode, `keys.receiver` its appid. */
export const wechatDoor = (keys: CallbackKeys, clock: Clock): CallbackDoor => ({
  verify(query) {
    const refusal = checkSigned(keys, clock, query);
    return refusal === undefined ? echoOf(query.echostr ?? '') : refuse(refusal);
  },
  open(query, body) {
    const encrypted = encryptedPart(body);
    if (encrypted === undefined) return refuse('unreadable');
    const opened = openEnvelope(keys, clock, query, encrypted);
    if (!opened.ok) return opened;
    const push = readPush(opened.value);
    const said = base.safeParse(push);
    if (push === undefined || !said.success) return refuse('unreadable');
    const { FromUserName: openid, CreateTime: at, MsgId: msgid, Event: name = '' } = said.data;
    const event = eventOf(name, listOf(push), { appid: keys.receiver, openid });
    if (event === undefined) return refuse('unreadable');
    const which = whichOf(event);
    return ok({
      id: msgid === undefined ? idOf('wechat', keys.receiver, openid, at, name, ...which) : idOf('wechat', msgid),
      event,
    });
  },
  reply: () => 'success',
});

/** Undefined for an event of ours whose list cannot be read. */
function eventOf(name: string, list: unknown, person: { appid: string; openid: string }): PushedEvent | undefined {
  if (name === 'subscribe_msg_popup_event' || name === 'subscribe_msg_change_event') {
    const read = choices.safeParse(list);
    if (!read.success) return undefined;
    const known = read.data.flatMap(({ TemplateId: templateId, SubscribeStatusString: choice }) =>
      choice === 'accept' || choice === 'reject' ? [{ templateId, choice } as const] : [],
    );
    return { type: 'subscriptions', ...person, choices: known };
  }
  if (name === 'subscribe_msg_sent_event') {
    const read = receipts.safeParse(list);
    if (!read.success) return undefined;
    const all = read.data.map(({ MsgID: msgid, ErrorCode: code }) => ({ msgid, receipt: code === '0' ? 'ok' : code }));
    return { type: 'receipts', receipts: all };
  }
  return { type: 'other' };
}

/** Tells apart what one person sets off within a second. */
function whichOf(event: PushedEvent): string[] {
  if (event.type === 'receipts') return event.receipts.map(({ msgid }) => msgid);
  if (event.type === 'subscriptions') return event.choices.map(({ templateId, choice }) => `${templateId} ${choice}`);
  return [];
}

function listOf(push: Record<string, unknown>): unknown {
  const wrapped = wrappers.map((name) => push[name]).find((value) => typeof value === 'object' && value !== null);
  return ((wrapped ?? push) as Record<string, unknown>).List;
}
