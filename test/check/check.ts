/** `warnings` are shown and fail nothing; `problems` fail the check. One line each, or a tool's own report. */
export type Findings = { problems: string[]; warnings?: string[] };

export type Check = { name: string; run: () => Promise<Findings> };

export type Tally = { passed: number; failed: number };

/** Runs the checks, two at a time, prints a line for each in the given order, and the details of those that fail. */
export async function runChecks(checks: Check[], print: (line: string) => void): Promise<Tally> {
  const tally: Tally = { passed: 0, failed: 0 };
  const waiting = [...checks];
  const width = Math.max(...checks.map((check) => check.name.length));
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const started = performance.now();
      const { problems, warnings = [] } = await check.run().catch(crashed);
      const ok = problems.length === 0;
      tally[ok ? 'passed' : 'failed'] += 1;
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      const count = ok ? '' : `  ${problems.length} to fix`;
      print(`${ok ? '✓' : '✗'} ${check.name.padEnd(width)} ${seconds.padStart(5)} s${count}`);
      for (const warning of warnings) print(`    · ${warning}`);
      for (const problem of problems) print(indent(problem));
    }
  };
  await Promise.all([work(), work()]);
  return tally;
}

const crashed = (error: unknown): Findings => ({
  problems: [`the check itself failed: ${error instanceof Error ? error.stack : String(error)}`],
});

const indent = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
