import { expect, it } from 'vitest';
import { longCell, shortCell } from '#functions/adapters/dynamo/figures-cells.ts';
import { cellsOf, contributionOf } from '#shared/figures/contribution.ts';
import { seeded } from '#shared/seeded.ts';
import { pastFacts } from '#test/world/history-facts.ts';

it('every number of a day has a short name of its own, and comes back by it', () => {
  const positions = [{ positionId: 'pos_cells' }];
  const all = [...pastFacts({ random: seeded(3), now: new Date('2026-11-20T00:00:00Z'), interviews: 200, positions })];
  const names = [...new Set(all.flatMap(contributionOf).flatMap((entry) => Object.keys(cellsOf(entry))))];
  expect(names.length).toBeGreaterThan(100);
  expect(new Set(names.map(shortCell)).size).toBe(names.length);
  expect(names.map((name) => longCell(shortCell(name)))).toEqual(names);
  expect(() => shortCell('due|shoe_size|44')).toThrow('no short name');
});

/** They stand in stored items: a place that moves would give old numbers a new meaning. */
it('names stay as they are', () => {
  expect(['due|source|referral', 'missed|lead_time|over_7', 'passed|score_band|85_up', 'due'].map(shortCell)).toEqual([
    '*000',
    '*144',
    '*6a3',
    'due',
  ]);
});
