/** What the client shows over a page: masks, toasts, alerts, sheets from below. */
import { h, icon } from '../dom.ts';

const glyphs = {
  success: 'M9.5 17.6 4.2 12.3l1.4-1.4 3.9 3.9 8.9-8.9 1.4 1.4z',
  error: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm-1 5h2v7h-2zm0 8.6h2v2h-2z',
};

const layer = () => document.getElementById('overlays') as HTMLElement;

type Toast = { title: string; icon?: string; image?: string; duration?: number; mask?: boolean };

let toast: { element: HTMLElement; loading: boolean; timer: number } | undefined;

export function showToast(
  { title, icon: kind = 'success', duration = 1500, mask = false }: Toast,
  loading = false,
): void {
  hideToast();
  const sign =
    loading || kind === 'loading'
      ? h('div', { class: 'wxui-spinner' })
      : kind === 'error' || kind === 'success'
        ? icon(glyphs[kind])
        : undefined;
  const box = h(
    'div',
    { class: sign ? 'wxui-toast' : 'wxui-toast wxui-toast-text', role: 'status' },
    sign,
    h('div', { class: 'wxui-toast-title' }, title),
  );
  const element = h('div', { class: mask ? 'wxui-toast-layer mask' : 'wxui-toast-layer', id: 'toast' }, box);
  layer().append(element);
  toast = { element, loading, timer: loading ? 0 : window.setTimeout(hideToast, duration) };
}

export function hideToast(): void {
  window.clearTimeout(toast?.timer);
  toast?.element.remove();
  toast = undefined;
}

type Modal = {
  title?: string; content?: string; showCancel?: boolean; cancelText?: string; cancelColor?: string;
  confirmText?: string; confirmColor?: string; editable?: boolean; placeholderText?: string;
}; // biome-ignore format: as documented

export function showModal(options: Modal): Promise<{ confirm: boolean; cancel: boolean; content: string | null }> {
  return new Promise((resolve) => {
    const input = options.editable
      ? (h('textarea', {
          class: 'wxui-modal-input',
          placeholder: options.placeholderText ?? '',
        }) as HTMLTextAreaElement)
      : undefined;
    if (input) input.value = options.content ?? '';
    const answer = (confirm: boolean) => () => {
      element.remove();
      resolve({ confirm, cancel: !confirm, content: confirm && input ? input.value : null });
    };
    const button = (name: string, text: string, color: string | undefined, confirm: boolean) =>
      h('button', { class: `wxui-modal-${name}`, style: color && `color:${color}`, onclick: answer(confirm) }, text);
    const body = input ?? h('div', { class: 'wxui-modal-content' }, options.content ?? '');
    const element = h(
      'div',
      { class: 'wxui-modal-layer' },
      h(
        'div',
        {
          class: options.title ? 'wxui-modal' : 'wxui-modal wxui-modal-untitled',
          role: 'dialog',
          'aria-modal': 'true',
          'aria-label': options.title || options.content,
        },
        options.title ? h('div', { class: 'wxui-modal-title' }, options.title) : undefined,
        options.content || input ? body : undefined,
        h(
          'div',
          { class: 'wxui-modal-buttons' },
          options.showCancel !== false && button('cancel', options.cancelText ?? '取消', options.cancelColor, false),
          button('confirm', options.confirmText ?? '确定', options.confirmColor, true),
        ),
      ),
    );
    layer().append(element);
  });
}

/** @returns the index chosen, or undefined when the person turned away */
export function showActionSheet(items: string[], title?: string, color?: string): Promise<number | undefined> {
  return fromBelow((close) => [
    title ? h('div', { class: 'wxui-sheet-title' }, title) : undefined,
    ...items.map((text, index) =>
      h('button', { class: 'wxui-sheet-item', style: color && `color:${color}`, onclick: () => close(index) }, text),
    ),
    h('div', { class: 'wxui-sheet-gap' }),
    h('button', { class: 'wxui-sheet-item', onclick: () => close(undefined) }, '取消'),
  ]);
}

/** A panel from below; a tap beside it closes it without an answer. */
export function fromBelow<T>(
  build: (close: (value: T | undefined) => void) => (HTMLElement | undefined)[],
): Promise<T | undefined> {
  return new Promise((resolve) => {
    const close = (value: T | undefined) => {
      element.remove();
      resolve(value);
    };
    const beside = (event: Event) => event.target === event.currentTarget && close(undefined);
    const element = h(
      'div',
      { class: 'wxui-sheet-layer', onclick: beside },
      h('div', { class: 'wxui-sheet', role: 'dialog', 'aria-modal': 'true' }, ...build(close)),
    );
    layer().append(element);
  });
}
