import type { Request } from '#functions/http/request.ts';
import type { Requisitions } from '#functions/ports/hiring.ts';
import type { Organisation } from '#functions/ports/organisation.ts';
import type { Nameplates } from '#functions/ports/workbench.ts';
import type { Directory, Interviews, StaffActor } from '#functions/ports.ts';
import { fillsSeat, hasJoined, holdsSeat } from '#shared/interview/hiring.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { byUrgency } from '#shared/organisation/onboarding.ts';
import { withBelow } from '#shared/organisation/tree.ts';
import { ok, refuse } from '#shared/result.ts';
import { departmentsSeen } from './openings.ts';

type Deps = {
  organisation: Organisation;
  directory: Directory;
  interviews: Interviews;
  requisitions: Requisitions;
  nameplates: Nameplates;
};

/**
 * 「销售部-待入职」: whoever is on the way into a department or one below it. Who holds a vacancy stands in its requisition, so
 * no list is searched.
 */
export async function onboarding(deps: Deps, { actor, params }: Request<'organisation.onboarding', StaffActor>) {
  const { company } = actor;
  const departments = departmentsSeen(await deps.organisation.departments(company), actor);
  const department = departments.find((one) => one.departmentId === params.departmentId);
  if (department === undefined) return refuse({ code: 'not_found' as const });
  const within = withBelow(departments, [department.departmentId]);
  const requisitions = (await deps.directory.requisitions(company)).filter((one) => within.has(one.departmentId ?? ''));
  const found = await Promise.all(
    requisitions.map(async (requisition) => {
      const holders = await deps.requisitions.holders(company, requisition.requisitionId);
      const states = await Promise.all(holders.map((id) => deps.interviews.load(company, id)));
      return states.flatMap((state) => (state === undefined || !isOnTheWay(state) ? [] : [{ state, requisition }]));
    }),
  );
  const all = found.flat();
  const names = await deps.nameplates.candidates(
    company,
    all.map(({ state }) => state.candidateId),
  );
  const people = all.map(({ state, requisition }) => ({
    interviewId: state.interviewId,
    applicationId: state.applicationId,
    name: names.get(state.candidateId) ?? '',
    position: requisition.position,
    department: requisition.department,
    requisitionId: requisition.requisitionId,
    priority: requisition.priority ?? ('normal' as const),
    stage: fillsSeat(state) ? ('onboarding' as const) : ('offer' as const),
    since: sinceOf(state),
  }));
  return ok({ department: department.name, people: people.sort(byUrgency) });
}

const isOnTheWay = (state: InterviewState): boolean => holdsSeat(state) && !hasJoined(state);

/** When the offer was accepted, or the decision was made. */
const sinceOf = ({ hiring, decidedAt, invitedAt }: InterviewState): string =>
  hiring.offer?.answeredAt ?? decidedAt ?? invitedAt;
