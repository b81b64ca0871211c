// The one door of every `npm run …`: plain JavaScript for any Node ≥ 20, no dependencies, since it runs before there are any.
// It installs what is missing, finds the pinned Node, and runs the command's own file with it. All of its talk goes to
// stderr, so that a command's stdout (the report of `evaluate`) stays clean.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { ensureDynamo } from './launch/dynamo.mjs';
import { ensureInstalled } from './launch/install.mjs';
import { findNode } from './launch/node.mjs';
import { LaunchError } from './launch/progress.mjs';

const root = resolve(import.meta.dirname, '..', '..');

/** What each command runs; `dynamo` where it needs a DynamoDB on this machine. */
const commands = {
  start: { entry: 'test/world/start.ts', dynamo: true },
  dev: { entry: 'test/world/start.ts', args: ['--watch'], dynamo: true },
  test: { entry: 'test/run.ts', dynamo: true },
  screenshots: {
    entry: 'test/run.ts',
    args: [
      '--project',
      'journeys',
      'test/journeys/stage.test.ts',
      'test/journeys/story.test.ts',
      '-t',
      'weapp|behind the scenes',
    ],
    env: { MIANLIAO_SCREENSHOTS: 'docs' },
    dynamo: true,
  },
  check: { entry: 'test/check/main.ts' },
  bench: { entry: 'test/bench/main.ts', dynamo: true },
  build: { entry: 'test/world/build.ts' },
  evaluate: { entry: 'test/evaluate.ts' },
  deploy: { entry: 'node_modules/serverless/bin/serverless.js', args: ['deploy'] },
};

async function main() {
  const [name = '', ...args] = process.argv.slice(2);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new LaunchError(`Unknown command "${name}". There are: ${Object.keys(commands).join(', ')}.`);

  await ensureInstalled(root);
  const node = findNode(root);
  if (command.dynamo) await ensureDynamo(root);
  const entry = join(root, command.entry);
  if (!existsSync(entry))
    throw new LaunchError(`${command.entry} is not there: this checkout does not have "${name}".`);
  run(node, [entry, ...(command.args ?? []), ...args], command.env);
}

/** Runs `node args…` in place of this process: same terminal, same signals, same exit code. */
function run(node, args, env = {}) {
  // On Windows the variable is spelled `Path`, and two spellings in one environment hide each other.
  const pathName = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env[pathName]]
    .filter(Boolean)
    .join(delimiter);
  const child = spawn(node, args, {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      [pathName]: path,
      ...env,
      MIANLIAO_PINNED: '1',
      MIANLIAO_CWD: process.env.INIT_CWD ?? process.cwd(),
    },
  });
  // A terminal's Ctrl-C reaches the whole process group by itself; sending it again would look like a second, impatient one.
  const forward = (signal) => {
    if (signal === 'SIGINT' && process.stdin.isTTY) return;
    child.kill(signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward);
  child.on('error', (error) => fail(new LaunchError(`Could not run ${node}: ${error.message}`)));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

function fail(error) {
  process.stderr.write(error instanceof LaunchError ? `\n${error.message}\n` : `${error?.stack ?? error}\n`);
  process.exit(1);
}

main().catch(fail);
