import type { Key } from './keys.ts';
import type { Write } from './transact.ts';

/** The difference between what a copy added to its counters before and what it adds now. */
export function difference(before: Record<string, number>, after: Record<string, number>): [string, number][] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names]
    .map((name): [string, number] => [name, (after[name] ?? 0) - (before[name] ?? 0)])
    .filter(([, by]) => by !== 0);
}

export function addTo(Key: Key, by: [string, number][]): Write[] {
  if (by.length === 0) return [];
  return [
    {
      on: 'counter',
      Update: {
        Key,
        UpdateExpression: `ADD ${by.map((_, i) => `#n${i} :n${i}`).join(', ')}`,
        ExpressionAttributeNames: Object.fromEntries(by.map(([name], i) => [`#n${i}`, name])),
        ExpressionAttributeValues: Object.fromEntries(by.map(([, n], i) => [`:n${i}`, n])),
      },
    },
  ];
}
