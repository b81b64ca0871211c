import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { LaunchError, progressLine } from './progress.mjs';

/** Brings node_modules to what package.json and package-lock.json say. A few milliseconds when it already is. */
export async function ensureInstalled(root) {
  if (readText(stampFile(root)) === fingerprint(root)) return;
  const unlock = await lock(root);
  try {
    // Somebody else may have installed meanwhile, or a person ran npm by hand.
    if (!matchesLockfile(root)) await install(root);
    writeFileSync(stampFile(root), fingerprint(root));
  } finally {
    unlock();
  }
}

const stampFile = (root) => join(root, 'node_modules', '.mianliao-installed');

/** What an install depends on: the lockfile and the dependency parts of package.json; a changed script is no reason. */
function fingerprint(root) {
  const { dependencies, devDependencies, optionalDependencies, overrides } = readJson(join(root, 'package.json')) ?? {};
  return createHash('sha256')
    .update(
      JSON.stringify([dependencies, devDependencies, optionalDependencies, overrides, process.platform, process.arch]),
    )
    .update(readText(join(root, 'package-lock.json')) ?? '')
    .digest('hex');
}

/** Compares the lockfile with the one npm leaves inside node_modules. */
export function matchesLockfile(root) {
  const wanted = readJson(join(root, 'package-lock.json'))?.packages;
  const present = readJson(join(root, 'node_modules', '.package-lock.json'))?.packages;
  const manifest = readJson(join(root, 'package.json'));
  if (!wanted || !present || !manifest) return false;
  for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies']) {
    if (!sameEntries(manifest[kind] ?? {}, wanted['']?.[kind] ?? {})) return false;
  }
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || present[path]?.version === entry.version) return true;
    // Of the optional ones only our own count: other packages' lists name binaries for machines that are not this one.
    return (
      entry.optional &&
      !(Object.hasOwn(manifest.optionalDependencies ?? {}, path.replace(/^node_modules\//, '')) && fits(entry))
    );
  });
}

const fits = ({ os = [], cpu = [] }) =>
  (os.length === 0 || [os].flat().includes(process.platform)) &&
  (cpu.length === 0 || [cpu].flat().includes(process.arch));

const sameEntries = (a, b) =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([key, value]) => b[key] === value);

async function install(root) {
  process.stderr.write(
    'Installing what is missing (the first time this takes some minutes; npm keeps the packages for later).\n',
  );
  const lockfile = readJson(join(root, 'package-lock.json'))?.packages ?? {};
  const total = Object.values(lockfile).filter((entry) => !entry.optional || fits(entry)).length;
  let result = await npm(root, ['install', '--ignore-scripts', '--no-audit', '--no-fund'], total);
  if (result.code !== 0 && isNetworkError(result.output)) {
    process.stderr.write('The network dropped; trying once more.\n');
    result = await npm(root, ['install', '--ignore-scripts', '--no-audit', '--no-fund'], total);
  }
  if (result.code !== 0) {
    process.stderr.write(`\n${result.output}\n`);
    throw new LaunchError(explain(result.output));
  }
}

/** Runs npm under a progress line; resolves with its exit code and its output without the download log. */
export function npm(root, args, total = 0) {
  // Under `npm run`, npm says which file it is: no search on PATH, and no shell on Windows, where npm is a batch file.
  const ownCli = basename(process.env.npm_execpath ?? '') === 'npm-cli.js' ? process.env.npm_execpath : undefined;
  const options = {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, npm_config_loglevel: 'http', npm_config_progress: 'false' },
  };
  const child = ownCli
    ? spawn(process.execPath, [ownCli, ...args], options)
    : spawn('npm', args, { ...options, shell: process.platform === 'win32' });
  const kept = [];
  let downloads = 0;
  let rest = '';
  const done = progressLine(() => {
    if (downloads === 0) return 'npm install: working out what is needed';
    return `npm install: ${downloads}${total > downloads ? ` of about ${total}` : ''} packages fetched`;
  });
  const read = (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (!/^npm (http|HTTP) /.test(line)) kept.push(line);
      else if (/\.tgz[ ?]/.test(line)) downloads += 1;
    }
  };
  child.stdout.setEncoding('utf8').on('data', (chunk) => kept.push(chunk.trimEnd()));
  child.stderr.setEncoding('utf8').on('data', read);
  return new Promise((resolve) => {
    const end = (code, last) => {
      done();
      resolve({ code, output: [...kept, last].filter(Boolean).slice(-60).join('\n') });
    };
    child.on('error', (error) => end(1, error.message));
    child.on('close', (code) => end(code ?? 1, rest));
  });
}

const isNetworkError = (output) =>
  /ECONNRESET|ECONNREFUSED|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EIDLETIMEOUT|ERR_SOCKET_TIMEOUT|socket hang up|network|\bE50[0-9]\b/i.test(
    output,
  );

function explain(output) {
  const again = 'Then run the same command again.';
  if (/ENOENT.*\bnpm\b|spawn npm/.test(output))
    return `npm was not found. It comes with Node: install Node 20 or newer. ${again}`;
  if (/ENOSPC/.test(output)) return `The disk is full: the packages need about 2 GB. Make room. ${again}`;
  if (/EACCES|EPERM/.test(output))
    return `npm may not write here. Give yourself the rights to this folder and to npm's cache. ${again}`;
  if (isNetworkError(output))
    return `The package registry cannot be reached. Check the network and \`npm config get registry\`. ${again}`;
  if (/E401|E403/.test(output))
    return `The package registry refused you. Check \`npm config get registry\` and your sign-in there. ${again}`;
  if (/ETARGET|E404/.test(output))
    return `The package registry does not have one of the packages named above; another registry may. ${again}`;
  return `npm install failed; its last words are above. If they do not help, delete the folder node_modules. ${again}`;
}

/** One install at a time in a checkout: `npm start` and `npm test` may be begun together. */
async function lock(root) {
  const folder = join(root, '.cache', 'install.lock');
  mkdirSync(join(root, '.cache'), { recursive: true });
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  for (let told = false; ; told = true) {
    try {
      mkdirSync(folder);
      writeFileSync(join(folder, 'pid'), String(process.pid));
      const unlock = () => rmSync(folder, { recursive: true, force: true });
      const signals = { SIGINT: 130, SIGTERM: 143 };
      for (const [signal, code] of Object.entries(signals)) {
        process.once(signal, () => {
          unlock();
          process.exit(code);
        });
      }
      return () => {
        process.removeAllListeners('SIGINT').removeAllListeners('SIGTERM');
        unlock();
      };
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const pid = Number(readText(join(folder, 'pid')));
      if (pid && !isAlive(pid)) rmSync(folder, { recursive: true, force: true });
      else if (!told)
        process.stderr.write(`Another install is under way here (process ${pid || '?'}); waiting for it.\n`);
      await pause(500);
    }
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function readJson(file) {
  const text = readText(file);
  return text === undefined ? undefined : JSON.parse(text);
}
