import { type CommandDeps, nothingMore, perform } from '#functions/interview/perform.ts';
import type { Due, DueRef, Queue } from '#functions/ports.ts';
import { scorerOf } from '#functions/report/scorer-of.ts';
import type { Recorded } from '#shared/interview/events.ts';
import type { Grounds } from '#shared/interview/grounds.ts';
import type { InterviewState, Outcome } from '#shared/interview/state.ts';
import { mayAct } from '#shared/rules/may-act.ts';
import type { Rule } from '#shared/rules/rule.ts';
import { dueItems } from '#shared/schedule/due-items.ts';
import { effectiveSettings } from '#shared/settings.ts';
import { groundsFrom } from './grounds.ts';
import { type ProposalDeps, proposalOf } from './proposal.ts';

export type ActDeps = CommandDeps & ProposalDeps & { due: Due; queue: Queue };
/** `tell`: whoever owns the opening is to hear of it. */
type Ruling = { tell: boolean } & (
  | { kind: 'nothing' }
  | { kind: 'later'; at: string }
  | { kind: 'decide'; outcome: Outcome; on: Grounds }
);

/**
 * An interview has facts that the position's rules have not had yet: a rule that may act decides, as the system and on
 * its grounds; the time to undo stands before any message. Whatever changes the interview meanwhile wins: the item stays
 * and is looked at anew.
 */
export async function act(deps: ActDeps, ref: DueRef): Promise<void> {
  const { company, interviewId } = ref;
  const state = await deps.interviews.load(company, interviewId);
  const ruling = state === undefined ? nothing : await rulingOf(deps, company, state);
  // The owner's message is claimed by this version of the interview, so that a second run says nothing more.
  if (ruling.tell && state !== undefined) {
    const generation = state.version;
    await deps.queue.send([{ queue: 'deliver', company, interviewId, kind: 'rule_for_hr', generation }]);
  }
  if (ruling.kind === 'nothing') return deps.due.settle(ref);
  if (ruling.kind === 'later') return deps.due.settle(ref, ruling.at);
  const { outcome, on } = ruling;
  const done = await perform(deps, {
    company,
    interviewId,
    mayAct: ({ version }) => version === state?.version,
    prepare: async () => ({ command: { type: 'decide', by: 'system', outcome, on } }),
    answer: nothingMore,
  });
  if (!done.ok && done.error.code !== 'not_found' && done.error.code !== 'version_conflict') await deps.due.settle(ref);
}

const nothing: Ruling = { kind: 'nothing', tell: false };

async function rulingOf(deps: ActDeps, company: string, state: InterviewState): Promise<Ruling> {
  if (!dueItems(state).some(({ kind }) => kind === 'rule') || isInHand(state)) return nothing;
  const proposed = await proposalOf(deps, company, state);
  if (proposed === undefined || !proposed.ruleSet.rules.some(doesSomething)) return nothing;
  const { proposal, report, until } = proposed;
  if (proposal.waits) return { kind: 'later', at: until, tell: false };
  const { conclusion, rule } = proposal;
  const tell = rule?.notify === true;
  const [known, position] = await Promise.all([
    deps.directory.company(company),
    deps.directory.position(company, state.positionId),
  ]);
  const { rulesTurnDown } = effectiveSettings(known?.settings, position?.settings);
  const given = { scorer: scorerOf(report.scorer), calibrated: report.scorer.calibrated, rulesTurnDown };
  if (conclusion === 'person' || !mayAct(proposal, given)) return { kind: 'nothing', tell };
  if (wasOverruled(await deps.interviews.history(company, state.interviewId))) return nothing;
  return { kind: 'decide', outcome: conclusion, on: groundsFrom(proposed), tell };
}

const doesSomething = ({ on, mode, notify }: Rule): boolean => on && (mode === 'act' || notify === true);

/** A person has begun to judge, or the candidate waits for one. */
const isInHand = ({ judgement, tickets }: InterviewState): boolean =>
  judgement !== null || tickets.some(({ closedAt }) => closedAt === null);

/** A person took a decision back since the candidate ended: from then on people decide. */
function wasOverruled(history: Recorded[]): boolean {
  const last = (type: Recorded['event']['type']) => history.findLast(({ event }) => event.type === type)?.version ?? 0;
  return last('decision_undone') > last('ended');
}
