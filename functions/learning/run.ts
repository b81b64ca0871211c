import type { Request } from '#functions/http/request.ts';
import type { LearningTurns } from '#functions/ports/learning.ts';
import type { Clock, StaffActor } from '#functions/ports.ts';
import { ok } from '#shared/result.ts';

/** The company's turn comes with the next minute's tick. */
export async function run(
  { turns, clock }: { turns: LearningTurns; clock: Clock },
  { actor }: Request<'learning.run', StaffActor>,
) {
  await turns.next(actor.company, clock.now().toISOString());
  return ok({});
}
