import type { Directory } from '#functions/ports.ts';
import type { Cells } from '#shared/analytics/counted.ts';
import { type Grouped, type Hint, hintsOf } from '#shared/analytics/hints.ts';
import { mayShow } from '#shared/analytics/small-groups.ts';
import { cellName } from '#shared/figures/contribution.ts';
import { type Dimension, dimensionValues } from '#shared/figures/names.ts';
import { limits } from '#shared/limits.ts';
import { byPosition, type CountDeps, countIn, daysOf, totalOf } from './counted.ts';
import type { PeriodDeps, Subject } from './period.ts';

export type HintDeps = PeriodDeps & CountDeps & { directory: Pick<Directory, 'company'> };

const grouped = <D extends string>(cells: Cells, dimension: D & Dimension, cases: string): Grouped<D>[] =>
  dimensionValues[dimension]
    .filter((value) => value !== 'unknown')
    .map((value) => ({
      ...countIn(cells, cellName(cases, dimension, value), cellName('due', dimension, value)),
      ...{ dimension, value },
    }))
    .filter(({ of }) => mayShow(of));

/** What the figures of the appointments suggest. Whoever cannot be told apart is in no group. */
export async function suggest(deps: HintDeps, subject: Subject) {
  const { period, settings } = subject;
  const [days, positions] = await Promise.all([
    daysOf(deps, subject, 'appointments', period),
    byPosition(deps, subject, 'appointments', period),
  ]);
  const cells = totalOf(days);
  const names = new Map(positions.map(({ position }) => [position.positionId, position.title]));
  const reason = (one: string) => cells[`reason_${one}`] ?? 0;
  const reasons = {
    forgot: reason('forgot'),
    technical: reason('technical'),
    conflict: reason('conflict'),
    other: reason('other'),
  };
  const found = hintsOf({
    reasons,
    trouble: (['device', 'network', 'version'] as const).flatMap((one) => grouped(cells, one, 'trouble')),
    missed: [
      ...(['candidate_kind', 'source', 'channel', 'lead_time'] as const).flatMap((one) =>
        grouped(cells, one, 'missed'),
      ),
      ...positions.map(({ position: { positionId: value }, cells: own }) => ({
        ...countIn(own, 'missed', 'due'),
        ...{ dimension: 'position' as const, value },
      })),
    ],
    settings,
  });
  const needed = limits.analytics.compared;
  const said = Object.values(reasons).reduce((sum, n) => sum + n, 0);
  return {
    hints: found.map((hint) => hintView(hint, names)),
    missing: {
      reasons: Math.max(0, needed - said),
      appointments: Math.max(0, 2 * needed - (cells.due ?? 0)),
    },
  };
}

function hintView(hint: Hint, names: ReadonlyMap<string, string>) {
  if (hint.code === 'reason') {
    const none = { dimension: null, value: null, name: null, change: null };
    return { code: hint.code, reason: hint.reason, ...none, share: hint.evidence, settings: hint.change };
  }
  const { code, dimension, value, evidence, change } = hint;
  const name = dimension === 'position' ? (names.get(value) ?? null) : null;
  return { code, reason: null, dimension, value, name, share: null, change: evidence, settings: change };
}
