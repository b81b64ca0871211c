/** Routes, bars, toasts, and asking where things are on the page. */
import { setTabBarShown, setTabBarStyle, tabAt } from '../chrome.ts';
import { topOf } from '../gestures.ts';
import { hideToast, showActionSheet, showModal, showToast } from '../overlay/sheet.ts';
import * as stack from '../stack.ts';
import { guarded } from '../state.ts';
import { ApiError, api, type Options } from './api.ts';

const route = (name: string, go: (options: Options) => unknown) =>
  api(name, (options) => {
    const opened = go(options) as stack.OpenPage | undefined;
    return opened && name === 'navigateTo' ? { eventChannel: eventChannel() } : {};
  });

function eventChannel() {
  const listeners = new Map<string, ((...values: unknown[]) => void)[]>();
  return {
    on: (name: string, listener: (...values: unknown[]) => void) =>
      void listeners.set(name, [...(listeners.get(name) ?? []), listener]),
    once: (name: string, listener: (...values: unknown[]) => void) =>
      void listeners.set(name, [...(listeners.get(name) ?? []), listener]),
    off: (name: string) => void listeners.delete(name),
    emit: (name: string, ...values: unknown[]) => {
      for (const listener of listeners.get(name) ?? []) guarded(() => listener(...values));
    },
  };
}

function page(): stack.OpenPage {
  const top = stack.topPage();
  if (!top) throw new ApiError('no page');
  return top;
}

function changeTab(index: unknown, change: Record<string, unknown>): void {
  const tab = tabAt(Number(index));
  if (!tab) throw new ApiError('tabbar item not found');
  Object.assign(tab, change);
  stack.refreshBars();
}

const tabBar = (name: string, shown: boolean) =>
  api(name, () => {
    if (!page().layer.querySelector('.wxui-tab-bar')) throw new ApiError('not TabBar page');
    setTabBarShown(shown);
    stack.refreshBars();
  });

export const screen = {
  navigateTo: route('navigateTo', ({ url }) => stack.navigateTo(String(url))),
  redirectTo: route('redirectTo', ({ url }) => stack.redirectTo(String(url))),
  reLaunch: route('reLaunch', ({ url }) => stack.reLaunch(String(url))),
  switchTab: route('switchTab', ({ url }) => stack.switchTab(String(url))),
  navigateBack: route('navigateBack', ({ delta }) => stack.navigateBack(Number(delta ?? 1))),
  showToast: api('showToast', (options) => showToast(options as never)),
  hideToast: api('hideToast', hideToast),
  showLoading: api('showLoading', ({ title, mask }) =>
    showToast({ title: String(title ?? ''), icon: 'loading', mask: mask === true }, true),
  ),
  hideLoading: api('hideLoading', hideToast),
  showModal: api('showModal', (options) => showModal(options as never)),
  showActionSheet: api('showActionSheet', async ({ itemList, alertText, itemColor }) => {
    const tapIndex = await showActionSheet(
      itemList as string[],
      alertText as string | undefined,
      itemColor as string | undefined,
    );
    if (tapIndex === undefined) throw new ApiError('cancel');
    return { tapIndex };
  }),
  setNavigationBarTitle: api('setNavigationBarTitle', ({ title }) => page().bar.set({ title: String(title) })),
  setNavigationBarColor: api('setNavigationBarColor', ({ frontColor, backgroundColor }) =>
    page().bar.set({ text: String(frontColor), background: String(backgroundColor) }),
  ),
  showNavigationBarLoading: api('showNavigationBarLoading', () => ({})),
  hideNavigationBarLoading: api('hideNavigationBarLoading', () => ({})),
  hideHomeButton: api('hideHomeButton', () =>
    page().layer.querySelector('.wxui-nav-leave[aria-label="首页"]')?.remove(),
  ),
  setBackgroundColor: api('setBackgroundColor', () => ({})),
  setBackgroundTextStyle: api('setBackgroundTextStyle', () => ({})),
  enableAlertBeforeUnload: api(
    'enableAlertBeforeUnload',
    ({ message }) => void stack.alerts.set(page(), String(message)),
  ),
  disableAlertBeforeUnload: api('disableAlertBeforeUnload', () => void stack.alerts.delete(page())),
  setTabBarItem: api('setTabBarItem', ({ index, text, iconPath, selectedIconPath }) =>
    changeTab(index, JSON.parse(JSON.stringify({ text, iconPath, selectedIconPath })) as Record<string, unknown>),
  ),
  setTabBarStyle: api('setTabBarStyle', ({ color, selectedColor, backgroundColor, borderStyle }) => {
    setTabBarStyle(
      JSON.parse(JSON.stringify({ color, selectedColor, backgroundColor, borderStyle })) as Record<string, string>,
    );
    stack.refreshBars();
  }),
  setTabBarBadge: api('setTabBarBadge', ({ index, text }) =>
    changeTab(index, { badge: String(text).slice(0, 4), dot: false }),
  ),
  removeTabBarBadge: api('removeTabBarBadge', ({ index }) => changeTab(index, { badge: undefined })),
  showTabBarRedDot: api('showTabBarRedDot', ({ index }) => changeTab(index, { dot: true })),
  hideTabBarRedDot: api('hideTabBarRedDot', ({ index }) => changeTab(index, { dot: false })),
  hideTabBar: tabBar('hideTabBar', false),
  showTabBar: tabBar('showTabBar', true),
  startPullDownRefresh: api('startPullDownRefresh', () => stack.pullDown(page())),
  stopPullDownRefresh: api('stopPullDownRefresh', () => page().viewport.classList.remove('wxui-refreshing')),
  pageScrollTo: api('pageScrollTo', ({ scrollTop, selector, offsetTop, duration }) => {
    const { scroller } = page();
    const target = selector === undefined ? undefined : scroller.querySelector(String(selector));
    const top = target
      ? scroller.scrollTop + target.getBoundingClientRect().top - topOf(target) + Number(offsetTop ?? 0)
      : Number(scrollTop ?? 0);
    scroller.scrollTo({ top, behavior: duration === 0 ? 'instant' : 'smooth' });
  }),
  nextTick: (callback: () => void) => void Promise.resolve().then(() => guarded(callback)),
  createSelectorQuery: () => selectorQuery(),
  setClipboardData: api('setClipboardData', async ({ data }) => {
    clipboard = String(data);
    await navigator.clipboard?.writeText(clipboard).catch(() => undefined);
    showToast({ title: '内容已复制' });
  }),
  getClipboardData: api('getClipboardData', () => ({ data: clipboard })),
};

let clipboard = '';

type Fields = {
  id?: boolean;
  dataset?: boolean;
  rect?: boolean;
  size?: boolean;
  scrollOffset?: boolean;
  node?: boolean;
  properties?: string[];
  context?: boolean;
};

function selectorQuery() {
  const asked: {
    find: () => (Element | undefined)[];
    single: boolean;
    fields: Fields;
    callback?: ((result: unknown) => void) | undefined;
  }[] = [];
  const within = () => stack.topPage()?.scroller;
  const find = (selector: string) => [...(within()?.querySelectorAll(selector.replaceAll('>>>', ' ')) ?? [])];
  const query = {
    in: () => query,
    select: (selector: string) => nodes(() => find(selector).slice(0, 1), true),
    selectAll: (selector: string) => nodes(() => find(selector), false),
    selectViewport: () => nodes(() => [within()], true),
    exec: (callback?: (results: unknown[]) => void) => {
      setTimeout(() => {
        const results = asked.map(({ find: elements, single, fields }) => {
          const read = elements()
            .filter((element) => element !== undefined)
            .map((element) => readFields(element, fields));
          return single ? (read[0] ?? null) : read;
        });
        for (const [index, one] of asked.entries()) if (one.callback) guarded(() => one.callback?.(results[index]));
        if (callback) guarded(() => callback(results));
      }, 0);
      return query;
    },
  };
  function nodes(elements: () => (Element | undefined)[], single: boolean) {
    const ask = (fields: Fields) => (callback?: (result: unknown) => void) => {
      asked.push({ find: elements, single, fields, callback });
      return query;
    };
    return {
      boundingClientRect: ask({ id: true, dataset: true, rect: true, size: true }),
      scrollOffset: ask({ id: true, dataset: true, scrollOffset: true }),
      node: ask({ node: true }),
      context: ask({ context: true }),
      fields: (fields: Fields, callback?: (result: unknown) => void) => ask(fields)(callback),
    };
  }
  return query;
}

function readFields(element: Element, fields: Fields): Record<string, unknown> {
  const rect = element.getBoundingClientRect();
  const top = topOf(element);
  const data = (element as { __wxElement?: { dataset?: unknown } }).__wxElement?.dataset ?? {};
  return {
    ...(fields.id && { id: element.id }),
    ...(fields.dataset && { dataset: data }),
    ...(fields.rect && { left: rect.left, right: rect.right, top: rect.top - top, bottom: rect.bottom - top }),
    ...(fields.size && { width: rect.width, height: rect.height }),
    ...(fields.scrollOffset && {
      scrollTop: element.scrollTop, scrollLeft: element.scrollLeft, scrollHeight: element.scrollHeight, scrollWidth: element.scrollWidth,
    }),
    ...(fields.node && { node: canvasNode(element) }),
  }; // biome-ignore format: short
}

function canvasNode(element: Element): unknown {
  const canvas = element.querySelector('canvas');
  if (!canvas) return element;
  return Object.assign(canvas, {
    createImage: () => new Image(),
    requestAnimationFrame: (run: () => void) => requestAnimationFrame(run),
    cancelAnimationFrame: (id: number) => cancelAnimationFrame(id),
  });
}
