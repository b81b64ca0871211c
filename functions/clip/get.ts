import type { Request } from '#functions/http/request.ts';
import type { Clips, Media } from '#functions/ports/clip.ts';
import type { CandidateActor, Interviews } from '#functions/ports.ts';
import { ok, refuse } from '#shared/result.ts';
import { ownInterview } from './admit.ts';
import { playUrl } from './listen.ts';
import { clipView } from './view.ts';

type Deps = { interviews: Interviews; clips: Clips; media: Media };

/** What became of a clip, and how to hear it again. */
export async function get(deps: Deps, { actor, params }: Request<'clip.get', CandidateActor>) {
  const { company } = actor;
  const state = await ownInterview(deps, actor, params.interviewId);
  const clip = state && (await deps.clips.get(company, state.interviewId, params.clipId));
  if (clip === undefined) return refuse({ code: 'not_found' as const });
  return ok({ ...clipView(clip), url: await playUrl(deps, company, params.interviewId, clip) });
}
