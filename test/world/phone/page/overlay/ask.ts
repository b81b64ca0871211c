import { h } from '../dom.ts';
import { fromBelow } from './sheet.ts';

type Question = { title: string; text?: string; yes?: string; no?: string };

/** WeChat's question from below; to turn away is to refuse. */
export async function ask({ title, text, yes = '允许', no = '拒绝' }: Question): Promise<boolean> {
  const answer = await fromBelow<boolean>((close) => [
    h('div', { class: 'wxui-ask-app' }, h('span', { class: 'wxui-ask-logo' }, '聊'), '面聊 申请'),
    h('div', { class: 'wxui-ask-title' }, title),
    text === undefined ? undefined : h('div', { class: 'wxui-ask-text' }, text),
    h(
      'div',
      { class: 'wxui-ask-buttons' },
      h('button', { class: 'wxui-ask-no', onclick: () => close(false) }, no),
      h('button', { class: 'wxui-ask-yes', onclick: () => close(true) }, yes),
    ),
  ]);
  return answer === true;
}
