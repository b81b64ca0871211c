import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestWorld, type TestWorld } from '#test/functions/journeys/test-world.ts';
import { run } from './run.ts';

/** `SEEDS=200` runs the first 200; `SEEDS=17,23` runs these. */
const asked = process.env.SEEDS ?? '20';
const seeds = asked.includes(',')
  ? asked.split(',').map(Number)
  : Array.from({ length: Number(asked) }, (_, i) => i + 1);
const worldOf = 20;
const chunks = Array.from({ length: Math.ceil(seeds.length / worldOf) }, (_, i) =>
  seeds.slice(i * worldOf, (i + 1) * worldOf),
);

const seen = new Set<string>();
/** A life in which nothing happens proves nothing. */
const expected = [
  'save saved',
  'save overtaken',
  'save superseded',
  'save interview_ended',
  'interview.end submitted',
  'interview.end draft_mismatch',
  'interview.resume in_progress',
  'decide evaluated',
  'undo submitted',
];

describe.each(chunks)('random lives from seed %i on', (...chunk) => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await startTestWorld();
  });
  afterAll(() => world.stop());

  it.each(chunk)(
    'seed %i: what was acknowledged is readable, and every copy agrees',
    async (seed) => {
      const { problems, trace, ...lived } = await run(world, seed);
      for (const what of lived.seen) seen.add(what);
      if (problems.length > 0) expect.fail(`SEEDS=${seed},${seed}\n${problems.join('\n')}\n\n${trace.join('\n')}`);
    },
    60_000,
  );
});

it.runIf(seeds.length >= worldOf)('of all that can happen, everything happened', () => {
  expect(expected.filter((what) => !seen.has(what))).toEqual([]);
});
