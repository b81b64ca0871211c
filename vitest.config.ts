import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/longest-first.ts';

const exclude = ['**/node_modules/**', '**/dist/**', '**/.cache/**'];
// What drives the browser through the compiled mini-program, or packages the functions: long, and after the others.
const journeys = ['test/journeys/**/*.test.ts', '**/*.journey.test.ts', '**/*.build.test.ts'];

// The default of 1 s says more of the machine than of what is polled.
const expect = { poll: { timeout: 15_000 } };

const shared = {
  environment: 'node',
  maxWorkers: 2,
  expect,
  // What a file starts it ends, and what it takes over it gives back; so the SDK and the schemas load once for all.
  isolate: false,
};

export default defineConfig({
  test: {
    reporters: ['default'],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['{functions,miniapp,shared,test}/**/*.test.{ts,tsx,mjs}'],
          exclude: [...exclude, ...journeys],
          testTimeout: 20_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...shared,
          name: 'journeys',
          // The functions run in this process; what they log of every request would hide what failed.
          env: { POWERTOOLS_LOG_LEVEL: 'ERROR' },
          include: journeys,
          exclude,
          testTimeout: 120_000,
          // Of 300 walks through a browser beside a busy build one may stumble over the machine. It is told as `retry x1`,
          // and walks again in CI only: at a desk a stumble is to be looked at.
          retry: process.env.CI ? 1 : 0,
          hookTimeout: 300_000,
          globalSetup: ['test/browser/build-setup.ts'],
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
