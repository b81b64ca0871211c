import { errors, type Page } from 'playwright-core';
import type { DraftContent } from '#shared/interview/draft.ts';
import { createRandom } from '#test/functions/simulation/random.ts';
import { answers } from '#test/world/seeds/answers.ts';
import { at } from './candidate.ts';
import { type Device, linkOf, openDevice } from './device.ts';
import type { Scene, Scenes } from './scenes.ts';
import type { Stage } from './stage.ts';

/**
 * What becomes of a request to the API: `lost` never arrives, `unanswered` is committed and its answer never comes; the
 * browser thinks it has a network in both. `offline`: it knows it has none.
 */
const weathers = ['fine', 'offline', 'lost', 'unanswered'] as const;
type Weather = (typeof weathers)[number];

/** A save as it left a device; `acknowledged`: the device was told it is kept. */
export type Save = { questionId: string; number: number; content: DraftContent; acknowledged: boolean };
export type Walk = {
  scene: Scene;
  link: string;
  devices: Device[];
  saves: Save[];
  /** Everything typed that had the time of a frame to reach the device's storage. */
  said: string[];
  endAsked: boolean;
  trace: string[];
  /** What the screen claimed and was not so, and what the page threw. */
  lies: string[];
};

/** Ids by which a page is told from another, in the order they are looked for. */
const places = {
  asking: '#continue-yes:not([aria-disabled="true"])',
  superseded: '#superseded',
  ending: '#ending',
  over: '#over',
  progress: '#stage-list',
  sheet: '#end-sheet',
  preparing: '#begin-answer',
  room: '#end-interview',
  trouble: '#retry',
} as const;
export type Place = keyof typeof places;

/** Where the device is, once it is somewhere. */
export async function placeOf(page: Page): Promise<Place> {
  await page.locator(Object.values(places).join(', ')).first().waitFor();
  for (const [place, id] of Object.entries(places))
    if (await page.locator(id).first().isVisible()) return place as Place;
  return placeOf(page);
}

/** An interview under way, with three questions to answer, and nobody in it yet. */
export async function setOut(stage: Stage, scenes: Scenes): Promise<Walk> {
  const scene = await scenes.invited();
  const link = await linkOf(stage, scene);
  const { qprice, qdelay } = answers.strong;
  await scene.start();
  await scene.answer({ qprice, qdelay });
  return { scene, link, devices: [], saves: [], said: [], endAsked: false, trace: [], lies: [] };
}

/** All that can happen between, until the steps are over or the interview is. The network is back everywhere at last. */
export async function walk(stage: Stage, walked: Walk, seed: number, steps = 12): Promise<void> {
  const random = createRandom(seed);
  const weather = new Map<Device, Weather>();
  let words = 0;

  async function another(): Promise<Device> {
    const device = await openDevice(stage, 'h5', walked.link);
    walked.devices.push(device);
    weather.set(device, 'fine');
    device.context.on('weberror', (thrown) => {
      const { name, stack } = thrown.error();
      // A page that was never opened cannot come without a network; the interview does not need it.
      if (name !== 'ChunkLoadError' && !stack?.includes('ChunkLoadError')) walked.lies.push(`threw ${stack}`);
    });
    await listen(device, () => weather.get(device) ?? 'fine', walked.saves);
    await device.open();
    return device;
  }
  async function turn(device: Device, to: Weather): Promise<void> {
    weather.set(device, to);
    // A network that is back is noticed; one that swallows requests is not.
    if (to === 'offline' || to === 'fine') await device.network(false);
    if (to !== 'offline') await device.network(true);
  }

  let current = await another();
  for (let n = 0; n < steps; n += 1) {
    const place = await placeOf(current.page);
    const step = place === 'room' ? random.weighted(await choices(current, walked.devices.length)) : place;
    walked.trace.push(`${walked.devices.indexOf(current) + 1} ${weather.get(current)} ${place}: ${step}`);
    if (step === 'over' || step === 'progress') break;
    const { page } = current;
    if (place === 'room') walked.lies.push(...(await liesOf(current, walked)));
    if (step === 'weather') await turn(current, random.pick(weathers));
    else if (step === 'another') current = await another();
    else if (step === 'switch') {
      current = random.pick(walked.devices.filter((device) => device !== current));
      await current.show();
    } else if (step === 'kill') {
      await current.kill();
      await turn(current, 'fine');
      await current.open();
    } else if (step === 'reload') {
      await turn(current, random.pick(['fine', 'lost']));
      await page.reload();
    } else if (step === 'type') {
      words += 1;
      const word = `第${words}句话。`;
      const [box, patience] = [at.composer(page), { timeout: 3000 }];
      const typed = async () => {
        await box.fill((await box.inputValue(patience)) + word, patience);
        await frame(page);
        walked.said.push(word);
      };
      await typed().catch(onlyTimeout);
    } else if (step === 'rest') await rested(page);
    else if (step === 'send') await tap(page, '#send');
    else if (step === 'finish') await tap(page, '#done-question');
    else if (step === 'end') await tap(page, '#end-interview');
    else if (step === 'sheet') {
      const ends = random.chance(0.4);
      await tap(page, ends ? '#confirm-end' : '#keep-answering');
      walked.endAsked ||= ends;
    } else if (step === 'asking') await tap(page, '#continue-yes');
    else if (step === 'superseded') await tap(page, '#take-over');
    else if (step === 'preparing') await tap(page, '#begin-answer');
    else if (step === 'trouble') {
      await turn(current, 'fine');
      await tap(page, '#retry');
    } else if (step === 'ending') {
      if (random.chance(0.5)) await turn(current, 'fine');
      else current = random.pick(walked.devices);
    }
  }
  for (const device of walked.devices) await turn(device, 'fine');
}

/** Until what was typed is saved or waits, or the page is another. */
async function rested(page: Page): Promise<void> {
  const saving = page.locator('#save-state').filter({ hasText: '保存中' });
  await saving.waitFor({ state: 'detached', timeout: 3000 }).catch(onlyTimeout);
}

/** A tap on what may be gone by then: a page goes its own way, too. */
export async function tap(page: Page, id: string): Promise<void> {
  await page.locator(id).click({ timeout: 3000 }).catch(onlyTimeout);
}

function onlyTimeout(error: unknown): void {
  if (!(error instanceof errors.TimeoutError)) throw error;
}

/** What can be done in the conversation now, and how often it is. */
async function choices({ page }: Device, devices: number) {
  const shown = async (id: string) => ((await page.locator(id).isVisible()) ? 1 : 0);
  const [box, send, finish] = [
    await at.composer(page).isVisible(),
    await shown('#send'),
    await shown('#done-question'),
  ];
  return {
    type: box ? 6 : 0,
    send: 4 * send,
    finish: 3 * finish,
    rest: 2,
    weather: 3,
    kill: 1,
    reload: 1,
    another: devices < 2 ? 2 : 0,
    switch: devices < 2 ? 0 : 4,
    end: 1.5,
  };
}

/** 「已保存」 is only said of what was acknowledged to this device, or was there when it opened. */
async function liesOf({ page }: Device, { scene, saves }: Walk): Promise<string[]> {
  const { state, number, sent, typing } = await page.evaluate<{
    state: string;
    number: number;
    sent: string[];
    typing: string;
  }>(`(() => {
    const text = (id) => document.querySelector(id)?.textContent ?? '';
    const box = document.querySelector('#composer textarea, textarea#composer');
    const number = Number(/\\d+/.exec(box?.getAttribute('aria-label') ?? box?.closest('[aria-label]')?.getAttribute('aria-label') ?? '')?.[0] ?? 0);
    const question = document.querySelectorAll('.chat-question')[number - 1];
    const sent = [...(question?.querySelectorAll('.chat-bubble--mine') ?? [])].map((one) => one.textContent);
    return { state: text('#save-state'), number, sent, typing: box?.value ?? '' };
  })()`);
  if (number === 0 || !state.startsWith('已保存')) return [];
  const { questions, drafts } = await scene.view();
  const questionId = questions[number - 1]?.id;
  const known = [
    ...saves.filter((save) => save.questionId === questionId && save.acknowledged).map(({ content }) => content),
    ...drafts.filter((draft) => draft.questionId === questionId).map(({ content }) => content),
    { sent: [], typing: '', done: false },
  ];
  const same = (content: DraftContent) => content.typing === typing && content.sent.join('\n') === sent.join('\n');
  return known.some(same) ? [] : [`「${state}」, but question ${number} is not: ${JSON.stringify({ sent, typing })}`];
}

async function listen({ context }: Device, weather: () => Weather, saves: Save[]): Promise<void> {
  await context.route(/\/v1\//, async (route) => {
    const [, questionId] = /\/drafts\/([^/?]+)/.exec(route.request().url()) ?? [];
    const save =
      route.request().method() === 'PUT' && questionId !== undefined
        ? (route.request().postDataJSON() as Save)
        : undefined;
    const kept = save && {
      questionId: questionId ?? '',
      number: save.number,
      content: save.content,
      acknowledged: false,
    };
    if (kept) saves.push(kept);
    try {
      if (weather() === 'lost') return await route.abort('connectionreset');
      if (!kept && weather() === 'fine') return await route.continue();
      const response = await route.fetch();
      if (weather() !== 'fine') return await route.abort('connectionreset');
      if (kept && response.status() === 200) kept.acknowledged = true;
      await route.fulfill({ response });
    } catch {
      // The page went away with the request.
    }
  });
}

/** Longer than what was typed takes to the device's storage. */
const frame = (page: Page) => page.evaluate('new Promise((done) => setTimeout(done, 50))');
