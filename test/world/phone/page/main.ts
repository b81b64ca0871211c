/** The phone: boots the mini-program in this frame and does what the parent frame says. */
import type { CompiledPackage } from '../package-shape.ts';
import { makeFrame, setClock, setTabs } from './chrome.ts';
import { setLegalOrigins } from './dns.ts';
import { h } from './dom.ts';
import { listenToEdge } from './edge.ts';
import { filesSettled, loadFiles, setAssets } from './files.ts';
import { listenToGestures } from './gestures.ts';
import { makeKeyboard } from './keyboard.ts';
import { showSettingsPage } from './overlay/settings-page.ts';
import { showActionSheet, showToast } from './overlay/sheet.ts';
import { startProgram, tellApp } from './program.ts';
import { resumeTimers, suspendTimers } from './sandbox.ts';
import { changeSettings, loadSettings, type Settings } from './settings.ts';
import { back, hideTop, measure, pages, parseQuery, refreshBars, reLaunch, showTop, tell, topPage } from './stack.ts';
import { guarded, type Network, phone, report, signals, tellParent } from './state.ts';
import { stopCamera } from './wx/camera.ts';
import { endInterruption, interruptRecorder, pauseInBackground } from './wx/recorder.ts';
import { cutRequests } from './wx/request.ts';
import { networkState } from './wx/system.ts';
import { createWx } from './wx/wx.ts';

const parameters = new URLSearchParams(location.search);
/** Work goes on this long after the client was put to the background. */
const backgroundGrace = 5000;

async function main(): Promise<void> {
  phone.platform = parameters.get('platform') === 'wxwork' ? 'wxwork' : 'wechat';
  phone.person = parameters.get('person') ?? 'nobody';
  loadSettings();
  setTheme(parameters.get('theme') ?? undefined);
  document.body.append(
    makeFrame(() => void showMenu(), leave),
    h('main', { id: 'screen' }),
    makeKeyboard(),
    h('div', { id: 'overlays' }),
    h('div', { class: 'wxui-home-indicator', 'aria-hidden': 'true' }),
    h(
      'div',
      { class: 'wxui-closed' },
      h('p', {}, '小程序已关闭'),
      h('button', { onclick: () => open('', '', 1001) }, '重新打开'),
    ),
  );
  document.body.dataset.platform = phone.platform;
  window.addEventListener('message', (event) => {
    if (event.source === window.parent) obey(event.data as Message);
  });
  window.addEventListener('resize', () => {
    const top = topPage();
    if (!top) return;
    measure(top);
    const size = { windowWidth: window.innerWidth, windowHeight: top.viewport.clientHeight };
    signals.resize.tell({ size });
    tell(top, 'onResize', { size });
  });
  window.addEventListener('error', (event) => report(event.error ?? event.message));
  window.addEventListener('unhandledrejection', (event) => {
    signals.unhandledRejection.tell({ reason: event.reason });
    report(event.reason instanceof Error ? event.reason : JSON.stringify(event.reason));
  });
  if (parameters.has('closed')) return shut();
  await boot();
}

async function boot(): Promise<void> {
  const reply = await fetch('package.json');
  const sent = (await reply.json()) as { package: CompiledPackage; origins: string[] };
  phone.package = sent.package;
  phone.appid = String(sent.package.configs['project.config']?.appid ?? phone.appid);
  setLegalOrigins(sent.origins);
  setAssets(sent.package.assets);
  document.head.append(h('style', { id: 'wxss' }, sent.package.css));
  setTabs();
  await loadFiles();
  const path = (parameters.get('path') || phone.package.appJson.pages[0] || '').replace(/^\//, '');
  const launch = {
    path,
    query: parseQuery(parameters.get('query') ?? ''),
    scene: Number(parameters.get('scene') ?? 1001),
  };
  phone.launch = launch;
  phone.enter = launch;
  startProgram(createWx(leave), pages);
  listenToGestures(document.getElementById('screen') as HTMLElement);
  listenToEdge(() => goBack('swipe'));
  tellApp('onLaunch', launch);
  tellApp('onShow', launch);
  signals.appShow.tell(launch);
  openFirst(path, parameters.get('query') ?? '');
  setTimeout(() => tellParent({ type: 'ready' }), 0);
  document.body.dataset.ready = 'true';
}

function openFirst(path: string, query: string): void {
  const url = `/${path}${query ? `?${query}` : ''}`;
  if (phone.package.modules[`${path}.js`] === undefined) {
    const missing = { path, query: parseQuery(query), isEntryPage: true };
    tellApp('onPageNotFound', missing);
    signals.pageNotFound.tell(missing);
    if (!topPage()) guarded(() => reLaunch(`/${phone.package.appJson.pages[0]}`));
    return;
  }
  guarded(() => reLaunch(url));
}

type Message =
  | { type: 'network'; state: Network }
  | { type: 'open'; path?: string; query?: string; scene?: number }
  | { type: 'kill' | 'background' | 'foreground' | 'interrupt' | 'interruptEnd' }
  | { type: 'back'; by?: 'arrow' | 'swipe' | 'key' }
  | { type: 'settings'; settings: Partial<Settings> }
  | { type: 'memoryWarning'; level?: number }
  | { type: 'theme'; theme?: 'light' | 'dark' }
  | { type: 'clock'; time: string };

function obey(message: Message): void {
  if (message.type === 'network') setNetwork(message.state);
  else if (message.type === 'kill') kill();
  else if (message.type === 'open') open(message.path ?? '', message.query ?? '', message.scene ?? 1001);
  else if (message.type === 'background') toBackground();
  else if (message.type === 'foreground') toForeground();
  else if (message.type === 'interrupt') interrupt();
  else if (message.type === 'interruptEnd') interruptEnd();
  else if (message.type === 'back') goBack(message.by ?? 'key');
  else if (message.type === 'settings') changeSettings(message.settings);
  else if (message.type === 'memoryWarning') signals.memoryWarning.tell({ level: message.level ?? 10 });
  else if (message.type === 'theme') setTheme(message.theme);
  else if (message.type === 'clock') setClock(message.time);
}

function setNetwork(state: Network): void {
  phone.network = state;
  document.body.dataset.network = state;
  if (state === 'none') cutRequests('net::ERR_INTERNET_DISCONNECTED');
  signals.network.tell(networkState());
}

/** The phone rings: sound and recording stand still until the call is over. */
function interrupt(): void {
  interruptRecorder();
  signals.audioInterruptionBegin.tell({});
}

function interruptEnd(): void {
  endInterruption();
  signals.audioInterruptionEnd.tell({});
}

/** With nothing to go back to, the person is back in the chat. */
function goBack(by: 'arrow' | 'swipe' | 'key'): void {
  if (!back(by)) leave();
}

let grace = 0;

function toBackground(): void {
  if (phone.background || phone.dead) return;
  phone.background = true;
  hideTop();
  tellApp('onHide');
  signals.appHide.tell({ reason: 0 });
  pauseInBackground();
  stopCamera();
  grace = window.setTimeout(() => {
    cutRequests('interrupted');
    suspendTimers();
  }, backgroundGrace);
}

function toForeground(enter = phone.enter, shows = true): void {
  if (!phone.background) return;
  window.clearTimeout(grace);
  phone.background = false;
  document.body.classList.remove('wxui-is-closed');
  resumeTimers();
  phone.enter = enter;
  tellApp('onShow', enter);
  signals.appShow.tell(enter);
  if (shows) showTop();
}

/** The capsule's circle: the mini-program goes to the background, and the chat is back. */
function leave(): void {
  toBackground();
  document.body.classList.add('wxui-is-closed');
  tellParent({ type: 'closed' });
}

/** The system ends the process: no hook is called, what is not stored is gone. */
function kill(): void {
  phone.dead = true;
  suspendTimers();
  cutRequests('killed');
  // What the mini-program was told is written, is written: the browser's own disk is a little behind.
  void filesSettled().finally(() => reload({ closed: '1' }));
}

function shut(): void {
  document.body.classList.add('wxui-is-closed');
  tellParent({ type: 'closed' });
}

/** A cold start where nothing runs; else the running one comes forward with the page asked for. */
function open(path: string, query: string, scene: number): void {
  if (phone.dead || parameters.has('closed')) {
    phone.dead = true;
    reload({ path, query, scene: String(scene) });
    return;
  }
  const route = path.replace(/^\//, '');
  if (route === '') {
    toForeground();
    return;
  }
  const enter = { path: route, query: parseQuery(query), scene };
  if (phone.background) toForeground(enter, false);
  else phone.enter = enter;
  openFirst(route, query);
}

function reload(change: Record<string, string>): void {
  const next = new URLSearchParams(location.search);
  for (const name of ['closed', 'path', 'query', 'scene']) next.delete(name);
  for (const [name, value] of Object.entries(change)) if (value !== '') next.set(name, value);
  location.replace(`?${next}`);
}

async function showMenu(): Promise<void> {
  const chosen = await showActionSheet(['转发给朋友', '浮窗', '重新进入小程序', '设置', '反馈与投诉']);
  if (chosen === 2) {
    phone.dead = true;
    reload({ path: phone.enter.path, query: parameters.get('query') ?? '' });
  } else if (chosen === 1) leave();
  else if (chosen === 3) await showSettingsPage();
  else if (chosen !== undefined) showToast({ title: '此处只是样子', icon: 'none' });
}

const dark = window.matchMedia('(prefers-color-scheme: dark)');
let chosenTheme: string | undefined;

function setTheme(theme?: string): void {
  chosenTheme = theme;
  applyTheme();
}

function applyTheme(): void {
  const theme = (chosenTheme ?? (dark.matches ? 'dark' : 'light')) === 'dark' ? 'dark' : 'light';
  const changed = phone.theme !== theme;
  phone.theme = theme;
  document.documentElement.dataset.theme = theme;
  if (!changed || !phone.package) return;
  refreshBars();
  signals.theme.tell({ theme });
  tellApp('onThemeChange', { theme });
}

dark.addEventListener('change', applyTheme);
main().catch(report);
