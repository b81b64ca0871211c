import { median, milliseconds, rounded } from './measure.ts';
import type { Metered } from './metered-store.ts';
import type { BenchRow } from './row.ts';

type Asked<S> = {
  what: string;
  sizes: readonly [number, number];
  open(size: number): Promise<S>;
  questions: readonly { name: string; ask(at: S): Promise<unknown> }[];
  /** Read units by which the two may differ: a page that was begun. */
  page: number;
  rounds: number;
};
type Store = Pick<Metered, 'meter' | 'stop'>;

/** What the same questions cost a company with few interviews and one with very many, asked of both in turn. */
export async function fewAndMany<S extends Store>(asked: Asked<S>): Promise<BenchRow[]> {
  const stores: S[] = [];
  for (const size of asked.sizes) stores.push(await asked.open(size));
  const rows: BenchRow[] = [];
  for (const question of asked.questions) rows.push(...(await rowsOf(asked, stores, question)));
  for (const store of stores) await store.stop();
  return rows;
}

async function rowsOf<S extends Store>(
  { what, sizes, page, rounds }: Asked<S>,
  stores: readonly S[],
  { name, ask }: Asked<S>['questions'][number],
): Promise<BenchRow[]> {
  const [fewer, more] = [sizes[0].toLocaleString('en'), sizes[1].toLocaleString('en')];
  const took: number[][] = stores.map(() => []);
  const units: number[] = stores.map(() => 0);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [i, store] of stores.entries()) {
      const meter = store.meter();
      meter.start();
      const ms = await milliseconds(async () => void (await ask(store)));
      units[i] = meter.stop().read;
      // The first round pays for what is loaded once.
      if (round > 0) took[i]?.push(ms);
    }
  }
  const [few = Number.NaN, many = Number.NaN] = took.map(median);
  const [fewUnits = Number.NaN, manyUnits = Number.NaN] = units;
  return [
    {
      name: `read units of ${what}, ${name}, among ${more} interviews (among ${fewer}: ${rounded(fewUnits, 1)})`,
      value: rounded(manyUnits, 1),
      unit: 'RCU',
      aim: `${rounded(fewUnits, 1)} ± a page of ${page}`,
      ok: Math.abs(manyUnits - fewUnits) <= page,
    },
    {
      name: `${what}, ${name}, among ${more} interviews (among ${fewer}: ${rounded(few, 1)} ms)`,
      value: rounded(many / few),
      unit: 'times',
      aim: '≤ 1.5',
      ok: many / few <= 1.5,
    },
  ];
}
