import type { Report } from '../evaluation/report.ts';
import type { Competency } from '../interview/plan.ts';
import type { InterviewState } from '../interview/state.ts';

/**
 * What a rule may read. Numbers only, and nothing of who somebody is: age, sex, origin and the like are no facts here.
 * `step`: the finest difference that can occur; `whole`: the values from the least to the most.
 */
export const factNames = ['overall', 'culture', 'satisfaction', 'flags'] as const;
type NamedFact = (typeof factNames)[number];
/** A dimension of the position's model by its name. */
export type FactName = NamedFact | `dimension:${string}`;

export type Domain = { least: number; most: number; step: number };
const domains: Record<NamedFact, Domain> = {
  overall: { least: 0, most: 100, step: 1 },
  culture: { least: 0, most: 5, step: 1 },
  satisfaction: { least: 1, most: 5, step: 1 },
  flags: { least: 0, most: 40, step: 1 },
};
const ofDimension: Domain = { least: 0, most: 100, step: 1 };

export const domainOf = (fact: FactName): Domain => (fact in domains ? domains[fact as NamedFact] : ofDimension);

/** What is known of one interview. `null`: there is nothing to go on. `later`: it may still come. */
export type Facts = Record<string, number | null> & Record<NamedFact, number | null>;

/** The facts of a report as they stand; a flag is one that withheld something of an answer. */
export function factsOf(
  report: Pick<Report, 'overall' | 'dimensions' | 'items'>,
  competencies: Pick<Competency, 'name' | 'kind'>[],
  { questionnaire }: Pick<InterviewState, 'questionnaire'>,
): Facts {
  const culture = competencies.find(({ kind }) => kind === 'culture')?.name;
  const dimension = (name: string | undefined) => report.dimensions.find((one) => one.name === name);
  return {
    overall: report.overall,
    culture: dimension(culture)?.level ?? null,
    satisfaction: questionnaire?.flow ?? null,
    flags: report.items.reduce((sum, { flags }) => sum + flags.length, 0),
    ...Object.fromEntries(report.dimensions.map(({ name, score }) => [`dimension:${name}`, score])),
  };
}
