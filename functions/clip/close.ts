import { isDeepStrictEqual } from 'node:util';
import type { Request } from '#functions/http/request.ts';
import type { ClipRecord, Clips, ClosedClip } from '#functions/ports/clip.ts';
import type { CandidateActor, Clock, Interviews } from '#functions/ports.ts';
import { mediaLimits } from '#shared/interview/media.ts';
import { ok, refuse } from '#shared/result.ts';
import { admit, ownInterview } from './admit.ts';
import { clipView } from './view.ts';

type Deps = { interviews: Interviews; clips: Clips; clock: Clock; config: { recognition: boolean } };

/** Every part of it has been sent. The same again is answered as before; another clip under its id is refused. */
export async function close(deps: Deps, { actor, params, input }: Request<'clip.close', CandidateActor>) {
  const { company } = actor;
  const closed: ClosedClip = { ...input, clipId: params.clipId, name: input.name ?? null };
  const state = await ownInterview(deps, actor, params.interviewId);
  if (state === undefined) return refuse({ code: 'not_found' as const });
  const known = await deps.clips.get(company, state.interviewId, closed.clipId);
  if (known !== undefined) return answerOf(closed, known);
  const admitted = await admit(deps, company, state, closed);
  if (!admitted.ok) return refuse({ code: admitted.error });
  if (closed.attempt !== admitted.value.attempt) return refuse({ code: 'not_found' as const });
  if (!fits(closed)) return refuse({ code: 'media_not_allowed' as const });
  const record: ClipRecord = {
    ...closed,
    closedAt: deps.clock.now().toISOString(),
    state: closed.kind !== 'file' && deps.config.recognition ? 'transcribing' : 'none',
    assembled: null,
    transcript: null,
    speech: null,
    flags: [],
    recogniser: null,
    settledAt: null,
  };
  return answerOf(closed, await deps.clips.putOnce(company, state.interviewId, record));
}

const fits = ({ kind, seconds, parts, bytes }: ClosedClip): boolean =>
  seconds <= mediaLimits.seconds[kind] &&
  parts <= mediaLimits.parts[kind] &&
  bytes >= parts &&
  bytes <= parts * mediaLimits.partBytes[kind];

function answerOf(closed: ClosedClip, kept: ClipRecord) {
  const told = Object.fromEntries(Object.keys(closed).map((name) => [name, kept[name as keyof ClosedClip]]));
  return isDeepStrictEqual(told, closed) ? ok(clipView(kept)) : refuse({ code: 'clip_conflict' as const });
}
