import type { Report } from '../evaluation/report.ts';
import type { Competency } from '../interview/plan.ts';
import type { InterviewState } from '../interview/state.ts';
import { type Candidate, sources } from '../organisation/records.ts';

/**
 * What a rule may read. Numbers only, and nothing of who somebody is: age, sex, origin and the like are no facts here.
 * The position is none either: rules are a position's own.
 */
export const factNames = ['overall', 'culture', 'satisfaction', 'flags', 'source'] as const;
type NamedFact = (typeof factNames)[number];
/** A dimension of the position's model by its name. */
export type FactName = NamedFact | `dimension:${string}`;

/** The values from the least to the most in steps. `names`: where they are no amounts, what each one in turn is called. */
export type Domain = { least: number; most: number; step: number; names?: readonly string[] };
const domains: Record<NamedFact, Domain> = {
  overall: { least: 0, most: 100, step: 1 },
  culture: { least: 0, most: 5, step: 1 },
  satisfaction: { least: 1, most: 5, step: 1 },
  flags: { least: 0, most: 40, step: 1 },
  source: { least: 0, most: sources.length - 1, step: 1, names: sources },
};
const ofDimension: Domain = { least: 0, most: 100, step: 1 };

export const domainOf = (fact: FactName): Domain => (fact in domains ? domains[fact as NamedFact] : ofDimension);

/** What the rules of a position with this model can read. Culture is one where the model has a dimension of it. */
export const factsFor = (competencies: Pick<Competency, 'name' | 'kind'>[]): FactName[] => [
  ...factNames.filter((fact) => fact !== 'culture' || competencies.some(({ kind }) => kind === 'culture')),
  ...competencies.map(({ name }): FactName => `dimension:${name}`),
];

/** What is known of one interview. `null`: there is nothing to go on. */
export type Facts = Record<string, number | null> & Record<NamedFact, number | null>;

type Known = {
  report: Pick<Report, 'overall' | 'dimensions' | 'items'>;
  competencies: Pick<Competency, 'name' | 'kind'>[];
  state: Pick<InterviewState, 'questionnaire'>;
  candidate: Pick<Candidate, 'source'> | undefined;
};

/** The facts of a report as they stand; a flag is one that withheld something of an answer. */
export function factsOf({ report, competencies, state: { questionnaire }, candidate }: Known): Facts {
  const culture = competencies.find(({ kind }) => kind === 'culture')?.name;
  const dimension = (name: string | undefined) => report.dimensions.find((one) => one.name === name);
  return {
    overall: report.overall,
    culture: dimension(culture)?.level ?? null,
    satisfaction: questionnaire?.flow ?? null,
    flags: report.items.reduce((sum, { flags }) => sum + flags.length, 0),
    source: candidate?.source === undefined ? null : sources.indexOf(candidate.source),
    ...Object.fromEntries(report.dimensions.map(({ name, score }) => [`dimension:${name}`, score])),
  };
}
