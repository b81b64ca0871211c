import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { releaseDice, rollFrom, seedDice } from './dice.ts';
import { liveThrough } from './random-life.ts';
import { openStage, type Stage } from './stage.ts';

/** `CLIENT_SEEDS=5000` lives through the first 5000; `CLIENT_SEEDS=17,` through that one, `17,23` through these. */
const asked = process.env.CLIENT_SEEDS ?? '200';
const seeds = asked.includes(',')
  ? asked.split(',').filter(Boolean).map(Number)
  : Array.from({ length: Number(asked) }, (_, i) => i + 1);
const storeOf = 20;
/** At a time: while one waits for the store, another computes. */
const together = 4;
const chunks = Array.from({ length: Math.ceil(seeds.length / storeOf) }, (_, i) =>
  seeds.slice(i * storeOf, (i + 1) * storeOf),
);
const seen = new Set<string>();

beforeAll(seedDice);
afterAll(releaseDice);

describe.each(chunks)('the client over the real handlers, from seed %i on (SCENARIOS 1-9)', (...chunk) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.stop());

  it('nothing acknowledged is lost, one end at most, the screen tells the truth', async () => {
    const left = [...chunk];
    const failed: string[] = [];
    const worker = async () => {
      const lane = stage.lane();
      for (let seed = left.shift(); seed !== undefined; seed = left.shift()) {
        const own = seed;
        const told = await rollFrom(own, () => liveThrough(stage, lane, own)).catch((error: Error) => ({
          problems: [error.stack],
          trace: [],
          seen: [],
        }));
        for (const what of told.seen) seen.add(what);
        if (told.problems.length > 0)
          failed.push([`CLIENT_SEEDS=${own},`, ...told.problems, '', ...told.trace].join('\n'));
      }
    };
    await Promise.all(Array.from({ length: together }, worker));
    if (failed.length > 0) expect.fail(failed.join('\n\n'));
  }, 180_000);
});

/** Lives in which nothing happens prove nothing. */
const expected = [
  ...['end', 'resume', 'saveDraft'].flatMap((what) =>
    ['before', 'after', 'timeout', 'twice', 'together', 'late', 'straggler'].map(
      (fault) => `interview.${what} ${fault}`,
    ),
  ),
  ...['upload before', 'upload after', 'clip.close before', 'clip.close after', 'sign-in before'],
  ...['once', 'twice', 'kill', 'late', 'lapsed', 'overtaken'].map((how) => `ends, ${how}`),
  ...['superseded', 'ending', 'over', 'asking', 'open'].map((page) => `page ${page}`),
  ...['queued', 'closed', 'stopped', 'syncing', 'done'].map((step) => `end ${step}`),
  ...['submitted', 'incomplete', 'cancelled'].map((status) => `at last ${status}`),
  ...['restarted', 'lapsed', 'ended', 'ended late'].map((event) => `event ${event}`),
  ...['another phone', 'kept beside', 'gives up'],
];

it.runIf(seeds.length >= 200)('of all that can happen, everything happened', () => {
  expect(expected.filter((what) => !seen.has(what))).toEqual([]);
});
