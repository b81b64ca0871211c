import type { Request } from '#functions/http/request.ts';
import type { Media } from '#functions/ports/clip.ts';
import type { Withdrawals } from '#functions/ports/consents.ts';
import type { CandidateActor, Clock, Interviews } from '#functions/ports.ts';
import { tookBack } from '#functions/privacy/took-back.ts';
import { mediaLimits } from '#shared/interview/media.ts';
import { plusMinutes } from '#shared/interview/windows.ts';
import { ok, refuse } from '#shared/result.ts';
import { admit, ownInterview } from './admit.ts';
import { mediaKey } from './media-key.ts';

type Deps = { interviews: Interviews; media: Media; clock: Clock; withdrawals?: Pick<Withdrawals, 'of'> };

/** Forms for the next parts of a recording or a file. Nothing is written: a part that is sent again replaces itself. */
export async function forms(deps: Deps, { actor, params, input }: Request<'clip.forms', CandidateActor>) {
  const { company } = actor;
  const { clipId, questionId, kind, mime, from, count } = input;
  const state = await ownInterview(deps, actor, params.interviewId);
  if (state === undefined) return refuse({ code: 'not_found' as const });
  const admitted = await admit(deps, company, state, input);
  if (!admitted.ok) return refuse({ code: admitted.error });
  if (kind !== 'file' && (await tookBack(deps.withdrawals, company, state, 'recording')))
    return refuse({ code: 'media_not_allowed' as const });
  const until = Math.min(from + count, mediaLimits.parts[kind]);
  if (from >= until) return refuse({ code: 'media_not_allowed' as const });
  const place = { company, interviewId: state.interviewId, attempt: admitted.value.attempt, questionId, clipId };
  const wanted = { mime, maxBytes: mediaLimits.partBytes[kind], minutes: mediaLimits.formMinutes };
  return ok({
    forms: Array.from({ length: until - from }, (_, i) => ({
      part: from + i,
      ...deps.media.form({ ...wanted, key: mediaKey.part(place, from + i) }),
    })),
    expiresAt: plusMinutes(deps.clock.now().toISOString(), mediaLimits.formMinutes),
  });
}
