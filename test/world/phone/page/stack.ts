/** Pages of the mini-program, one over another, and what each is told as it comes and goes. */
import type { Root } from 'glass-easel-miniprogram-adapter';
import { closePageContainer } from './builtin/page-container.ts';
import { homeIndicator, isTab, makeNavBar, makeTabBar, type NavBar, statusBarHeight, tabAt, themed } from './chrome.ts';
import { h } from './dom.ts';
import { backend } from './engine.ts';
import { showModal } from './overlay/sheet.ts';
import { codeSpace, requirePage } from './program.ts';
import { guarded, phone } from './state.ts';

type Instance = Record<string, unknown> & { route: string };
type Config = Record<string, string | boolean | number | undefined>;

export type OpenPage = {
  route: string;
  query: Record<string, string>;
  config: Config;
  instance: Instance;
  root: Root;
  layer: HTMLElement;
  viewport: HTMLElement;
  scroller: HTMLElement;
  bar: NavBar;
  scrolled: number;
  shown: boolean;
};

class RouteError extends Error {}

let stack: OpenPage[] = [];
/** A tab's page lives on while another tab is shown. */
const tabPages = new Map<string, OpenPage>();
const deepest = 10;

export const pages = (): readonly OpenPage[] => stack;
export const topPage = (): OpenPage | undefined => stack.at(-1);

function parseUrl(url: string): { route: string; query: Record<string, string> } {
  const [path = '', search = ''] = url.split('?');
  const base = topPage()?.route.split('/').slice(0, -1) ?? [];
  const parts = path.startsWith('/') || base.length === 0 ? [] : base;
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return { route: parts.join('/'), query: parseQuery(search) };
}

/** The client does not decode what a query carries. */
export function parseQuery(search: string): Record<string, string> {
  const pairs = search.split('&').filter((pair) => pair !== '');
  return Object.fromEntries(pairs.map((pair) => [pair.split('=')[0] ?? '', pair.slice(pair.indexOf('=') + 1)]));
}

const known = (route: string) => route in phone.package.configs && phone.package.modules[`${route}.js`] !== undefined;

export function navigateTo(url: string): OpenPage {
  const { route, query } = parseUrl(url);
  if (!known(route)) throw new RouteError(`page "${route}" is not found`);
  if (isTab(route)) throw new RouteError('can not navigateTo a tabbar page');
  if (stack.length >= deepest) throw new RouteError(`webview count limit exceed`);
  const before = topPage();
  if (before) hide(before);
  return push(route, query, before !== undefined);
}

export function redirectTo(url: string): OpenPage {
  const { route, query } = parseUrl(url);
  if (!known(route)) throw new RouteError(`page "${route}" is not found`);
  if (isTab(route)) throw new RouteError('can not redirectTo a tabbar page');
  const before = stack.pop();
  if (before) close(before);
  return push(route, query, false);
}

export function reLaunch(url: string): OpenPage {
  const { route, query } = parseUrl(url);
  if (!known(route)) throw new RouteError(`page "${route}" is not found`);
  for (const page of new Set([...stack.toReversed(), ...tabPages.values()])) close(page);
  stack = [];
  tabPages.clear();
  return push(route, query, false);
}

export function switchTab(url: string): void {
  const { route } = parseUrl(url);
  if (!isTab(route)) throw new RouteError('can not switch to no-tabBar page');
  const before = topPage();
  if (before?.route === route) return;
  if (before && isTab(before.route)) hide(before);
  for (const page of stack.toReversed()) if (!isTab(page.route)) close(page);
  stack = stack.filter((page) => page.route === route);
  const kept = tabPages.get(route);
  if (!kept) {
    stack = [];
    push(route, {}, false);
    return;
  }
  stack = [kept];
  show(kept);
}

export function navigateBack(delta = 1): void {
  const top = topPage();
  if (top && closePageContainer(top.layer)) return;
  if (stack.length < 2) throw new RouteError('cannot navigate back at first page.');
  const leaving = stack.splice(Math.max(1, stack.length - delta));
  for (const page of leaving.toReversed()) close(page);
  const under = topPage();
  if (under) show(under);
}

function push(route: string, query: Record<string, string>, slides: boolean): OpenPage {
  requirePage(route);
  const page = make(route, query, stack.length > 0);
  stack.push(page);
  if (isTab(route)) tabPages.set(route, page);
  place(page);
  if (slides) page.layer.classList.add('wxui-slides-in');
  tell(page, 'onLoad', { ...query });
  page.shown = true;
  tell(page, 'onShow');
  setTimeout(() => tell(page, 'onReady'), 0);
  return page;
}

function make(route: string, query: Record<string, string>, over: boolean): OpenPage {
  const config: Config = { ...phone.package.appJson.window, ...(phone.package.configs[route] as Config) };
  const home = phone.package.appJson.pages[0] ?? '';
  const leave = over
    ? { back: () => void back('arrow') }
    : route !== home && !isTab(route)
      ? { home: () => void guarded(() => reLaunch(`/${home}`)) }
      : {};
  const bar = makeNavBar(
    {
      title: String(config.navigationBarTitleText ?? ''),
      background: String(config.navigationBarBackgroundColor ?? '#ffffff'),
      text: String(config.navigationBarTextStyle ?? 'black'),
    },
    leave,
  );
  const root = backend.createRoot('page', codeSpace(), route);
  const instance = root.get() as unknown as Instance;
  Object.assign(instance, { route, __route__: route, options: query });
  const place = h('div');
  const scroller = h('div', { class: 'wxui-page-scroll' }, place);
  const viewport = h('div', { class: 'wxui-page-viewport' }, scroller);
  const layer = h(
    'section',
    { class: 'wxui-page-layer', 'data-page': route },
    config.navigationStyle !== 'custom' && bar.element,
    viewport,
  );
  layer.style.background = themed(String(config.backgroundColorContent ?? ''), '');
  if (isTab(route)) layer.append(makeTabBar(route, chooseTab));
  root.attach(scroller as never, place as never);
  scroller.querySelector('wx-page')?.setAttribute('data-route', route);
  const page: OpenPage = {
    route,
    query,
    config,
    instance,
    root,
    layer,
    viewport,
    scroller,
    bar,
    scrolled: 0,
    shown: false,
  };
  listenToScroll(page);
  return page;
}

/**
 * The person goes back: by the bar's arrow, by a swipe from the edge, or by Android's key. A page's alert asks first, but for a swipe.
 * @returns false where there is nothing to go back to
 */
export function back(by: 'arrow' | 'swipe' | 'key'): boolean {
  const top = topPage();
  if (!top) return false;
  if (closePageContainer(top.layer)) return true;
  if (stack.length < 2) return false;
  const warning = alerts.get(top);
  if (warning === undefined || by === 'swipe') guarded(() => navigateBack());
  else void askThenBack(warning);
  return true;
}

async function askThenBack(warning: string): Promise<void> {
  const { confirm } = await showModal({ content: warning });
  if (confirm) guarded(() => navigateBack());
}

/** Pages that asked for a question before they are left. */
export const alerts = new WeakMap<OpenPage, string>();

function chooseTab(index: number): void {
  const tab = tabAt(index);
  if (!tab) return;
  guarded(() => switchTab(`/${tab.pagePath}`));
  const page = topPage();
  if (page) tell(page, 'onTabItemTap', { index, pagePath: tab.pagePath, text: tab.text });
}

/** Only the page on top is in the document. */
function place(page: OpenPage): void {
  const screen = document.getElementById('screen') as HTMLElement;
  screen.replaceChildren(page.layer);
  page.scroller.scrollTop = page.scrolled;
  measure(page);
}

export function measure(page: OpenPage): void {
  const root = document.documentElement.style;
  root.setProperty('--status-bar', `${statusBarHeight()}px`);
  root.setProperty('--home-indicator', `${homeIndicator()}px`);
  page.layer.style.setProperty('--safe-bottom', isTab(page.route) ? '0px' : `${homeIndicator()}px`);
  page.layer.style.setProperty(
    '--safe-top',
    page.config.navigationStyle === 'custom' ? `${statusBarHeight()}px` : '0px',
  );
  page.layer.style.setProperty('--page-vh', `${page.viewport.clientHeight / 100}px`);
}

export function refreshBars(): void {
  for (const page of new Set([...stack, ...tabPages.values()])) {
    page.bar.set({});
    page.layer.querySelector('.wxui-tab-bar')?.replaceWith(makeTabBar(page.route, chooseTab));
  }
  const top = topPage();
  if (top) measure(top);
}

function show(page: OpenPage): void {
  page.layer.classList.remove('wxui-slides-in');
  place(page);
  page.shown = true;
  tell(page, 'onShow');
}

function hide(page: OpenPage): void {
  page.scrolled = page.scroller.scrollTop;
  page.shown = false;
  tell(page, 'onHide');
}

function close(page: OpenPage): void {
  tabPages.delete(page.route);
  tell(page, 'onUnload');
  page.layer.remove();
  page.root.release();
}

export function hideTop(): void {
  const top = topPage();
  if (top?.shown) hide(top);
}

export function showTop(): void {
  const top = topPage();
  if (top && !top.shown) show(top);
}

export function tell(page: OpenPage, hook: string, ...values: unknown[]): unknown {
  if (phone.dead) return undefined;
  const method = page.instance[hook];
  return typeof method === 'function' ? guarded(() => method.apply(page.instance, values)) : undefined;
}

function listenToScroll(page: OpenPage): void {
  const { scroller } = page;
  let reached = false;
  scroller.addEventListener('scroll', () => {
    tell(page, 'onPageScroll', { scrollTop: scroller.scrollTop });
    const rest = scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
    const bottom = rest <= Number(page.config.onReachBottomDistance ?? 50);
    if (bottom && !reached) tell(page, 'onReachBottom');
    reached = bottom;
  });
  if (page.config.enablePullDownRefresh !== true) return;
  let from: number | undefined;
  scroller.addEventListener('touchstart', (event) => {
    from = scroller.scrollTop <= 0 ? event.touches[0]?.clientY : undefined;
  });
  scroller.addEventListener('touchend', (event) => {
    if (from !== undefined && (event.changedTouches[0]?.clientY ?? 0) - from > 60) pullDown(page);
  });
}

export function pullDown(page: OpenPage): void {
  page.viewport.classList.add('wxui-refreshing');
  tell(page, 'onPullDownRefresh');
}
