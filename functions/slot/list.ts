import type { Request } from '#functions/http/request.ts';
import type { Clock, Directory, Interviews, Slots, StaffActor } from '#functions/ports.ts';
import { localTime } from '#shared/copy/zh/local-time.ts';
import { ok, refuse } from '#shared/result.ts';
import { effectiveSettings } from '#shared/settings.ts';

type Deps = { interviews: Interviews; directory: Directory; slots: Slots; clock: Clock };

/** The times offered for a position, and who holds a place in each. */
export async function list(deps: Deps, { actor, params, query }: Request<'slot.list', StaffActor>) {
  const { company } = actor;
  const { positionId } = params;
  const [owner, position] = await Promise.all([
    deps.directory.company(company),
    deps.directory.position(company, positionId),
  ]);
  if (owner === undefined || position === undefined) return refuse({ code: 'not_found' as const });
  const { timeZone, booking } = effectiveSettings(owner.settings, position.settings);
  const found = await deps.slots.from(company, positionId, query.from ?? deps.clock.now().toISOString());
  const slots = await Promise.all(
    found.map(async ({ slotId, startsAt, endsAt, capacity, open, holders }) => ({
      slotId,
      startsAt,
      endsAt,
      text: localTime(startsAt, timeZone),
      capacity,
      open,
      holders: (await Promise.all(holders.map((itv) => holder(deps, company, itv)))).flat(),
    })),
  );
  return ok({ timeZone, booking, slots });
}

async function holder({ interviews, directory }: Deps, company: string, interviewId: string) {
  const state = await interviews.load(company, interviewId);
  if (state === undefined) return [];
  const candidate = await directory.candidate(company, state.candidateId);
  return [{ interviewId, applicationId: state.applicationId, candidate: candidate?.name ?? '' }];
}
