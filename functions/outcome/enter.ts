import type { Request } from '#functions/http/request.ts';
import type { Clock, StaffActor } from '#functions/ports.ts';
import { ok } from '#shared/result.ts';
import { type WriteOutcomeDeps, writeOutcome } from './write.ts';

/** How it went with people who were hired; each is a next version, and what stands already is not written again. */
export async function enterOutcomes(
  deps: WriteOutcomeDeps & { clock: Clock },
  { actor, input }: Request<'outcome.enter', StaffActor>,
) {
  const { company, userId } = actor;
  const made = { at: deps.clock.now().toISOString(), by: userId, from: input.from };
  const results = await Promise.all(
    input.outcomes.map(({ version: read, ...given }) => writeOutcome(deps, company, { given, read, made })),
  );
  const ids = (wanted: (typeof results)[number]) =>
    input.outcomes.filter((_, at) => results[at] === wanted).map(({ applicationId }) => applicationId);
  return ok({ written: ids('written'), same: ids('same'), refused: ids('refused') });
}
