import { randomInt } from 'node:crypto';
import { setTimeout as pass } from 'node:timers/promises';
import { bigNumber, isRecord, textOf } from '../provider/serve.ts';
import { refusal } from './errcodes.ts';
import { fieldFault } from './field-rules.ts';
import { isPublishedPage, type WechatHost, type WechatTemplate } from './host.ts';

const miniprogramStates = ['developer', 'trial', 'formal'];
const languages = ['zh_CN', 'en_US', 'zh_HK', 'zh_TW'];

/** POST /cgi-bin/message/subscribe/send. One accepted subscription is one message. */
export async function sendSubscribeMessage(
  host: WechatHost,
  appid: string,
  body: Record<string, unknown>,
): Promise<unknown> {
  const openid = textOf(body.touser);
  if (host.memory.state.people[openid] === undefined) return refusal(40003);
  if (host.sending.has(openid)) return refusal(43108);
  host.sending.add(openid);
  try {
    await pass(host.handlingMs);
    return deliver(host, appid, openid, body);
  } finally {
    host.sending.delete(openid);
  }
}

function deliver(host: WechatHost, appid: string, openid: string, body: Record<string, unknown>): unknown {
  const template = host.templates.find(({ id }) => id === body.template_id);
  if (!template || (template.appid ?? appid) !== appid) return refusal(40037);
  if (template.banned) return refusal(43107);
  const page = textOf(body.page);
  if (page !== '' && !isPublishedPage(host.pages, page)) return refusal(41030);
  const fault = argumentFault(template, body);
  if (fault) return refusal(47003, `argument invalid! ${fault}`);
  const fields = template.fields.map(({ key, name }) => ({ name, value: textAt(body.data, key) }));
  if (fields.some(({ value }) => host.sensitiveWords.some((word) => value.includes(word)))) return refusal(45168);

  const { credits } = host.memory.state;
  const key = `${openid} ${template.id}`;
  const left = credits[key] ?? 0;
  if (left < 1) return refusal(43101);
  credits[key] = left - 1;
  host.memory.save();
  host.outbox.add({
    at: host.clock.now().toISOString(),
    channel: 'wechat',
    to: openid,
    template: template.id,
    title: template.title,
    text: fields.map(({ name, value }) => `${name}:${value}`).join('\n'),
    fields,
    ...(page && { page }),
    raw: body,
  });
  // Digits of 64 bits: the reply has it as a number, the event as a text.
  const msgid = `${randomInt(1, 9)}${randomInt(1e9, 1e10 - 1)}${randomInt(1e7, 1e8 - 1)}`;
  const List = { TemplateId: template.id, MsgID: msgid, ErrorCode: '0', ErrorStatus: 'success' };
  host.tell({ FromUserName: openid, Event: 'subscribe_msg_sent_event', List });
  return { errcode: 0, errmsg: 'ok', msgid: bigNumber(msgid) };
}

/** What WeChat names in a 47003: `data.thing1.value invalid`. */
function argumentFault(template: WechatTemplate, body: Record<string, unknown>): string | undefined {
  if (!isRecord(body.data)) return 'data is empty';
  for (const { key } of template.fields) {
    const field = body.data[key];
    const fault = fieldFault(key, isRecord(field) ? field.value : undefined);
    if (fault) return `data.${key}.value ${fault}`;
  }
  const foreign = Object.keys(body.data).find((key) => template.fields.every((field) => field.key !== key));
  if (foreign) return `data.${foreign}.value invalid`;
  const state = body.miniprogram_state ?? 'formal';
  if (!miniprogramStates.includes(textOf(state))) return 'miniprogram_state invalid';
  if (!languages.includes(textOf(body.lang ?? 'zh_CN'))) return 'lang invalid';
  return undefined;
}

function textAt(data: unknown, key: string): string {
  const field = isRecord(data) ? data[key] : undefined;
  return isRecord(field) ? String(field.value) : '';
}
