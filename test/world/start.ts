import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { logger } from '#functions/handlers/log.ts';
import { createClock } from './clock.ts';
import { peoplePages } from './pages.ts';
import { runAgainOnChange } from './watch.ts';
import { startWorld } from './world.ts';

const minuteMs = 60_000;

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: process.env.PORT ?? '8787' },
    data: { type: 'string', default: '.data' },
    reset: { type: 'boolean', default: false },
    open: { type: 'boolean', default: true },
    watch: { type: 'boolean', default: false },
    scorer: { type: 'string', default: 'embedded' },
  },
  allowNegative: true,
});

if (values.watch) {
  const args = process.argv.slice(2).filter((arg) => arg !== '--watch');
  await runAgainOnChange(import.meta.filename, [...args, '--no-open']);
}

// The chat app tells what happens; the terminal is for what goes wrong.
logger.setLogLevel('WARN');
const say = (line: string) => process.stdout.write(`${line}\n`);
const dir = path.resolve(values.data);
if (values.reset) {
  rmSync(dir, { recursive: true, force: true });
  say(`emptied ${path.relative(process.cwd(), dir) || dir}`);
}
mkdirSync(dir, { recursive: true });

// The world's time never goes back: a restart goes on from where it had been turned to.
const clockFile = path.join(dir, 'clock.json');
const isNew = !existsSync(clockFile);
const last = existsSync(clockFile) ? new Date(JSON.parse(readFileSync(clockFile, 'utf8')).now) : new Date();
const clock = createClock({ start: new Date(Math.max(Date.now(), last.getTime())) });
const rememberTime = () => writeFileSync(clockFile, JSON.stringify({ now: clock.now().toISOString() }));

const pages = await peoplePages(say);
say('starting the world');
const world = await startWorld({
  dir,
  port: Number(values.port),
  clock,
  pages,
  scorer: values.scorer === 'model' ? 'model' : 'embedded',
}).catch((error: NodeJS.ErrnoException) => {
  if (error.code !== 'EADDRINUSE') throw error;
  say(`port ${values.port} is taken: end what runs there, or npm start -- --port 8788`);
  process.exit(1);
});

// A year of figures, so that the dashboards of a new world have something to show.
if (isNew) await fetch(`${world.origin}/world/history`, { method: 'POST', body: '{}' });

// Nobody listens on this machine: a person is asked to put the words right, and is not told that they were understood.
world.asr.say({ text: '（本机没有语音识别）请把这里改成您刚才说的话。', confidence: 0.3 });
clock.onTurn(rememberTime);
const tick = setInterval(() => {
  rememberTime();
  world.sweep().catch((error: unknown) => say(`sweep failed: ${String(error)}`));
}, minuteMs);

async function stop(): Promise<void> {
  clearInterval(tick);
  rememberTime();
  await world.stop();
  process.exit(0);
}
process.once('SIGINT', () => void stop());
process.once('SIGTERM', () => void stop());

say(`ready ${world.origin}`);
if (values.open && process.stdout.isTTY) openBrowser(world.origin);

function openBrowser(url: string): void {
  const opener = { darwin: 'open', win32: 'explorer' }[process.platform as string] ?? 'xdg-open';
  spawn(opener, [url], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}
