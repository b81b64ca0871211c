/** Where the person chooses files: in tests, `setInputFiles` on the one input there is. */
import { h } from '../dom.ts';
import { fromBelow } from './sheet.ts';

type Choice = { title: string; accept: string; several: boolean };

/** @returns undefined when the person turned away */
export function chooseFiles({ title, accept, several }: Choice): Promise<File[] | undefined> {
  return fromBelow<File[]>((close) => {
    const input = h('input', {
      type: 'file',
      class: 'wxui-file-input',
      'aria-label': title,
      accept: accept || undefined,
      multiple: several,
      onchange: () => close([...((input as HTMLInputElement).files ?? [])]),
    });
    return [
      h('div', { class: 'wxui-sheet-title' }, title),
      h('label', { class: 'wxui-file' }, input, h('span', {}, '选择文件')),
      h('div', { class: 'wxui-sheet-gap' }),
      h('button', { class: 'wxui-sheet-item', onclick: () => close(undefined) }, '取消'),
    ];
  });
}
