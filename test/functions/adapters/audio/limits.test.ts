import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BuildOptions, build, type PluginBuild } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bombs } from './bombs.ts';
import { encodeMp3 } from './encode-mp3.ts';

const root = resolve(import.meta.dirname, '..', '..', '..', '..');
const measureScript = new URL('./measure.ts', import.meta.url).pathname;
const maximum = { megabytes: 512, milliseconds: 60_000 };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mianliao-audio-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Measured = { code: string; seconds?: number; milliseconds: number; megabytes: number };

/** Each in a process of its own, with the memory of a small function. */
async function measure(bytes: Uint8Array, script = measureScript): Promise<Measured> {
  const file = join(folder, 'recording');
  await writeFile(file, bytes);
  const child = spawn(process.execPath, ['--max-old-space-size=256', script, file], { cwd: root });
  const [out, err] = [child.stdout, child.stderr].map((stream) => stream.setEncoding('utf8').toArray());
  const status = await new Promise((ended) => child.once('exit', ended));
  if (status !== 0) throw new Error(`ended with ${status}: ${(await err)?.join('')}`);
  return JSON.parse((await out)?.join('') ?? '') as Measured;
}

describe('a recording that means harm (SCENARIOS 22)', () => {
  test.each(Object.entries(bombs))('%s', { timeout: 90_000 }, async (_, { code, make }) => {
    const measured = await measure(make());
    expect(measured.code).toBe(code);
    expect(measured.megabytes).toBeLessThan(maximum.megabytes);
    expect(measured.milliseconds).toBeLessThan(maximum.milliseconds);
  });
});

describe('bundled into one file far from its packages, as a function is', () => {
  test('it starts its thread and listens', async () => {
    const outfile = await bundle({ entryPoints: [measureScript] });
    const samples = Float32Array.from({ length: 32_000 }, (_, i) => 0.3 * Math.sin(i / 7));
    const measured = await measure(encodeMp3(samples, 16_000), outfile);
    expect(measured).toMatchObject({ code: 'ok', seconds: expect.closeTo(2, 0) });
  });

  test('it weighs nothing where nobody listens', async () => {
    const contents = `
      import { readSound } from '#functions/adapters/audio/read-sound.ts';
      export const listen = { sound: readSound };
      export const other = 1;
    `;
    const [used, unused] = ['listen', 'other'].map((name) => `export { ${name} } from 'compose';`);
    const sizes: number[] = [];
    for (const entry of [used, unused]) {
      const compose = {
        name: 'compose',
        setup: (build: PluginBuild) => {
          build.onResolve({ filter: /^compose$/ }, () => ({ path: 'compose', namespace: 'made' }));
          build.onLoad({ filter: /.*/, namespace: 'made' }, () => ({ contents, resolveDir: root }));
        },
      };
      const file = await bundle({ stdin: { contents: entry ?? '', resolveDir: root }, plugins: [compose] });
      sizes.push((await stat(file)).size);
    }
    expect(sizes[0]).toBeGreaterThan(100_000);
    expect(sizes[1]).toBeLessThan(5000);
  });
});

/** With the very options of the deployment. */
async function bundle(entry: BuildOptions): Promise<string> {
  const text = await readFile(join(root, 'functions', 'serverless', 'esbuild.json'), 'utf8');
  const { exclude, outputFileExtension, ...options } = JSON.parse(text) as BuildOptions & {
    exclude: string[];
    outputFileExtension: string;
  };
  const outfile = join(folder, `bundle${outputFileExtension}`);
  await build({ ...options, external: exclude, ...entry, absWorkingDir: root, outfile, logLevel: 'error' });
  return outfile;
}
