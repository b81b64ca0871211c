import type { Clock, Interviews } from '#functions/ports.ts';
import type { Report } from '#shared/evaluation/report.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { plusHours } from '#shared/interview/windows.ts';
import { type Proposal, propose } from '#shared/rules/evaluate.ts';
import { type Facts, factsOf } from '#shared/rules/facts.ts';
import type { RuleSet } from '#shared/rules/rule.ts';
import { type RulesDeps, rulesOf } from './rules-of.ts';

export type ProposalDeps = RulesDeps & { clock: Clock };
/** `until`: the instant from which a rule that waits goes on without. */
export type Proposed = { ruleSet: RuleSet; report: Report; facts: Facts; proposal: Proposal; until: string };

/** What is known of an interview that has a report. */
export async function knownOf(
  { interviews, directory }: Pick<RulesDeps, 'directory'> & { interviews: Interviews },
  company: string,
  state: InterviewState,
  report: Report,
): Promise<Facts> {
  const [{ competencies }, candidate] = await Promise.all([
    interviews.plan(company, state.interviewId),
    directory.candidate(company, state.candidateId),
  ]);
  return factsOf({ report, competencies, state, candidate });
}

/** What the position's rules say of an interview now; undefined where there is no report to go by. */
export async function proposalOf(
  deps: ProposalDeps & { interviews: Interviews },
  company: string,
  state: InterviewState,
): Promise<Proposed | undefined> {
  if (state.report.status !== 'ready') return undefined;
  const [report, found] = await Promise.all([
    deps.interviews.report(company, state.interviewId, state.report.version),
    rulesOf(deps, company, state.positionId),
  ]);
  if (report === undefined || found === undefined) return undefined;
  const { ruleSet } = found;
  const facts = await knownOf(deps, company, state, report);
  const until = plusHours(report.createdAt, ruleSet.waitHours);
  return { ruleSet, report, facts, proposal: propose(ruleSet, facts, deps.clock.now() >= new Date(until)), until };
}
