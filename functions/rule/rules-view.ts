import type { Ratings } from '#functions/ports/evaluation.ts';
import type { Directory } from '#functions/ports.ts';
import type { Output } from '#shared/contract/operations.ts';
import { calibrationOf, newestScorer } from '#shared/evaluation/agreement.ts';
import { conclusionSchema } from '#shared/interview/conclusion.ts';
import type { Position } from '#shared/organisation/records.ts';
import { domainOf, factsFor } from '#shared/rules/facts.ts';
import { lint } from '#shared/rules/lint.ts';
import { mapOf } from '#shared/rules/map.ts';
import { type Conditions, hindranceOf } from '#shared/rules/may-act.ts';
import type { Rule } from '#shared/rules/rule.ts';
import { shipped } from '#shared/rules/templates.ts';
import { effectiveSettings } from '#shared/settings.ts';
import type { PositionRules, RulesDeps } from './rules-of.ts';

export type RulesViewDeps = RulesDeps & { directory: Pick<Directory, 'staff'>; ratings: Ratings };

/** What rules of this position may do by themselves now: by its company's word, and with the scorer it was rated with last. */
export async function conditionsOf(
  { directory, ratings }: RulesViewDeps,
  company: string,
  position: Position,
): Promise<Conditions> {
  const [known, rated] = await Promise.all([
    directory.company(company),
    ratings.ofPosition(company, position.positionId),
  ]);
  const { rulesTurnDown } = effectiveSettings(known?.settings, position.settings);
  const scorer = newestScorer(rated);
  return { scorer, calibrated: calibrationOf(rated, scorer).calibrated, rulesTurnDown };
}

/** What is to be said of rules as they stand, or as they would. */
export const judgedRules = (rules: Rule[], { plan }: Position) => ({
  findings: lint({ rules }, factsFor(plan.competencies)),
  map: mapOf({ rules }),
});

/** A position's rules with all that is needed to read and change them. */
export async function rulesView(
  deps: RulesViewDeps,
  company: string,
  { ruleSet, own, position }: PositionRules,
): Promise<Output<'position.rules'>> {
  const { savedBy, savedAt, ...rules } = ruleSet;
  const [given, staff] = await Promise.all([
    conditionsOf(deps, company, position),
    savedBy === null ? undefined : deps.directory.staff(company, savedBy),
  ]);
  return {
    position: position.title,
    department: position.department,
    ruleSet: rules,
    own,
    savedBy: staff?.name ?? savedBy,
    savedAt,
    ...judgedRules(rules.rules, position),
    facts: factsFor(position.plan.competencies).map((fact) => {
      const { least, most, step, names } = domainOf(fact);
      return { fact, least, most, step, names: names === undefined ? null : [...names] };
    }),
    conclusions: conclusionSchema.options.map((conclusion) => ({
      conclusion,
      hindrance: hindranceOf(conclusion, given) ?? null,
    })),
    templates: shipped,
  };
}
