/**
 * Random walks through an interview in a browser, with a network that goes, requests that are lost before or after they were
 * done, kills, reloads, and a second device. A failing walk prints its seed and its steps. SCENARIOS 1-4, 8, 9.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { soon } from './device.ts';
import { createScenes, type Scenes } from './scenes.ts';
import { openStage, type Stage } from './stage.ts';
import { happened, openRecords, promised } from './truth.ts';
import { placeOf, setOut, tap, type Walk, walk } from './walk.ts';

/** `RUNS=200` walks the first 200; `SEEDS=17,23` walks these. */
const runs = Number(process.env.RUNS ?? 20);
const seeds = process.env.SEEDS?.split(',').map(Number) ?? Array.from({ length: runs }, (_, i) => i + 1);

let stage: Stage;
let scenes: Scenes;
let records: ReturnType<typeof openRecords>;
beforeAll(async () => {
  stage = await openStage({ running: true });
  scenes = createScenes(stage.world);
  records = openRecords(stage.world);
});
afterAll(() => stage?.close());

const steps = new Set<string>();

it.concurrent.each(seeds)('seed %i: nothing acknowledged is lost, one end at most, the screen is true', tryWalk);

it.runIf(seeds.length >= 20)('of all that can happen, everything happened', () => {
  const expected = [
    'type',
    'send',
    'finish',
    'rest',
    'weather',
    'kill',
    'reload',
    'another',
    'superseded',
    'end',
    'ending',
  ];
  expect(expected.filter((step) => !steps.has(step))).toEqual([]);
});

async function tryWalk(number: number): Promise<void> {
  const walked = await setOut(stage, scenes);
  try {
    await walk(stage, walked, number);
    for (const line of walked.trace) steps.add(line.split(': ')[1] ?? '');
    expect(walked.lies).toEqual([]);
    await conclude(walked);
    expect(await lost(walked)).toEqual([]);
  } catch (error) {
    throw new Error(`SEEDS=${number}\n${walked.trace.join('\n')}`, { cause: error });
  } finally {
    for (const device of walked.devices) await device.close();
  }
}

/** The network is back everywhere: an end that was asked for happens by itself; else the last device ends it now. */
async function conclude({ scene, devices, endAsked, trace }: Walk): Promise<void> {
  const ended = async () => (await scene.view()).status !== 'in_progress';
  const settled = async () => {
    for (const { page } of devices) if ((await placeOf(page)) === 'ending' && !(await ended())) return false;
    return true;
  };
  await soon(settled, (seen) => seen.toBe(true));
  const device = devices.at(-1);
  if (!device) throw new Error('no device');
  const { page } = device;
  let said: Awaited<ReturnType<typeof promised>> | undefined;
  for (let tries = 0; !(await ended()) && tries < 10; tries += 1) {
    const place = await placeOf(page);
    trace.push(`at last ${place}`);
    if (place === 'asking') await tap(page, '#continue-yes');
    else if (place === 'superseded') await tap(page, '#take-over');
    else if (place === 'preparing') await tap(page, '#begin-answer');
    else if (place === 'trouble') await tap(page, '#retry');
    else if (place === 'room') await tap(page, '#end-interview');
    else if (place === 'sheet') {
      said = await promised(page);
      await tap(page, '#confirm-end');
      await page.locator('#stage-list, #superseded, #over').first().waitFor();
    }
  }
  if (!endAsked && said === undefined) throw new Error('ended, and nobody asked for it');
  if (said) expect(await happened(scene)).toEqual(said);
  expect(await records.ends(scene.interviewId)).toBe(1);

  await stage.world.idle();
  const { copies } = await scenes.must('application.dossier', {
    token: scenes.hr,
    params: { applicationId: scene.applicationId },
  });
  const { status } = await happened(scene);
  expect(new Set(copies.map((copy) => copy.status)).size).toBe(1);
  for (const each of devices) {
    await each.open();
    await soon(
      () => each.page.locator('#status, #over').first().innerText(),
      (seen) => seen.toContain(status),
    );
  }
}

/** What was acknowledged and is not kept; what was typed and is nowhere any more. */
async function lost({ scene, devices, saves, said }: Walk): Promise<string[]> {
  const [drafts, beside] = await Promise.all([
    records.drafts(scene.interviewId, 1),
    records.beside(scene.interviewId, 1),
  ]);
  const problems = new Set<string>();
  for (const questionId of new Set(saves.map((save) => save.questionId))) {
    const own = saves.filter((save) => save.questionId === questionId);
    const newest = Math.max(0, ...own.filter(({ acknowledged }) => acknowledged).map(({ number }) => number));
    const draft = drafts.find((one) => one.questionId === questionId);
    const kept = own.some(({ number, content }) => number >= newest && same(content, draft?.content));
    if (newest > 0 && !kept)
      problems.add(`${questionId}: ${newest} was acknowledged, there is ${JSON.stringify(draft)}`);
  }
  const stored = await Promise.all(devices.map(({ context }) => context.storageState()));
  const everywhere = JSON.stringify([drafts, beside, stored]);
  for (const word of said) if (!everywhere.includes(word)) problems.add(`「${word}」 is gone`);
  return [...problems];
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
const sorted = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
