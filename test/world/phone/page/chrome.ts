/** The client's own frame: status bar, navigation bar, capsule, tab bar. */
import { h, icon } from './dom.ts';
import { phone } from './state.ts';

const shapes = {
  back: 'M15.6 3.9 17 5.3 10.3 12l6.7 6.7-1.4 1.4L7.5 12z',
  home: 'M12 3.2 3 11h2.4v9h5v-6h3.2v6h5v-9H21z',
};

export const statusBarHeight = () => (window.innerHeight >= 700 ? 44 : 20);
export const homeIndicator = () => (window.innerHeight >= 700 ? 34 : 0);

/** Where the capsule is, in the screen's points. */
export function capsuleRect() {
  const top = statusBarHeight() + 6;
  const right = window.innerWidth - 7;
  return { width: 87, height: 32, top, bottom: top + 32, left: right - 87, right };
}

export type BarStyle = { title: string; background: string; text: string; loading?: boolean };

export type NavBar = { element: HTMLElement; set: (style: Partial<BarStyle>) => void; readonly style: BarStyle };

export function makeNavBar(style: BarStyle, leave: { back?: () => void; home?: () => void }): NavBar {
  const title = h('div', { class: 'wxui-nav-title', role: 'heading', 'aria-level': 1 });
  const button = leave.back ?? leave.home;
  const element = h(
    'header',
    { class: 'wxui-nav-bar' },
    button &&
      h(
        'button',
        { class: 'wxui-nav-leave', 'aria-label': leave.back ? '返回' : '首页', onclick: button },
        icon(leave.back ? shapes.back : shapes.home),
      ),
    title,
  );
  const now = { ...style };
  const set = (next: Partial<BarStyle>) => {
    Object.assign(now, next);
    title.textContent = now.title;
    const background = themed(now.background, '#ffffff');
    const text = themed(now.text, 'black');
    element.style.background = background;
    element.dataset.text = text === 'white' || text === '#ffffff' ? 'white' : 'black';
  };
  set(style);
  return { element, set, style: now };
}

/** A colour as app.json gives it: plain, or `@name` of theme.json. */
export function themed(value: string | undefined, otherwise: string): string {
  if (!value) return otherwise;
  return value.startsWith('@') ? (phone.package.theme[phone.theme][value.slice(1)] ?? otherwise) : value;
}

type Tab = {
  pagePath: string;
  text: string;
  iconPath?: string;
  selectedIconPath?: string;
  badge?: string;
  dot?: boolean;
};

const tabs: Tab[] = [];
let tabBarShown = true;
let colours: { color?: string; selectedColor?: string; backgroundColor?: string; borderStyle?: string } = {};

export function setTabs(): void {
  const given = phone.package.appJson.tabBar;
  tabs.push(...(given?.list ?? []).map((tab) => ({ ...tab })));
  colours = { ...given };
}

export const tabAt = (index: number) => tabs[index];
export const isTab = (route: string) => tabs.some((tab) => tab.pagePath === route);

export function setTabBarShown(shown: boolean): void {
  tabBarShown = shown;
}

export function setTabBarStyle(style: typeof colours): void {
  Object.assign(colours, style);
}

export function makeTabBar(route: string, choose: (index: number) => void): HTMLElement {
  const items = tabs.map((tab, index) => {
    const chosen = tab.pagePath === route;
    const color = chosen ? themed(colours.selectedColor, '#07c160') : themed(colours.color, '#7f7f7f');
    const path = chosen ? (tab.selectedIconPath ?? tab.iconPath) : tab.iconPath;
    const image = path && h('img', { src: phone.package.assets[path.replace(/^\.?\//, '')] ?? path, alt: '' });
    const badge = tab.badge
      ? h('span', { class: 'wxui-tab-badge' }, tab.badge)
      : tab.dot
        ? h('span', { class: 'wxui-tab-badge wxui-tab-dot' })
        : undefined;
    return h(
      'button',
      {
        class: 'wxui-tab',
        role: 'tab',
        'aria-selected': String(chosen),
        style: `color:${color}`,
        onclick: () => choose(index),
      },
      h(
        'span',
        { class: path ? 'wxui-tab-face' : 'wxui-tab-face wxui-tab-plain' },
        image || undefined,
        h('span', {}, tab.text),
        badge,
      ),
    );
  });
  const border = themed(colours.borderStyle, 'black') === 'white' ? 'rgba(255,255,255,.1)' : 'rgba(0,0,0,.1)';
  const style = `background:${themed(colours.backgroundColor, '#f7f7f7')};--tab-border:${border}`;
  return h('nav', { class: 'wxui-tab-bar', role: 'tablist', style, hidden: !tabBarShown }, ...items);
}

export function makeFrame(menu: () => void, close: () => void): HTMLElement {
  const time = h('span', { class: 'wxui-status-time' });
  showTime(time);
  window.setInterval(() => showTime(time), 10_000);
  return h(
    'div',
    { class: 'wxui-frame' },
    h(
      'div',
      { class: 'wxui-status-bar', 'aria-hidden': 'true' },
      time,
      h('span', { class: 'wxui-status-signs' }, signs()),
    ),
    h(
      'div',
      { class: 'wxui-capsule' },
      h('button', { class: 'wxui-capsule-menu', 'aria-label': '更多', onclick: menu }, dots()),
      h('span', { class: 'wxui-capsule-line' }),
      h('button', { class: 'wxui-capsule-close', 'aria-label': '关闭小程序', onclick: close }, target()),
    ),
  );
}

let shownTime: string | undefined;

/** The world's clock may be turned; the parent says what the phone shows. */
export function setClock(text: string): void {
  shownTime = text;
  const element = document.querySelector('.wxui-status-time');
  if (element) element.textContent = text;
}

function showTime(element: HTMLElement): void {
  element.textContent =
    shownTime ?? new Date().toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false });
}

const svg = (box: string, inner: string): Node => {
  const holder = document.createElement('span');
  holder.innerHTML = `<svg viewBox="${box}" fill="currentColor" aria-hidden="true">${inner}</svg>`;
  return holder.firstChild as Node;
};
const dots = () =>
  svg('0 0 22 12', '<circle cx="3.2" cy="6" r="2"/><circle cx="11" cy="6" r="3"/><circle cx="18.8" cy="6" r="2"/>');
const target = () =>
  svg(
    '0 0 20 20',
    '<circle cx="10" cy="10" r="7.6" fill="none" stroke="currentColor" stroke-width="2.2"/><circle cx="10" cy="10" r="3.2"/>',
  );
const signs = () =>
  svg(
    '0 0 68 14',
    `<rect x="0" y="9" width="3" height="4" rx="1"/><rect x="4.7" y="6.5" width="3" height="6.500" rx="1"/><rect x="9.4" y="4" width="3" height="9" rx="1"/><rect x="14.1" y="1" width="3" height="12" rx="1"/>
    <path class="sign-wifi" d="M30.500 2.200c2.700 0 5.100 1 6.900 2.800l1.300-1.400A11.700 11.700 0 0 0 30.500.300c-3.200 0-6.100 1.300-8.200 3.300L23.600 5a9.900 9.900 0 0 1 6.900-2.800zm0 4c1.600 0 3 .600 4.100 1.600L36 6.300a7.900 7.900 0 0 0-11 0l1.400 1.500a6 6 0 0 1 4.100-1.600zm0 3.800-2.700 2.200 2.700 1.600 2.700-1.600z"/>
    <rect x="43.500" y="1.500" width="20" height="11" rx="3" fill="none" stroke="currentColor" opacity=".4"/><rect x="45" y="3" width="16" height="8" rx="1.700"/><rect x="64.800" y="5" width="1.600" height="4" rx=".8" opacity=".5"/>`,
  );
