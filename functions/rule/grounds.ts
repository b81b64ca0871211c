import type { Interviews } from '#functions/ports.ts';
import { scorerOf } from '#functions/report/scorer-of.ts';
import type { Grounds } from '#shared/interview/grounds.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { type ProposalDeps, type Proposed, proposalOf } from './proposal.ts';

/** What a decision that follows, or departs from, a proposal is made on. */
export const groundsFrom = ({ ruleSet, report, facts, proposal }: Proposed): Grounds => ({
  report: report.report,
  scorer: scorerOf(report.scorer),
  rules: ruleSet.version,
  ruleId: proposal.rule?.ruleId ?? null,
  proposed: proposal.conclusion,
  overall: facts.overall,
  culture: facts.culture,
  satisfaction: facts.satisfaction,
  flags: facts.flags,
});

/** What a decision made now is made on; undefined where there is no report to go by. */
export async function groundsOf(
  deps: ProposalDeps & { interviews: Interviews },
  company: string,
  state: InterviewState,
): Promise<Grounds | undefined> {
  const proposed = await proposalOf(deps, company, state);
  return proposed && groundsFrom(proposed);
}
