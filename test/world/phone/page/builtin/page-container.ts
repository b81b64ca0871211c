/** `<page-container>`: a half screen that slides up and takes the first "back" for itself. */

import type * as glassEasel from 'glass-easel';
import type { BuiltIn } from './define.ts';
import { define } from './define.ts';

const shown: { close: () => void; host: HTMLElement }[] = [];

/** Closes the open container of the page instead of leaving it. */
export function closePageContainer(page: HTMLElement): boolean {
  const open = shown.findLast(({ host }) => page.contains(host));
  open?.close();
  return open !== undefined;
}

/** @param template `<pc-overlay/><pc-panel><slot/></pc-panel>`, compiled with the package */
export function definePageContainer(template: glassEasel.template.ComponentTemplate): void {
  define('page-container', {
    template,
    properties: [
      'show',
      'duration',
      'zIndex',
      'overlay',
      'position',
      'round',
      'closeOnSlideDown',
      'overlayStyle',
      'customStyle',
    ],
    setup(own) {
      const { host, get, fire } = own;
      let visible = false;
      const entry = { host, close: () => set(false) };
      const part = (name: string) => host.querySelector<HTMLElement>(`wx-pc-${name}`);
      const phases = (names: string[]) => {
        fire(names[0] ?? '');
        setTimeout(() => fire(names[1] ?? ''), 0);
        setTimeout(() => fire(names[2] ?? ''), Number(get('duration') ?? 300));
      };
      function set(show: boolean) {
        if (show === visible) return;
        visible = show;
        host.toggleAttribute('shown', show);
        host.setAttribute('position', String(get('position') ?? 'bottom'));
        host.toggleAttribute('round', get('round') === true);
        host.style.setProperty('--duration', `${Number(get('duration') ?? 300)}ms`);
        host.style.zIndex = String(get('zIndex') ?? 100);
        part('panel')?.setAttribute('style', String(get('customStyle') ?? ''));
        const overlay = part('overlay');
        if (overlay) overlay.style.display = get('overlay') === false ? 'none' : '';
        if (show) shown.push(entry);
        else shown.splice(shown.indexOf(entry), 1);
        phases(show ? ['beforeenter', 'enter', 'afterenter'] : ['beforeleave', 'leave', 'afterleave']);
      }
      listenToPanel(own, () => set(false));
      return { show: (value) => set(value === true) };
    },
  });
}

function listenToPanel({ host, get, fire }: BuiltIn, close: () => void): void {
  host.addEventListener('click', (event) => {
    if ((event.target as HTMLElement).tagName !== 'WX-PC-OVERLAY') return;
    fire('clickoverlay');
    close();
  });
  let from: number | undefined;
  host.addEventListener('touchstart', (event) => {
    from = event.touches[0]?.clientY;
  });
  host.addEventListener('touchend', (event) => {
    const to = event.changedTouches[0]?.clientY ?? 0;
    if (get('closeOnSlideDown') === true && from !== undefined && to - from > 80) close();
  });
}
