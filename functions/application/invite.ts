import { planFor } from '#functions/experiment/plan-for.ts';
import type { Request } from '#functions/http/request.ts';
import { type Receipt, type Refusal, receiptOf } from '#functions/interview/perform.ts';
import type { Experiments } from '#functions/ports/experiments.ts';
import type { Clock, Copies, Directory, Ids, Interviews, Operations, StaffActor } from '#functions/ports.ts';
import { openingOf } from '#functions/requisition/opening.ts';
import { matchResume } from '#shared/application/match.ts';
import { decide } from '#shared/interview/decide.ts';
import { evolve } from '#shared/interview/evolve.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { freezeTerms } from '#shared/interview/terms.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import { dueDifference } from '#shared/schedule/due-items.ts';

type Deps = {
  interviews: Interviews;
  operations: Operations;
  directory: Directory;
  copies: Copies;
  experiments: Experiments;
  clock: Clock;
  ids: Ids;
};
type Invited = Result<Receipt & { applicationId: string }, Refusal>;

/** Invites a candidate whose résumé matches the position; settings and plan freeze into the interview here. */
export async function invite(deps: Deps, request: Request<'application.invite', StaffActor>): Promise<Invited> {
  const { actor, params, input, bodyHash } = request;
  const { company } = actor;
  const operation = { id: input.operationId, name: 'application.invite', bodyHash };
  const earlier = await answered(deps, company, operation);
  if (earlier !== undefined) return earlier;
  const [opening, candidate] = await Promise.all([
    openingOf(deps, company, params.requisitionId),
    deps.directory.candidate(company, input.candidateId),
  ]);
  if (opening === undefined || candidate === undefined) return refuse({ code: 'not_found' });
  if (!opening.open) return refuse({ code: 'requisition_closed' });
  const { requisition, position, settings } = opening;
  const match = matchResume(candidate.resume, position.criteria, settings.matchThreshold);
  if (!match.matched) return refuse({ code: 'not_matched', details: { share: match.share } });

  const plan = await planFor(deps, company, position);
  const now = deps.clock.now();
  const { candidateId } = candidate;
  const { requisitionId, positionId } = requisition;
  const command = {
    type: 'invite' as const,
    by: actor.userId,
    interviewId: deps.ids.make('itv'),
    applicationId: deps.ids.make('app'),
    candidateId,
    requisitionId,
    positionId,
    terms: freezeTerms(plan, settings, now, input.extraTime),
  };
  const decision = decide(undefined, command, now);
  if (!decision.ok) return refuse({ code: decision.error });
  const after = decision.value.reduce<InterviewState | undefined>(evolve, undefined);
  if (after === undefined) throw new Error('an invitation decided nothing');
  const answer = { ...receiptOf(after), applicationId: after.applicationId };
  const committed = await deps.interviews.commit({
    company,
    before: undefined,
    after,
    events: decision.value,
    due: dueDifference(undefined, after),
    plan,
    name: candidate.name,
    operation: { ...operation, answer },
  });
  if (committed.ok) return ok(answer);
  return (
    (await answered(deps, company, operation)) ??
    refuse({ code: committed.error.kind === 'already_invited' ? 'already_invited' : 'version_conflict' })
  );
}

async function answered(
  { operations }: Pick<Deps, 'operations'>,
  company: string,
  operation: { id: string; name: string; bodyHash: string },
): Promise<Invited | undefined> {
  const known = await operations.find(company, operation.id);
  if (known === undefined) return undefined;
  const same = known.name === operation.name && known.bodyHash === operation.bodyHash;
  return same ? ok(known.answer as Receipt & { applicationId: string }) : refuse({ code: 'operation_conflict' });
}
