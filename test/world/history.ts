import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { tallyOf } from '#functions/adapters/dynamo/figures.ts';
import { shortCells } from '#functions/adapters/dynamo/figures-cells.ts';
import { keys } from '#functions/adapters/dynamo/keys.ts';
import type { Table } from '#functions/adapters/dynamo/table.ts';
import { keptRow } from '#functions/figures/kept-row.ts';
import type { Kept } from '#functions/ports/figures.ts';
import { contributionOf } from '#shared/figures/contribution.ts';
import type { Facts } from '#shared/figures/facts.ts';
import type { FactList } from '#shared/figures/names.ts';
import { rowsOf } from '#shared/figures/rows.ts';
import { seeded } from '#shared/seeded.ts';
import { pastFacts } from './history-facts.ts';
import { seed } from './seeds/world-seed.ts';

type Item = Record<string, unknown>;

/**
 * Every item that the stream would have written for these interviews: what each adds, its rows, and the days' numbers.
 * `only`: the rows of this list, by months, and the numbers; what a bench of reading needs.
 */
export function* historyItems(company: string, all: Iterable<Facts>, only?: FactList): Generator<Item> {
  const days = new Map<string, Record<string, number>>();
  for (const facts of all) {
    const { interviewId, positionId, known } = facts;
    const [contribution, rows] = [contributionOf(facts), rowsOf(facts)];
    if (only === undefined) {
      const kept: Kept = { version: 1, revision: 1, known, contribution, rows: rows.map(keptRow) };
      yield { ...keys.keptFigures(company, positionId, interviewId), ...kept };
    }
    for (const row of rows) {
      if (only !== undefined && row.list !== only) continue;
      for (const at of only === undefined ? [positionId, row.day.slice(0, 7)] : [row.day.slice(0, 7)])
        yield { ...keys.factRow(company, row.list, at, `${row.day}#${row.at}#${interviewId}#${row.n}`), ...row };
    }
    for (const [name, cells] of tallyOf(contribution)) {
      for (const scope of ['co', positionId]) {
        const sum = days.get(`${scope}#${name}`) ?? {};
        for (const [cell, by] of Object.entries(cells)) sum[cell] = (sum[cell] ?? 0) + by;
        days.set(`${scope}#${name}`, sum);
      }
    }
  }
  for (const [name, cells] of days) {
    const [scope = '', family = '', day = ''] = name.split('#');
    yield { ...keys.figures(company, scope, family, day), ...shortCells(cells) };
  }
}

const batch = 25;
const atOnce = 8;

async function writeItems(table: Table, items: Iterable<Item>): Promise<void> {
  const all = [...items];
  const batches = Array.from({ length: Math.ceil(all.length / batch) }, (_, n) =>
    all.slice(n * batch, (n + 1) * batch),
  );
  const worker = async () => {
    for (let next = batches.pop(); next !== undefined; next = batches.pop()) {
      const puts = next.map((Item) => ({ PutRequest: { Item } }));
      await table.send(new BatchWriteCommand({ RequestItems: { [table.name]: puts } }));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/**
 * A year of interviews of the seeded company as its figures hold them, up to yesterday: for a new world only, since it puts
 * whole days. The people are nobody: their rows lead to no dossier.
 */
export async function seedHistory(table: Table, { interviews = 480, from = 20_261 } = {}): Promise<void> {
  const facts = pastFacts({ random: seeded(from), now: table.clock.now(), interviews, positions: seed.positions });
  await writeItems(table, historyItems(seed.company.companyId, facts));
}
