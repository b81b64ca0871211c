import { limits } from '../limits.ts';
import { type ImpactTable, impactTables, type Passage, passagesOfScores, type Said, shownOf } from './impact.ts';
import type { Lesson } from './lesson.ts';

/** What somebody may have said of themselves, each by itself and crossed. */
export const fairnessDimensions = ['sex', 'age'] as const;

/** A step of the way, what one version of a position's rules said, or what one version of a scorer gave. */
type FairnessPart = {
  kind: 'stage' | 'rule' | 'model';
  name: string;
  positionId: string | null;
  people: number;
  tables: (ImpactTable & { hidden: number })[];
};
type FairnessPack = {
  people: number;
  said: number;
  from: string | null;
  to: string | null;
  parts: FairnessPart[];
  leftOut: number;
};

type Known = Lesson & { said: Said };
type Stage = { name: string; of: (one: Lesson) => boolean | null };

/** Each step of those who made the one before; null: not one of them, or not known yet. */
const stages: readonly Stage[] = [
  { name: 'came', of: ({ came }) => came },
  { name: 'finished', of: ({ came, finished }) => (came ? finished : null) },
  { name: 'passed', of: ({ passed }) => passed },
  { name: 'offered', of: ({ passed, offered }) => (passed ? offered : null) },
  { name: 'hired', of: ({ offered, hired }) => (offered ? hired : null) },
];

const partOf = (
  part: Pick<FairnessPart, 'kind' | 'name' | 'positionId'>,
  passages: readonly Passage[],
): FairnessPart => ({
  ...part,
  people: passages.length,
  tables: impactTables(passages, fairnessDimensions).map(shownOf),
});

const passagesBy = (known: readonly Known[], of: Stage['of']): Passage[] =>
  known.flatMap((one) => {
    const passed = of(one);
    return passed === null ? [] : [{ said: one.said, passed }];
  });

/** The largest groups, as many as may be. */
function largest<T>(groups: Map<string, T[]>, most: number): [string, T[]][] {
  return [...groups].sort(([, a], [, b]) => b.length - a.length).slice(0, most);
}

/**
 * Selection rates and impact ratios of every step, of every version of rules and of every scorer, by what people said of
 * themselves; only what may leave the house (`shownOf`). A scorer's people are selected where they are above the median.
 */
export function fairnessPack(lessons: readonly Lesson[], saidOf: (lesson: Lesson) => Said): FairnessPack {
  const known = lessons.map((one): Known => ({ ...one, said: saidOf(one) }));
  const ruled = known.flatMap((one) => (one.ruled?.passes == null ? [] : [{ ...one, passes: one.ruled.passes }]));
  const rules = Map.groupBy(ruled, ({ positionId, ruled: by }) => `${positionId}@${by?.version ?? 0}`);
  const scored = known.flatMap((one) =>
    one.scored?.overall == null ? [] : [{ said: one.said, score: one.scored.overall, scorer: one.scored.scorer }],
  );
  const models = Map.groupBy(scored, ({ scorer }) => scorer);
  const { fairnessRules, fairnessModels } = limits.analytics;
  const days = known.map(({ invitedAt }) => invitedAt).sort();
  const parts = [
    ...stages.map(({ name, of }) => partOf({ kind: 'stage', name, positionId: null }, passagesBy(known, of))),
    ...largest(rules, fairnessRules).map(([name, own]) =>
      partOf(
        { kind: 'rule', name, positionId: own[0]?.positionId ?? null },
        own.map(({ said, passes }) => ({ said, passed: passes })),
      ),
    ),
    ...largest(models, fairnessModels).map(([name, own]) =>
      partOf({ kind: 'model', name, positionId: null }, passagesOfScores(own)),
    ),
  ];
  return {
    people: known.length,
    said: known.filter(({ said }) => Object.keys(said).length > 0).length,
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
    parts,
    leftOut: Math.max(0, rules.size - fairnessRules) + Math.max(0, models.size - fairnessModels),
  };
}

/** Categories under four fifths that are not there by chance. */
export const flaggedIn = ({ parts }: Pick<FairnessPack, 'parts'>): number =>
  parts.reduce(
    (sum, { tables }) => sum + tables.flatMap(({ categories }) => categories).filter(({ sure }) => sure).length,
    0,
  );
