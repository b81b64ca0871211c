import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { allChecks } from './check/all.ts';
import { runChecks, type Tally } from './check/check.ts';

// `npm test`: every check, then every test, even where a check failed; the last line sums both up.
// With arguments (`npm test -- test/shared`) it hands them to vitest and leaves the checks out.
const root = resolve(import.meta.dirname, '..');
const args = process.argv.slice(2);

const checks: Tally = args.length ? { passed: 0, failed: 0 } : await runChecks(allChecks(root), console.log);
const tests = await runVitest(args);
console.log(`${checks.passed + tests.passed} passed, ${checks.failed + tests.failed} failed`);
process.exitCode = checks.failed + tests.failed > 0 ? 1 : 0;

/** Vitest with its own report on the terminal; counts what it wrote down. A run that broke off counts as one failure. */
async function runVitest(filters: string[]): Promise<Tally> {
  const report = join(root, '.cache', 'vitest.json');
  mkdirSync(join(root, '.cache'), { recursive: true });
  rmSync(report, { force: true });
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const child = spawn(
    process.execPath,
    [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...filters],
    { cwd: root, stdio: 'inherit' },
  );
  const code = await new Promise<number>((done) => child.on('close', (status) => done(status ?? 1)));
  const { numPassedTests: passed, numFailedTests: failed } = readReport(report);
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

type Report = { numPassedTests: number; numFailedTests: number };

function readReport(file: string): Report {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return { numPassedTests: 0, numFailedTests: 0 };
  }
}
