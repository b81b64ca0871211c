import { expect, it } from 'vitest';
import { type Rate, rateClassOf, rates } from '#shared/access/rates.ts';
import { type OperationId, operations } from '#shared/contract/operations.ts';

const everyOperation = Object.keys(operations) as OperationId[];
const limitsOf = (operation: OperationId): Record<string, Rate> => rates[rateClassOf(operation)];
const everyRate = Object.entries(rates).flatMap(([kind, limits]) =>
  Object.entries(limits as Record<string, Rate>).map(([whose, rate]) => [`${kind} of a ${whose}`, rate] as const),
);

it.each(everyOperation)('%s is counted for whoever may call it', (operation) => {
  const whose = Object.keys(limitsOf(operation));
  expect(whose).toContain(operations[operation].role === 'public' ? 'address' : 'person');
  // Of nobody who is signed in a company is known, and of nobody else the address is asked.
  expect(whose).not.toContain(operations[operation].role === 'public' ? 'company' : 'address');
});

it.each(everyRate)('%s is shared out to the last', (_, { most, free, lease, seconds }) => {
  expect(most % lease).toBe(0);
  expect(free).toBeLessThanOrEqual(most / 2);
  expect([lease, seconds].every((one) => Number.isInteger(one) && one > 0)).toBe(true);
});

it('keeps every answer of somebody who types on two devices after an hour without a network', () => {
  const perMinute = 60_000 / 800;
  const waited = 40;
  for (const operation of ['interview.saveDraft', 'interview.end', 'clip.forms', 'clip.close'] as const) {
    expect(limitsOf(operation).company).toBeUndefined();
    expect(limitsOf(operation).person?.free).toBeGreaterThan(2 * (perMinute + waited));
    expect(limitsOf(operation).person?.most).toBeGreaterThan(10 * perMinute);
  }
});

it('lets nobody have what costs much without counting it for all instances together', () => {
  for (const operation of [
    'figures.export',
    'audit.export',
    'privacy.download',
    'report.reevaluate',
    'intake.form',
  ] as const)
    expect(Object.values(limitsOf(operation)).map(({ free }) => free)).toEqual([0, 0]);
});
