/** The mini-program's settings as WeChat shows them: a switch for each permission that was asked for. */
import { h } from '../dom.ts';
import { changeSettings, settings } from '../settings.ts';
import { fromBelow } from './sheet.ts';

const names: Record<string, string> = {
  'scope.record': '麦克风',
  'scope.camera': '摄像头',
  'scope.addPhoneCalendar': '日历',
};

export async function showSettingsPage(): Promise<void> {
  const rows = Object.keys(settings.scopes).map((scope) => {
    const row = h(
      'div',
      {
        class: 'wxui-ask-row',
        role: 'switch',
        'aria-checked': String(settings.scopes[scope]),
        onclick: () => {
          const allowed = !settings.scopes[scope];
          changeSettings({ scopes: { ...settings.scopes, [scope]: allowed } });
          row.setAttribute('aria-checked', String(allowed));
        },
      },
      names[scope] ?? scope,
    );
    return row;
  });
  await fromBelow<void>((close) => [
    h('div', { class: 'wxui-ask-title' }, '允许面聊使用'),
    ...(rows.length > 0 ? rows : [h('div', { class: 'wxui-ask-text' }, '此小程序还没有申请过任何权限')]),
    h(
      'div',
      { class: 'wxui-ask-buttons' },
      h('button', { class: 'wxui-ask-yes', onclick: () => close(undefined) }, '返回'),
    ),
  ]);
}
