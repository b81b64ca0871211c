import { randomBytes } from 'node:crypto';
import { decryptCallback, isCallbackSignature } from '#functions/adapters/wechat/crypto.ts';
import type { OutboxMessage } from '../outbox.ts';
import type { Callback, Pusher } from '../provider/push.ts';
import { isRecord, textOf } from '../provider/serve.ts';
import { refusal } from './errcodes.ts';
import type { WecomCorp, WecomHost } from './host.ts';
import { type SeenCard, seenCard } from './template-card.ts';

const codeLifeMs = 72 * 3600_000;

/** Template cards with buttons: each lies in the outbox with its buttons until they are replaced by a word. */
export function createCards(host: WecomHost, pusher: Pusher, callback: Callback | undefined) {
  /** A code changes its card once. */
  const codes = new Map<string, { taskId: string; at: number }>();

  const ofTask = (taskId: string): OutboxMessage[] =>
    host.outbox.list({ channel: 'wecom' }).filter(({ card }) => card?.taskId === taskId);

  function newCode(taskId: string): string {
    const code = randomBytes(24).toString('base64url');
    codes.set(code, { taskId, at: host.clock.now().getTime() });
    return code;
  }

  function replace(message: OutboxMessage, done: string): void {
    if (message.card) host.outbox.change(message.id, { card: { ...message.card, done } });
  }

  return {
    /** What to show and to answer, or why not. */
    read(content: unknown): { shown: SeenCard; responseCode: string } | { errcode: number; detail?: string } {
      const shown = seenCard(content);
      if ('errcode' in shown) return shown;
      if (callback === undefined) return { errcode: 40058, detail: 'template_card needs a callback url' };
      if (ofTask(shown.taskId).length > 0) return { errcode: 40058, detail: 'template_card.task_id duplicated' };
      return { shown, responseCode: newCode(shown.taskId) };
    },
    /** POST /cgi-bin/message/update_template_card, the buttons' word only. */
    update(corp: WecomCorp, body: Record<string, unknown>, ip: string): unknown {
      if (Number(body.agentid) !== corp.agentid) return refusal(301002, ip);
      const code = codes.get(textOf(body.response_code));
      const now = host.clock.now().getTime();
      if (code === undefined || now - code.at > codeLifeMs) return refusal(60140, ip);
      const done = isRecord(body.button) ? textOf(body.button.replace_name) : '';
      if (done === '') return refusal(40058, ip, 'button.replace_name missing');
      codes.delete(textOf(body.response_code));
      const named = (Array.isArray(body.userids) ? body.userids : []).map((userid) => textOf(userid).toLowerCase());
      for (const message of ofTask(code.taskId)) {
        if (body.atall === 1 || named.includes(message.to.toLowerCase())) replace(message, done);
      }
      return { errcode: 0, errmsg: 'ok' };
    },
    /** A member presses a button: the encrypted callback, and what its answer does to the card. The status it was answered. */
    async press(corp: WecomCorp, userid: string, taskId: string, key: string): Promise<number> {
      const message = ofTask(taskId).find(({ to }) => to.toLowerCase() === userid.toLowerCase());
      const pressed = message?.card?.done === undefined && message?.card?.buttons.find((one) => one.key === key);
      if (!message || !pressed) throw new Error('there is no such button any more');
      const answered = await pusher.push(
        pressXml({ corp, host, userid: message.to, taskId, key, code: newCode(taskId) }),
        'xml',
      );
      if (answered?.status === 200 && callback) {
        const done = replacedBy(answered.body, callback);
        if (done) replace(message, done);
      }
      return answered?.status ?? 0;
    },
  };
}

function pressXml(press: {
  corp: WecomCorp;
  host: WecomHost;
  userid: string;
  taskId: string;
  key: string;
  code: string;
}): string {
  const fields = {
    ToUserName: press.corp.corpid,
    FromUserName: press.userid,
    MsgType: 'event',
    Event: 'template_card_event',
    EventKey: press.key,
    TaskId: press.taskId,
    CardType: 'button_interaction',
    ResponseCode: press.code,
  };
  const seconds = Math.floor(press.host.clock.now().getTime() / 1000);
  const lines = Object.entries(fields).map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`);
  return `<xml>${lines.join('')}<CreateTime>${seconds}</CreateTime><AgentID>${press.corp.agentid}</AgentID></xml>`;
}

/** The word of a passive reply `update_button`, its signature and receiver checked; undefined for an empty answer. */
function replacedBy(body: string, { keys }: Callback): string | undefined {
  if (body === '') return undefined;
  const field = (text: string, name: string) =>
    new RegExp(`<${name}>(?:<!\\[CDATA\\[)?(.*?)(?:\\]\\]>)?</${name}>`, 's').exec(text)?.[1] ?? '';
  const parts = {
    token: keys.token,
    timestamp: field(body, 'TimeStamp'),
    nonce: field(body, 'Nonce'),
    encrypted: field(body, 'Encrypt'),
  };
  if (!isCallbackSignature(field(body, 'MsgSignature'), parts)) throw new Error('the reply is signed wrongly');
  const opened = decryptCallback(keys, parts.encrypted);
  if (!opened.ok) throw new Error(`the reply is ${opened.error}`);
  return field(opened.value, 'MsgType') === 'update_button' ? field(opened.value, 'ReplaceName') : undefined;
}
