import type { Request } from '#functions/http/request.ts';
import type { CandidateActor, Directory, Interviews } from '#functions/ports.ts';
import { stageOf } from '#shared/application/copies.ts';
import type { Output } from '#shared/contract/operations.ts';
import { closesAt } from '#shared/interview/windows.ts';
import { ok } from '#shared/result.ts';
import { appointmentView } from '#shared/schedule/appointment-view.ts';

type Deps = { interviews: Interviews; directory: Directory };

/** The candidate's own interviews with this company, newest first. */
export async function list({ interviews, directory }: Deps, { actor }: Request<'interview.list', CandidateActor>) {
  const { company, candidateId } = actor;
  const owner = await directory.company(company);
  const ids = await interviews.ofCandidate(company, candidateId);
  const cards = await Promise.all(
    ids.map(async (interviewId): Promise<Output<'interview.list'>['interviews'][number] | undefined> => {
      const state = await interviews.load(company, interviewId);
      const position = state && (await directory.position(company, state.positionId));
      if (state === undefined || position === undefined) return undefined;
      return {
        interviewId,
        company: owner?.name ?? '',
        position: position.title,
        department: position.department,
        status: state.status,
        report: state.report.status,
        stage: stageOf(await interviews.history(company, interviewId)),
        closesAt: closesAt(state),
        bookingAsked: state.terms.appointment?.asked ?? false,
        appointment: appointmentView(state, state.terms.appointment?.timeZone ?? 'UTC'),
      };
    }),
  );
  return ok({ interviews: cards.filter((card) => card !== undefined) });
}
