import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { logger } from '#functions/handlers/log.ts';
import { startWorld } from '#test/world/world.ts';
import { benchBundles } from './bundles.ts';
import { benchFigures } from './figures.ts';
import { benchKeystroke } from './keystroke.ts';
import { benchLatency } from './latency.ts';
import { benchLoad } from './load.ts';
import { benchMiniapp } from './miniapp.ts';
import { benchReport } from './report.ts';
import type { BenchRow } from './row.ts';
import { benchBurst, benchSweepAmongFuture } from './sweep.ts';
import { benchWorkbench } from './workbench.ts';
import { benchWriteUnits } from './write-units.ts';

logger.setLogLevel('CRITICAL');

/** A fresh world for each, so that no figure rests on what another left behind. */
async function inWorld(
  bench: (world: Awaited<ReturnType<typeof startWorld>>) => Promise<BenchRow[]>,
): Promise<BenchRow[]> {
  const dir = mkdtempSync(path.join(tmpdir(), 'mianliao-bench-'));
  const world = await startWorld({ dir });
  try {
    return await bench(world);
  } finally {
    await world.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

const benches: Record<string, () => Promise<BenchRow[]>> = {
  latency: () => inWorld(benchLatency),
  report: () => inWorld(benchReport),
  'write units': () => inWorld(benchWriteUnits),
  'sweep among future': benchSweepAmongFuture,
  burst: benchBurst,
  workbench: benchWorkbench,
  figures: benchFigures,
  keystroke: benchKeystroke,
  bundles: benchBundles,
  'mini-program': benchMiniapp,
  // Last: after it the same process was seen to be three times as slow.
  load: () => inWorld(benchLoad),
};

const rows: BenchRow[] = [];
for (const [name, bench] of Object.entries(benches)) {
  const began = performance.now();
  rows.push(...(await bench()));
  process.stderr.write(`${name}: ${Math.round((performance.now() - began) / 1000)} s\n`);
  // What was measured is kept, also where a later one breaks off.
  writeFileSync('bench.json', `${JSON.stringify(rows, null, 2)}\n`);
}
console.table(rows.map(({ name, value, unit, aim, ok }) => ({ name, value, unit, aim, ok: ok ? 'yes' : 'NO' })));
process.exit(0);
