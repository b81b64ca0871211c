import type { BrowserContext, Page } from 'playwright-core';
import { type Assertion, expect, vi } from 'vitest';
import { openStillPage } from '#test/browser/screenshot.ts';
import type { World } from '#test/world/world.ts';
import { at } from './candidate.ts';
import type { Scene } from './scenes.ts';
import type { Stage } from './stage.ts';

/** Where a candidate's pages run. WeCom has the same package and fewer of the client's functions. */
export type Client = 'wechat' | 'wecom' | 'h5';
export type Device = Awaited<ReturnType<typeof openDevice>>;

/** As long as a patient person would look at the screen. `expect.poll` knows no tests that run beside each other. */
export const soon = <T>(look: () => T | Promise<T>, is: (seen: Assertion<void, T>) => unknown): Promise<void> =>
  vi.waitFor(async () => void is(expect(await look())), { timeout: 30_000, interval: 50 });

/** The way into an interview: the query of the page that the link of its message opens. Before it begins: nobody is invited to what is under way. */
export async function linkOf({ world }: Stage, { interviewId }: Scene): Promise<string> {
  await world.idle();
  for (const { link, channel } of world.outbox.list().toReversed()) {
    const opened = channel === 'sms' && link !== undefined ? world.wechat.openUrlLink(link) : undefined;
    if (opened !== undefined && claimOf(opened.query) === interviewId) return opened.query;
  }
  throw new Error(`no message leads to ${interviewId}`);
}

/** Which interview a signed link is for, as anybody can read it. */
function claimOf(query: string): unknown {
  const [, claims = ''] = decodeURIComponent(new URLSearchParams(query).get('t') ?? '').split('.');
  return JSON.parse(Buffer.from(claims, 'base64url').toString('utf8') || '{}').interviewId;
}

/**
 * A device of a candidate's own: its storage, its network, its clock, which is the machine's and not the world's. The link
 * is not opened yet. Microphone and camera are allowed. WeChat knows a seeded `person` only.
 */
export async function openDevice(
  { world, browser }: Stage,
  client: Client,
  link: string,
  { path = 'pages/invitation/index', person = 'cand_visitor' } = {},
) {
  const platform = client === 'wecom' ? 'wxwork' : 'wechat';
  const address =
    client === 'h5'
      ? `${world.origin}/h5/index.html#/${path}?${link}`
      : `${world.origin}/world/phone/?platform=${platform}&person=${person}&path=${path}&query=${encodeURIComponent(link)}`;
  let page: Page = await openStillPage(browser);
  const context: BrowserContext = page.context();
  page.setDefaultTimeout(30_000);
  // What a page's microphone gives is kept, for a call to silence it.
  if (client === 'h5')
    await context.addInitScript(`const media = navigator.mediaDevices; // none on the page a browser begins with
      const get = media?.getUserMedia.bind(media);
      if (get) media.getUserMedia = async (wanted) => (window.microphone = await get(wanted));`);
  const settings = { privacy: 'agreed', scopes: { 'scope.record': true, 'scope.camera': true } };
  if (client !== 'h5')
    await context.addInitScript(
      `localStorage.getItem('phone:${platform}:${person}:settings') ?? localStorage.setItem('phone:${platform}:${person}:settings', '${JSON.stringify(settings)}');`,
    );
  /** Only a parent frame is obeyed: the page stands in for its own parent. */
  const tell = (message: object): Promise<void> => page.evaluate(`postMessage(${JSON.stringify(message)}, '*')`);
  const closed = () => page.locator('.wxui-closed');

  const device = {
    client,
    context,
    get page() {
      return page;
    },
    /** A cold start by the link. Where another device came first, this one shows that its person has the phone. */
    async open(): Promise<void> {
      if (page.isClosed()) {
        page = await context.newPage();
        page.setDefaultTimeout(30_000);
      }
      await page.goto(address);
      // Beside whatever the test looks for: only another device is asked.
      void provePhone(world, page).catch(() => undefined);
    },
    /** By the link into the conversation of an interview that is under way: 「是」. */
    async resume(): Promise<void> {
      await device.open();
      await page.locator('#continue-yes').click();
      await page.locator('#end-interview').waitFor();
    },
    /** The process ends; what it did not store is gone. */
    async kill(): Promise<void> {
      if (client === 'h5') return page.close({ runBeforeUnload: false });
      await tell({ type: 'kill' });
      await page.waitForURL(/closed=1/);
      await closed().waitFor();
    },
    async network(on: boolean): Promise<void> {
      if (client === 'h5') await context.setOffline(!on);
      else await tell({ type: 'network', state: on ? 'wifi' : 'none' });
    },
    /** The system's own ways back; a browser has one. */
    async back(by: 'key' | 'swipe' | 'browser'): Promise<void> {
      if (by === 'browser') await page.goBack();
      else if (by === 'key') await tell({ type: 'back', by });
      else {
        const { height } = page.viewportSize() ?? { height: 0 };
        await page.mouse.move(4, height / 2);
        await page.mouse.down();
        await page.mouse.move(200, height / 2, { steps: 4 });
        await page.mouse.up();
      }
    },
    /** Another app or another tab comes before it, and goes again. */
    async hide(): Promise<void> {
      if (client === 'h5') await visibility('hidden');
      else await tell({ type: 'background' });
    },
    async show(): Promise<void> {
      if (client === 'h5') await visibility('visible');
      else await tell({ type: 'foreground' });
    },
    /** The phone rings, and is hung up. A browser mutes the microphone meanwhile. */
    async call(on: boolean): Promise<void> {
      if (client !== 'h5') return tell({ type: on ? 'interrupt' : 'interruptEnd' });
      await page.evaluate(`for (const track of window.microphone.getAudioTracks())
        track.dispatchEvent(new Event('${on ? 'mute' : 'unmute'}'));`);
    },
    close: () => context.close(),
  };

  // A window without a screen is never covered by another.
  const visibility = (state: 'hidden' | 'visible') =>
    page.evaluate(`Object.defineProperty(document, 'visibilityState', { value: '${state}', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));`);

  return device;
}

/** The code that a link asks for which somebody else opened first, off the phone it came to. */
export async function provePhone({ outbox }: World, page: Pick<Page, 'locator'>): Promise<void> {
  await page.locator('#proof-send').click();
  const [, phone = 'none'] = /\*(\d{4})/.exec(await page.locator('#proof-sent').innerText()) ?? [];
  const codeOf = ({ text = '' }) => /验证码是(\d{6})/.exec(text)?.[1];
  const newest = () =>
    outbox.list({ channel: 'sms' }).findLast((one) => one.to.endsWith(phone) && codeOf(one) !== undefined);
  await soon(newest, (seen) => seen.toBeDefined());
  await page
    .locator('#proof-code input, input#proof-code')
    .first()
    .fill(codeOf(newest() ?? {}) ?? '');
}

/** What stands in the header about saving. */
export const saved = async ({ page }: Device) =>
  soon(
    () => at.saved(page).innerText(),
    (seen) => seen.toMatch(/^已保存/),
  );

export async function type({ page }: Device, text: string): Promise<void> {
  await at.composer(page).fill(text);
}

/** One bubble, and the question is called done. */
export async function say(device: Device, text: string): Promise<void> {
  const { page } = device;
  await type(device, text);
  await page.locator('#send').click();
  await page.getByText(text.slice(0, 20)).last().waitFor();
}

/** Confirms the end. WeChat asks in the tap whether it may tell the result. */
export async function confirmEnd({ page, client }: Device): Promise<void> {
  await page.locator('#confirm-end').click();
  if (client === 'wechat') await page.getByRole('button', { name: '允许' }).click();
}
