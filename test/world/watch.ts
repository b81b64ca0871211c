import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';

const settleMs = 300;
const watched = ['functions', 'shared', 'miniapp', 'test/world', 'serverless.yml'];

/** Runs the entry as a child and starts it anew when something that it stands on changes. Never returns. */
export async function runAgainOnChange(entry: string, args: string[]): Promise<never> {
  const start = () => spawn(process.execPath, [entry, ...args], { stdio: 'inherit' });
  let child: ChildProcess = start();
  let timer: NodeJS.Timeout | undefined;
  let changed: (() => void) | undefined;
  for (const path of watched) {
    watch(path, { recursive: path !== 'serverless.yml' }, () => {
      clearTimeout(timer);
      timer = setTimeout(() => changed?.(), settleMs);
    });
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      child.once('exit', () => process.exit(0));
      child.kill(signal);
    });
  }
  for (;;) {
    await new Promise<void>((resolve) => {
      changed = resolve;
    });
    process.stdout.write('changed: starting anew\n');
    if (child.exitCode === null && child.kill('SIGTERM')) await once(child, 'exit');
    child = start();
  }
}
