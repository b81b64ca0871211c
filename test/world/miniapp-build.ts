/** Builds the mini-program with Taro, once per content: a second call with nothing changed costs milliseconds. */
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';

export type Target = 'weapp' | 'h5';

const root = path.resolve(import.meta.dirname, '..', '..');
const app = path.join(root, 'miniapp');
const cache = path.join(root, '.cache', 'miniapp');
const keptBuilds = 8;

/** What the other end of the weapp's requests is called; `createPhoneHost` resolves it to the world's own origin. */
export const compiledApiOrigin = 'https://api.mianliao.example';

type Options = {
  targets?: Target[];
  onProgress?: (line: string) => void;
  /** Another source folder with Taro's layout, relative to the repository; the product's own by default. */
  source?: string;
};

/**
 * Production build of the wanted targets, in parallel child processes.
 * @returns absolute folders of each target (empty for a target not asked for); `cached` when nothing had to be built
 * @throws Error with the last useful lines of Taro's output
 */
export async function buildMiniapp(options: Options): Promise<{ weapp: string; h5: string; cached: boolean }> {
  const targets = options.targets ?? ['weapp', 'h5'];
  const source = options.source ?? 'miniapp/src';
  const hash = await contentHash(source);
  const built = await Promise.all(targets.map((target) => buildTarget(target, source, hash, options.onProgress)));
  await forgetOldBuilds();
  const folder = (target: Target) => built.find((one) => one.target === target)?.folder ?? '';
  return { weapp: folder('weapp'), h5: folder('h5'), cached: built.every((one) => one.cached) };
}

async function buildTarget(target: Target, source: string, hash: string, onProgress?: (line: string) => void) {
  const folder = path.join(cache, `${target}-${hash}`);
  if (existsSync(folder)) {
    const now = new Date();
    await utimes(folder, now, now);
    return { target, folder, cached: true };
  }
  await mkdir(cache, { recursive: true });
  const unfinished = `${folder}.${process.pid}.tmp`;
  try {
    await runTaro(target, source, unfinished, onProgress);
    // Another process may have finished the same build meanwhile: then its folder stays and ours goes.
    await rename(unfinished, folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return { target, folder, cached: false };
}

function runTaro(target: Target, source: string, output: string, onProgress?: (line: string) => void): Promise<void> {
  const started = performance.now();
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  const child = fork(
    path.join(root, 'node_modules', '@tarojs', 'cli', 'bin', 'taro'),
    ['build', '--type', target, '--no-check'],
    {
      cwd: app,
      silent: true,
      execArgv: [],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        TARO_APP_API: compiledApiOrigin,
        MIANLIAO_SOURCE: path.relative(app, path.join(root, source)),
        MIANLIAO_OUTPUT: path.relative(app, output),
      },
    },
  );
  let log = '';
  child.stdout?.on('data', (chunk) => (log += chunk));
  child.stderr?.on('data', (chunk) => (log += chunk));
  let told = -1;
  child.on('message', (message) => {
    const percent = Math.floor(((message as { progress?: number }).progress ?? 0) * 10) * 10;
    if (percent <= told) return;
    told = percent;
    onProgress?.(`${target} ${percent}% ${seconds()}`);
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0 && existsSync(output)) {
        onProgress?.(`${target} built in ${seconds()}`);
        resolve();
      } else {
        reject(new Error(`The ${target} build failed (exit ${code}).\n${usefulLines(log)}`));
      }
    });
  });
}

/** Taro's own esbuild warns about the root tsconfig's target at every file it reads. */
function usefulLines(log: string): string {
  const noise = /Unrecognized target environment|tsconfig\.json:\d|"target": "ES|╵ +~|^\s*$/;
  const plain = log.replace(/\u001B\[[\d;]*m/g, '');
  return plain
    .split('\n')
    .filter((line) => !noise.test(line))
    .slice(-40)
    .join('\n');
}

async function contentHash(source: string): Promise<string> {
  const config = ['babel.config.cjs', 'project.config.json', 'tsconfig.json'];
  const files = [
    'package-lock.json',
    ...config.map((name) => `miniapp/${name}`),
    ...(await filesUnder('miniapp/config')),
    ...(await filesUnder(source)),
    ...(await filesUnder('shared')),
  ];
  const hash = createHash('sha256').update(compiledApiOrigin);
  for (const file of files.sort()) {
    const content = await readFile(path.join(root, file)).catch(() => undefined);
    if (content) hash.update(`\0${file}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 16);
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}

async function forgetOldBuilds(): Promise<void> {
  const names = (await readdir(cache)).filter((name) => !name.endsWith('.tmp'));
  const dated = await Promise.all(
    names.map(async (name) => ({
      name,
      at: (await stat(path.join(cache, name)).catch(() => undefined))?.mtimeMs ?? 0,
    })),
  );
  const old = dated.sort((a, b) => b.at - a.at).slice(keptBuilds);
  await Promise.all(old.map(({ name }) => rm(path.join(cache, name), { recursive: true, force: true })));
}
