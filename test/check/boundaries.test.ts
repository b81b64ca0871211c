import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { boundaryCheck } from './boundaries.ts';

const checkout = resolve(import.meta.dirname, '..', '..');

// A small house with one broken arrow for each rule, beside arrows that are fine.
const files: Record<string, string> = {
  'shared/result.ts': 'export const ok = 1;',
  'shared/contract/routes.ts': 'export const routes = [];',
  'shared/contract/operations.ts': `import * as z from 'zod'; export const a = z; export type A = 1;`,
  'shared/evaluation/scorer.ts': 'export const score = 1;',
  'shared/fine.ts': `import { Temporal } from 'temporal-polyfill'; import { ok } from '#shared/result.ts'; export const a = [Temporal, ok];`,
  'shared/impure.ts': `import { readFileSync } from 'node:fs'; export const a = readFileSync;`,
  'shared/round/a.ts': `import { b } from './b.ts'; export const a = () => b;`,
  'shared/round/b.ts': `import { a } from './a.ts'; export const b = () => a;`,
  'shared/round/c.ts': `import type { D } from './d.ts'; export type C = D;`,
  'shared/round/d.ts': `import type { C } from './c.ts'; export type D = C | 1;`,
  'functions/ports.ts': `import { ok } from '#shared/result.ts'; export const port = ok;`,
  'functions/config.ts': 'export const config = 1;',
  'functions/compose.ts': `import { table } from './adapters/dynamo/table.ts'; export const all = table;`,
  'functions/routes.ts': `import { start } from './interview/start.ts'; import { end } from './interview/end.ts'; import { config } from './config.ts'; export const routes = [start, end, config];`,
  'functions/handlers/candidate-api.ts': `import { routes } from '../routes.ts'; import { all } from '../compose.ts'; import { request } from '../http/request.ts'; export const handler = [routes, all, request];`,
  'functions/interview/load.ts': `import { request } from '../http/request.ts'; import { position } from '../organisation/position.ts'; export const load = [request, position];`,
  'functions/interview/start.ts': `import { load } from './load.ts'; export const start = load;`,
  'functions/interview/end.ts': `import { start } from './start.ts'; export const end = start;`,
  'functions/interview/reach.ts': `import { position } from '../organisation/position.ts'; import { table } from '../adapters/dynamo/table.ts'; import { S3Client } from '@aws-sdk/client-s3'; export const a = [position, table, S3Client];`,
  'functions/interview/dev.ts': `import fc from 'fast-check'; import { handler } from '../handlers/candidate-api.ts'; export const a = [fc, handler];`,
  'functions/organisation/position.ts': 'export const position = 1;',
  'functions/ports/voluntary.ts': 'export type Voluntary = 1;',
  'functions/learning/said-of.ts': `import type { Voluntary } from '#functions/ports/voluntary.ts'; export const said = (one: Voluntary) => one;`,
  'functions/report/peek.ts': `import type { Voluntary } from '#functions/ports/voluntary.ts'; export const peek = (one: Voluntary) => one;`,
  'shared/analytics/predict-no-show.ts': 'export const chance = 1;',
  'functions/learning/foresee.ts': `import { chance } from '#shared/analytics/predict-no-show.ts'; export const foresee = chance;`,
  'functions/rule/guess.ts': `import { chance } from '#shared/analytics/predict-no-show.ts'; export const guess = chance;`,
  'functions/reactions/project.ts': `import { start } from '../interview/start.ts'; import { config } from '../config.ts'; export const a = [start, config];`,
  'functions/http/request.ts': `import { port } from '../ports.ts'; export const request = port;`,
  'functions/adapters/dynamo/table.ts': `import { DynamoDBClient } from '@aws-sdk/client-dynamodb'; import { port } from '#functions/ports.ts'; export const table = [DynamoDBClient, port];`,
  'functions/adapters/dynamo/up.ts': `import { load } from '../../interview/load.ts'; import { world } from '#test/world/world.ts'; export const a = [load, world];`,
  'functions/adapters/dynamo/lost.ts': `import { gone } from './gone.ts'; export const a = gone;`,
  'miniapp/src/pages/fine.tsx': `import { routes } from '#shared/contract/routes.ts'; import type { A } from '#shared/contract/operations.ts'; import { name } from '#platform/name.ts'; export const a: A = [routes, name];`,
  'miniapp/src/pages/heavy.tsx': `import { a } from '#shared/contract/operations.ts'; import { score } from '#shared/evaluation/scorer.ts'; import { join } from 'node:path'; export const b = [a, score, join];`,
  'miniapp/src/platform/weapp/name.ts': `export const name = 'weapp';`,
  'test/world/world.ts': `import { all } from '#functions/compose.ts'; export const world = all;`,
};

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'mianliao-boundaries-'));
  for (const [file, source] of Object.entries(files)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), source);
  }
  for (const file of ['package.json', 'tsconfig.json', 'miniapp/tsconfig.json', '.dependency-cruiser.mjs']) {
    await cp(join(checkout, file), join(root, file));
  }
  for (const name of ['zod', 'temporal-polyfill', 'fast-check', '@aws-sdk/client-s3', '@aws-sdk/client-dynamodb']) {
    const folder = join(root, 'node_modules', name);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'package.json'), JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    await writeFile(join(folder, 'index.js'), '');
  }
  const tool = join('node_modules', 'dependency-cruiser');
  await symlink(join(checkout, tool), join(root, tool), 'junction');
});
afterAll(() => rm(root, { recursive: true, force: true }));

test('every arrow that DESIGN forbids is found, and only those', async () => {
  const { problems } = await boundaryCheck(root, ['shared', 'functions', 'miniapp', 'test']).run();
  const found = problems.map((problem) =>
    problem.split('\n')[0]?.replace(/node_modules\/(@[^/]+\/[^/]+|[^/]+)\/.*/, '$1'),
  );
  expect(found.sort()).toEqual(
    [
      'adapter-arrows: functions/adapters/dynamo/up.ts → functions/interview/load.ts',
      'forecasts-judge-nobody: functions/rule/guess.ts → shared/analytics/predict-no-show.ts',
      'miniapp-arrows: miniapp/src/pages/heavy.tsx → shared/evaluation/scorer.ts',
      'miniapp-contract-by-type: miniapp/src/pages/heavy.tsx → shared/contract/operations.ts',
      'no-cycles: shared/round/a.ts → shared/round/b.ts → shared/round/a.ts',
      'no-dev-dependency-in-product: functions/interview/dev.ts → fast-check',
      'no-node-in-miniapp: miniapp/src/pages/heavy.tsx → path',
      'nobody-imports-handlers: functions/interview/dev.ts → functions/handlers/candidate-api.ts',
      'nothing-imports-test: functions/adapters/dynamo/up.ts → test/world/world.ts',
      'only-compose-builds-adapters: functions/interview/reach.ts → functions/adapters/dynamo/table.ts',
      'reaction-arrows: functions/reactions/project.ts → functions/config.ts',
      'resolvable: functions/adapters/dynamo/lost.ts → ./gone.ts',
      'route-arrows: functions/routes.ts → functions/config.ts',
      'shared-is-closed: shared/impure.ts → fs',
      'unfit-for-phone: miniapp/src/pages/heavy.tsx → path',
      'unfit-for-phone: miniapp/src/pages/heavy.tsx → shared/contract/operations.ts → zod',
      'unfit-for-phone: miniapp/src/pages/heavy.tsx → shared/evaluation/scorer.ts',
      'use-case-arrows: functions/interview/dev.ts → functions/handlers/candidate-api.ts',
      'use-case-arrows: functions/interview/reach.ts → functions/adapters/dynamo/table.ts',
      'use-cases-apart: functions/interview/end.ts → functions/interview/start.ts',
      'use-cases-apart: functions/reactions/project.ts → functions/interview/start.ts',
      'voluntary-data-apart: functions/report/peek.ts → functions/ports/voluntary.ts',
      'vendors-stay-in-adapters: functions/interview/reach.ts → @aws-sdk/client-s3',
    ].sort(),
  );
});
