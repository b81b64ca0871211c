import type { Request } from '#functions/http/request.ts';
import type { Interviews, StaffActor } from '#functions/ports.ts';
import type { Output } from '#shared/contract/operations.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { limits } from '#shared/limits.ts';
import { ok, refuse } from '#shared/result.ts';
import { propose } from '#shared/rules/evaluate.ts';
import type { RuleSet } from '#shared/rules/rule.ts';
import { type PastCursor, type PastDeps, pastPage, readCursor, writeCursor } from './past.ts';
import { knownOf } from './proposal.ts';
import { type RulesDeps, rulesOf } from './rules-of.ts';

type Deps = RulesDeps & PastDeps & { interviews: Interviews };
type Replay = Output<'position.replayRules'>;
type Looked = { person: Replay['changed'][number]; decided: 'person' | 'rule' | null };

/**
 * A page of what rules as they would be make of past interviews that have a report, beside what the rules as they are
 * make of them and what was decided in fact. As if every wait were over.
 */
export async function replay(deps: Deps, { actor, params, input }: Request<'position.replayRules', StaffActor>) {
  const { company } = actor;
  const found = await rulesOf(deps, company, params.positionId);
  if (found === undefined) return refuse({ code: 'not_found' as const });
  const from: PastCursor = input.cursor === undefined ? { looked: 0 } : readCursor(input.cursor);
  const page = await pastPage(deps, company, params.positionId, from);
  const sets = { before: found.ruleSet, after: input };
  const all = (await Promise.all(page.interviewIds.map((itv) => look(deps, company, itv, sets)))).filter(
    (one) => one !== undefined,
  );
  const looked = from.looked + page.interviewIds.length;
  const more = page.next !== undefined && looked < limits.replayed;
  return ok({ ...summed(all), cursor: more ? writeCursor({ ...page.next, looked }) : null } satisfies Replay);
}

type Sets = { before: Pick<RuleSet, 'rules'>; after: Pick<RuleSet, 'rules'> };

async function look(deps: Deps, company: string, interviewId: string, sets: Sets): Promise<Looked | undefined> {
  const state = await deps.interviews.load(company, interviewId);
  if (state?.report.status !== 'ready') return undefined;
  const report = await deps.interviews.report(company, interviewId, state.report.version);
  if (report === undefined) return undefined;
  const [facts, candidate, decided] = await Promise.all([
    knownOf(deps, company, state, report),
    deps.directory.candidate(company, state.candidateId),
    deciderOf(deps, company, state),
  ]);
  const says = (rules: Pick<RuleSet, 'rules'>) => {
    const { conclusion, rule } = propose(rules, facts, true);
    return { conclusion, ruleId: rule?.ruleId ?? null };
  };
  const person = {
    applicationId: state.applicationId,
    name: candidate?.name ?? '',
    overall: report.overall,
    before: says(sets.before),
    after: says(sets.after),
    decided: state.outcome,
  };
  return { person, decided };
}

async function deciderOf({ interviews }: Deps, company: string, { interviewId, outcome }: InterviewState) {
  if (outcome === null) return null;
  const history = await interviews.history(company, interviewId);
  return history.findLast(({ event }) => event.type === 'decided')?.event.by === 'system' ? 'rule' : 'person';
}

function summed(all: Looked[]): Omit<Replay, 'cursor'> {
  const people = all.map(({ person }) => person);
  const byPeople = all.filter(({ decided }) => decided === 'person').map(({ person }) => person);
  const ruleIds = [...new Set(people.flatMap(({ before, after }) => [before.ruleId, after.ruleId]))];
  const as = (when: 'before' | 'after') => byPeople.filter((one) => one[when].conclusion === one.decided).length;
  return {
    looked: all.length,
    changed: people.filter(({ before, after }) => before.conclusion !== after.conclusion),
    counts: ruleIds.map((ruleId) => ({
      ruleId,
      before: people.filter(({ before }) => before.ruleId === ruleId).length,
      after: people.filter(({ after }) => after.ruleId === ruleId).length,
    })),
    decided: { people: byPeople.length, before: as('before'), after: as('after') },
  };
}
