import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CopyChange } from '#functions/ports.ts';
import { type InterviewStore, startInterviewStore } from '#test/functions/adapters/dynamo/store.ts';
import { type Mutant, tellStory } from './projections/story.ts';

/** `PROJECTIONS=40` runs the first 40; `PROJECTIONS=7,7` runs this one. */
const asked = process.env.PROJECTIONS ?? '8';
const seeds = asked.includes(',')
  ? [Number(asked.split(',')[0])]
  : Array.from({ length: Number(asked) }, (_, i) => i + 1);

describe('every projection', () => {
  let store: InterviewStore;
  beforeAll(async () => {
    store = await startInterviewStore();
  });
  afterAll(() => store.stop());

  it.each(seeds)(
    'seed %i: equals a replay after settling, shows no pass that never was, and is healed of what befalls it',
    (seed) => tellStory(store, seed, 24),
    90_000,
  );
});

/** Of one copy, as a mistake would have it written. */
const writing =
  (copy: CopyChange['copy'], mistake: (change: CopyChange) => CopyChange): Mutant =>
  (copies) => ({ ...copies, write: (change) => copies.write(change.copy === copy ? mistake(change) : change) });

/** The mistakes that the stories above are told for. */
const mutants: Record<string, Mutant> = {
  'an end counts as a pass': writing('organisation', (change) => ({
    ...change,
    value: { ...change.value, passed: change.value.status === 'submitted' ? 1 : (change.value.passed ?? 0) },
  })),
  'a person is counted once more with every change': writing('organisation', (change) => ({
    ...change,
    stored: change.stored && { ...change.stored, value: {} },
  })),
  'who leaves a list stays in it': writing('workbench', ({ stored, ...change }) => ({
    ...change,
    stored: stored && { ...stored, value: { ...stored.value, places: [] } },
  })),
  'a late reaction may write over a newer one': (copies) => ({
    ...copies,
    async write(change) {
      const stored = (await copies.read(change.company, change.state)).find(({ copy }) => copy === change.copy);
      return copies.write({ ...change, stored });
    },
  }),
  'what has the right version is not healed': (copies) => ({
    ...copies,
    write: async (change) => change.stored?.version === change.state.version || copies.write(change),
  }),
  'nobody looks for rows that are gone': (copies) => ({ ...copies, lostRows: async () => [] }),
};
/** Another story may be needed for a mistake that shows only where things meet. */
const mostStories = 6;

describe('a planted mistake is found out', () => {
  it.each(Object.keys(mutants))(
    '%s',
    async (name) => {
      const outcomes: string[] = [];
      for (let seed = 1; seed <= mostStories && !outcomes.includes('found'); seed += 1) {
        const store = await startInterviewStore();
        const told = tellStory(store, seed, 16, mutants[name]);
        outcomes.push(await told.then(() => 'missed', foundOut));
        await store.stop();
      }
      expect(outcomes).toContain('found');
    },
    120_000,
  );
});

/** By what the story expects, and not because it broke down. */
function foundOut(error: unknown): string {
  if (error instanceof Error && error.name === 'AssertionError') return 'found';
  throw error;
}
