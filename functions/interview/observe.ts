import type { Request } from '#functions/http/request.ts';
import type { Withdrawals } from '#functions/ports/consents.ts';
import type { CandidateActor, Clock, Interviews } from '#functions/ports.ts';
import { tookBack } from '#functions/privacy/took-back.ts';
import { limits } from '#shared/limits.ts';
import { ok, refuse } from '#shared/result.ts';

type Deps = { interviews: Interviews; clock: Clock; withdrawals?: Pick<Withdrawals, 'of'> };

/**
 * What happened around the answers (left the app, camera off), where company and candidate agreed to it. Context for a
 * reader, never a score. Each batch is a note of its own, named by its first instant: the same batch comes once.
 */
export async function observe(
  { interviews, withdrawals }: Deps,
  { actor, params, input }: Request<'interview.observe', CandidateActor>,
) {
  const { company } = actor;
  const { interviewId } = params;
  const state = await interviews.load(company, interviewId);
  if (state?.candidateId !== actor.candidateId) return refuse({ code: 'not_found' as const });
  const history = await interviews.history(company, interviewId);
  const started = history.find(({ event }) => event.type === 'started')?.event;
  const agreed =
    started?.type === 'started' && started.data.consents.some((one) => one.purpose === 'behaviour' && one.granted);
  if (!agreed || (await tookBack(withdrawals, company, state, 'behaviour')))
    return refuse({ code: 'consent_required' as const });
  const prefix = `behaviour#${input.attempt}#`;
  const kept = await interviews.notes(company, interviewId, prefix);
  if (kept.length >= limits.observationBatches) return ok({ kept: 0 });
  const first = input.seen[0];
  if (first === undefined) return ok({ kept: 0 });
  await interviews.putNote(company, interviewId, { name: `${prefix}${first.at}`, value: { seen: input.seen } }, 'once');
  return ok({ kept: input.seen.length });
}
