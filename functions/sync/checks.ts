import type { Request } from '#functions/http/request.ts';
import type { CheckRecord, Checks } from '#functions/ports/sync.ts';
import type { Clock, Directory, StaffActor } from '#functions/ports.ts';
import { ok } from '#shared/result.ts';

type Deps = { checks: Checks; directory: Directory; clock: Clock };

const page = 30;
const daysShown = 30;

/** 「状态核对」: the last checks with what was healed, and how many of the month found something. */
export async function checks(deps: Deps, { actor, query }: Request<'sync.checks', StaffActor>) {
  const { company } = actor;
  const [found, days, requisitions] = await Promise.all([
    deps.checks.page(company, { drifted: query.show === 'drifted', limit: page, cursor: query.cursor }),
    deps.checks.days(company, daysShown),
    deps.directory.requisitions(company),
  ]);
  const openingOf = (requisitionId: string) => {
    const opening = requisitions.find((one) => one.requisitionId === requisitionId);
    return opening === undefined ? null : { position: opening.position, department: opening.department };
  };
  const nameOf = async ({ subject, by }: CheckRecord) => ({
    candidate:
      subject.kind === 'interview'
        ? ((await deps.directory.candidate(company, subject.candidateId))?.name ?? null)
        : null,
    opening: 'requisitionId' in subject ? openingOf(subject.requisitionId) : null,
    person: by === 'system' ? null : ((await deps.directory.staff(company, by))?.name ?? null),
  });
  return ok({
    days,
    checks: await Promise.all(
      found.checks.map(async (record) => {
        const { at, cause, subject, differences } = record;
        const isInterview = subject.kind === 'interview';
        return {
          at,
          cause,
          kind: subject.kind,
          interviewId: isInterview ? subject.interviewId : null,
          applicationId: isInterview ? subject.applicationId : null,
          ...(await nameOf(record)),
          differences,
        };
      }),
    ),
    cursor: found.cursor,
  });
}
