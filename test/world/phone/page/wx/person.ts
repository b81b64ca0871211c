/** What the client knows about the person, asked of the world: login, subscriptions, the phone number, the calendar. */
import { h } from '../dom.ts';
import { hasTapped } from '../gestures.ts';
import { ask } from '../overlay/ask.ts';
import { fromBelow, showActionSheet } from '../overlay/sheet.ts';
import { insideTimer } from '../sandbox.ts';
import { phone, tellParent } from '../state.ts';
import { ApiError, api } from './api.ts';
import { need } from './permission.ts';

async function world(path: string, body: unknown): Promise<Record<string, unknown>> {
  if (phone.network === 'none') throw new ApiError('net::ERR_INTERNET_DISCONNECTED');
  const reply = await fetch(`/world/phone/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!reply.ok) throw new ApiError(`system error ${reply.status}`);
  return (await reply.json().catch(() => ({}))) as Record<string, unknown>;
}

async function login() {
  const { code } = await world('login', { platform: phone.platform, person: phone.person });
  return { code: String(code) };
}

/** `getphonenumber`'s detail: a code for the server, when the person agreed. */
export async function askPhoneNumber(): Promise<Record<string, unknown>> {
  if (!(await ask({ title: '获取并验证你的手机号', no: '不允许' }))) return { errMsg: 'getPhoneNumber:fail user deny' };
  try {
    const { code } = await world('phone-number', { person: phone.person });
    return { code, errMsg: 'getPhoneNumber:ok' };
  } catch (error) {
    return { errMsg: `getPhoneNumber:fail ${(error as Error).message}` };
  }
}

async function requestSubscribeMessage(templateIds: string[]) {
  if (!hasTapped() || insideTimer()) throw new ApiError('can only be invoked by user TAP gesture.', { errCode: 20004 });
  if (templateIds.length === 0) throw new ApiError("TmplIds can't be empty", { errCode: 10001 });
  if (templateIds.length > 5) throw new ApiError('The number of tmplIds is limited to 5', { errCode: 20003 });
  const titles = (await fetch('/world/phone/templates').then((reply) => (reply.ok ? reply.json() : {}), () => ({}))) as Record<string, string>;
  const wanted = new Set(templateIds);
  const agreed = await fromBelow<boolean>((close) => [
    h('div', { class: 'wxui-ask-app' }, h('span', { class: 'wxui-ask-logo' }, '聊'), '面聊 申请'),
    h('div', { class: 'wxui-ask-title' }, '发送一次以下消息'),
    ...templateIds.map((id) => {
      const row = h('div', { class: 'wxui-ask-row', role: 'checkbox', 'aria-checked': 'true', onclick: () => {
        if (!wanted.delete(id)) wanted.add(id);
        row.setAttribute('aria-checked', String(wanted.has(id)));
      } }, titles[id] ?? id);
      return row;
    }),
    h('div', { class: 'wxui-ask-buttons' },
      h('button', { class: 'wxui-ask-no', onclick: () => close(false) }, '拒绝'),
      h('button', { class: 'wxui-ask-yes', onclick: () => close(true) }, '允许')),
  ]);
  const result = Object.fromEntries(templateIds.map((id) => [id, agreed === true && wanted.has(id) ? 'accept' : 'reject']));
  await world('subscribe', { person: phone.person, choices: result });
  return result;
} // biome-ignore format: markup

export const person = {
  login: api('login', login),
  checkSession: api('checkSession', () => ({})),
  requestSubscribeMessage: api('requestSubscribeMessage', ({ tmplIds }) =>
    requestSubscribeMessage((tmplIds as string[] | undefined) ?? []),
  ),
  addPhoneCalendar: api('addPhoneCalendar', async ({ title, startTime, endTime, description, location }) => {
    await need('calendar', 'addPhoneCalendar');
    const at = new Date(Number(startTime) * 1000).toLocaleString('zh-CN', { dateStyle: 'medium', timeStyle: 'short' });
    const chosen = await showActionSheet(['添加到日历'], `${String(title)}\n${at}`);
    if (chosen === undefined) throw new ApiError('cancel');
    const entry = { title, startTime, endTime, description, location };
    noteInCalendar(entry);
    tellParent({ type: 'calendar', ...entry });
  }),
  makePhoneCall: api('makePhoneCall', async ({ phoneNumber }) => {
    const chosen = await showActionSheet([`呼叫 ${String(phoneNumber)}`]);
    if (chosen === undefined) throw new ApiError('cancel');
    tellParent({ type: 'call', phoneNumber });
  }),
};

/** The phone's own calendar, which outlives the mini-program: `localStorage['phone:<platform>:<person>:calendar']`. */
function noteInCalendar(entry: Record<string, unknown>): void {
  const key = `phone:${phone.platform}:${phone.person}:calendar`;
  const entries = JSON.parse(localStorage.getItem(key) ?? '[]') as unknown[];
  localStorage.setItem(key, JSON.stringify([...entries, entry]));
}

/** In WeCom the person is known by another login. */
export const qy = {
  login: api('qy.login', login),
  checkSession: api('qy.checkSession', () => ({})),
  canIUse: () => true,
};
