import type { Request } from '#functions/http/request.ts';
import type { Copies, Directory, StaffActor } from '#functions/ports.ts';
import { ok } from '#shared/result.ts';

type Deps = { copies: Copies; directory: Directory };

/** Interviews in which a candidate waits for HR, the longest waiting first. */
export async function list({ copies, directory }: Deps, { actor, query }: Request<'ticket.list', StaffActor>) {
  const { company } = actor;
  const [page, owner] = await Promise.all([copies.attention(company, query.cursor), directory.company(company)]);
  const rows = await Promise.all(
    page.rows.map(async ({ candidateId, positionId, waitingSince, since, ...row }) => {
      const { interviewId, applicationId, status, tickets, appointment, noShow, alarms } = row;
      const [candidate, position] = await Promise.all([
        directory.candidate(company, candidateId),
        directory.position(company, positionId),
      ]);
      return {
        interviewId,
        applicationId,
        candidate: candidate?.name ?? '',
        position: position?.title ?? '',
        status,
        tickets,
        appointment,
        noShow,
        alarms,
        since: waitingSince ?? since,
      };
    }),
  );
  return ok({ rows, responseMinutes: owner?.contact.responseMinutes ?? null, cursor: page.cursor });
}
