import { type Dimension, dimensionValues } from '#shared/figures/names.ts';
import { figureWords as words } from '../words.ts';
import type { Breakdown } from './shapes.ts';

const dimensionOf = (by: string): Dimension | undefined =>
  Object.keys(dimensionValues).find((one): one is Dimension => one === by);

/** What is broken down by: a dimension, the position, or a name the company gave. */
export function byText({ by, name }: Pick<Breakdown, 'by' | 'name'>): string {
  const dimension = dimensionOf(by);
  if (dimension !== undefined) return words.names.dimensions[dimension];
  if (by === 'age') return words.names.age;
  return name ?? (by === 'position' ? words.names.position : by);
}

/** `name`: where people gave it one. */
export function valueName(by: string, value: string, name: string | null = null): string {
  if (name !== null) return name;
  const dimension = dimensionOf(by);
  const named: Record<string, string> =
    by === 'age' ? words.names.ages : dimension === undefined ? {} : words.names.values[dimension];
  return named[value] ?? value;
}
