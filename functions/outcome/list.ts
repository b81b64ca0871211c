import type { Request } from '#functions/http/request.ts';
import type { OutcomePulls } from '#functions/ports/outcomes.ts';
import type { StaffActor } from '#functions/ports.ts';
import { fillsSeat } from '#shared/interview/hiring.ts';
import { limits } from '#shared/limits.ts';
import { ok } from '#shared/result.ts';
import { nothingKnown, type OutcomeDeps, outcomeRow } from './hired.ts';

/** People that one page shows, the last decided first. */
const shown = 200;

/** 入职后的表现: everybody who was hired, with what is known of how it went. */
export async function listOutcomes(
  deps: OutcomeDeps & { pulls: Pick<OutcomePulls, 'last'> },
  { actor: { company } }: Request<'outcome.list', StaffActor>,
) {
  const [known, hired, pulled] = await Promise.all([
    deps.outcomes.all(company),
    hiredPeople(deps, company),
    deps.pulls.last(company),
  ]);
  const byApplication = new Map(known.map((one) => [one.applicationId, one]));
  const outcomes = await Promise.all(
    hired.map((state) => {
      const { applicationId } = state;
      const who = { ...state, joinedAt: state.hiring.joinedAt };
      return outcomeRow(deps, company, who, byApplication.get(applicationId) ?? nothingKnown(applicationId));
    }),
  );
  return ok({ outcomes, needed: limits.analytics.weights.people, pulled: pulled ?? null });
}

async function hiredPeople({ rows, interviews }: OutcomeDeps, company: string) {
  const found = [];
  let after: string | undefined;
  do {
    const page = await rows.page(company, { lists: ['evaluated'], newestFirst: true, after });
    const states = await Promise.all(page.rows.map(({ interviewId }) => interviews.load(company, interviewId)));
    found.push(...states.filter((state) => state !== undefined && fillsSeat(state)));
    after = page.cursor ?? undefined;
  } while (after !== undefined && found.length < shown);
  return found.filter((state) => state !== undefined).slice(0, shown);
}
