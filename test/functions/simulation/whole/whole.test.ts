import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expected } from './expected.ts';
import { releaseClients, takeClients } from './run.ts';
import { openStage, type Stage } from './stage.ts';
import { liveWhole } from './whole-life.ts';

/** `SCENARIO_SEEDS=5000` lives through the first 5000; `SCENARIO_SEEDS=17,` through that one, `17,23` through these. */
const asked = process.env.SCENARIO_SEEDS ?? '300';
const seeds = asked.includes(',')
  ? asked.split(',').filter(Boolean).map(Number)
  : Array.from({ length: Number(asked) }, (_, i) => i + 1);
const storeOf = 50;
/** At a time: while one waits for the store, another computes. */
const together = 4;
const chunks = Array.from({ length: Math.ceil(seeds.length / storeOf) }, (_, i) =>
  seeds.slice(i * storeOf, (i + 1) * storeOf),
);
/** In how many lives something came about. */
const seen = new Map<string, number>();

beforeAll(takeClients);
afterAll(releaseClients);

describe.each(chunks)('two interviews and all that can go wrong, from seed %i on (SCENARIOS 1-27)', (...chunk) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.stop());

  it('what was acknowledged is kept, every copy agrees, nobody hears twice or sees what is not theirs', async () => {
    const left = [...chunk];
    const failed: string[] = [];
    const worker = async () => {
      for (let seed = left.shift(); seed !== undefined; seed = left.shift()) {
        const told = await liveWhole(stage, seed);
        for (const what of told.seen) seen.set(what, (seen.get(what) ?? 0) + 1);
        if (told.problems.length > 0)
          failed.push([`SCENARIO_SEEDS=${seed},`, ...told.problems, '', ...told.trace].join('\n'));
      }
    };
    await Promise.all(Array.from({ length: together }, worker));
    if (failed.length > 0) expect.fail(failed.join('\n\n'));
  }, 600_000);
});

/** Lives in which nothing happens prove nothing; what comes about in a few only would one day not come about at all. */
it.runIf(seeds.length >= 300)('of all that can happen, everything happened often', () => {
  const often = seeds.length / 60;
  const rare = expected.filter((what) => (seen.get(what) ?? 0) < often);
  expect(rare.map((what) => `${what}: ${seen.get(what) ?? 0}`)).toEqual([]);
});
