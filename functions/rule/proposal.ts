import type * as z from 'zod';
import type { Rules } from '#functions/ports/rules.ts';
import type { Clock, Directory, Interviews } from '#functions/ports.ts';
import { scorerOf } from '#functions/report/scorer-of.ts';
import type { proposalSchema } from '#shared/contract/rules.ts';
import type { Report } from '#shared/evaluation/report.ts';
import type { Grounds } from '#shared/interview/grounds.ts';
import type { Plan } from '#shared/interview/plan.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { plusHours } from '#shared/interview/windows.ts';
import { type Proposal, propose } from '#shared/rules/evaluate.ts';
import { type Facts, factsOf } from '#shared/rules/facts.ts';
import type { RuleSet } from '#shared/rules/rule.ts';
import { templateFor } from '#shared/rules/templates.ts';

export type ProposalDeps = { rules: Rules; directory: Directory; clock: Clock };
export type Proposed = { ruleSet: RuleSet; facts: Facts; proposal: Proposal };

/** A position's own rules, or the ones it is shipped with. Undefined where there is no such position. */
export async function rulesOf({ rules, directory }: Omit<ProposalDeps, 'clock'>, company: string, positionId: string) {
  const [own, position] = await Promise.all([
    rules.newest(company, positionId),
    directory.position(company, positionId),
  ]);
  if (position === undefined) return undefined;
  return { ruleSet: own ?? templateFor(position), own: own !== undefined };
}

/** What the rules say of an interview with its report. The wait for the questionnaire is counted from the report on. */
export async function proposalOf(
  deps: ProposalDeps,
  company: string,
  { state, report, plan }: { state: InterviewState; report: Report; plan: Plan },
): Promise<Proposed | undefined> {
  const found = await rulesOf(deps, company, state.positionId);
  if (found === undefined) return undefined;
  const { ruleSet } = found;
  const facts = factsOf(report, plan.competencies, state);
  const waited = deps.clock.now() >= new Date(plusHours(report.createdAt, ruleSet.waitHours));
  return { ruleSet, facts, proposal: propose(ruleSet, facts, waited) };
}

/** As HR reads it. */
export const proposalView = ({ ruleSet, proposal }: Proposed): z.infer<typeof proposalSchema> => ({
  version: ruleSet.version,
  conclusion: proposal.conclusion,
  ruleId: proposal.rule?.ruleId ?? null,
  waits: proposal.waits,
  checked: proposal.checked.map(({ rule: { ruleId, name, concludes }, conditions }) => ({
    ruleId,
    name,
    concludes,
    conditions: conditions.map(({ condition, known, holds }) => ({ ...condition, known, holds })),
  })),
});

/** What a decision made now is made on; undefined where there is no report to go by. */
export async function groundsOf(
  deps: ProposalDeps & { interviews: Interviews },
  company: string,
  state: InterviewState,
): Promise<Grounds | undefined> {
  const { interviewId } = state;
  if (state.report.status !== 'ready') return undefined;
  const [report, plan] = await Promise.all([
    deps.interviews.report(company, interviewId, state.report.version),
    deps.interviews.plan(company, interviewId),
  ]);
  const proposed = report && (await proposalOf(deps, company, { state, report, plan }));
  if (report === undefined || proposed === undefined) return undefined;
  const { ruleSet, facts, proposal } = proposed;
  return {
    report: report.report,
    scorer: scorerOf(report.scorer),
    rules: ruleSet.version,
    ruleId: proposal.rule?.ruleId ?? null,
    proposed: proposal.conclusion,
    overall: facts.overall,
    culture: facts.culture,
    satisfaction: facts.satisfaction,
    flags: facts.flags,
  };
}
