import type { Request } from '#functions/http/request.ts';
import type { Media } from '#functions/ports/clip.ts';
import type { CandidateActor, Interviews } from '#functions/ports.ts';
import { mediaLimits } from '#shared/interview/media.ts';
import { ok, refuse } from '#shared/result.ts';
import { ownInterview } from './admit.ts';
import { mediaKey } from './media-key.ts';

type Deps = { interviews: Interviews; media: Media };

/** A form for as many bytes as the pre-check sends, to be timed on their way. */
export async function probe(deps: Deps, { actor, params }: Request<'interview.probe', CandidateActor>) {
  const state = await ownInterview(deps, actor, params.interviewId);
  if (state === undefined) return refuse({ code: 'not_found' as const });
  const bytes = mediaLimits.probeBytes;
  const key = mediaKey.probe(actor.company, state.interviewId);
  const wanted = { key, mime: 'application/octet-stream', maxBytes: bytes, minutes: mediaLimits.formMinutes };
  return ok({ form: deps.media.form(wanted), bytes });
}
