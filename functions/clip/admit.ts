import type { CandidateActor, Interviews } from '#functions/ports.ts';
import type { Recorded } from '#shared/interview/events.ts';
import { clipEpoch, isMediaType, type MediaKind } from '#shared/interview/media.ts';
import type { InterviewState, InterviewStatus } from '#shared/interview/state.ts';
import { waysOf } from '#shared/interview/ways.ts';
import { ok, type Result, refuse } from '#shared/result.ts';

export type AdmitRefusal =
  | 'not_found'
  | 'interview_not_started'
  | 'interview_ended'
  | 'interview_closed'
  | 'media_not_allowed';

type Asked = { clipId: string; questionId: string; kind: MediaKind; mime: string };

/**
 * Whether media of this status's interviews may still arrive: also after an end, which may have been made before the
 * last upload was through, and counted it.
 */
const refusedIn: Record<InterviewStatus, AdmitRefusal | undefined> = {
  invited: 'interview_not_started',
  scheduled: 'interview_not_started',
  in_progress: undefined,
  submitted: undefined,
  incomplete: undefined,
  evaluated: 'interview_ended',
  no_show: 'interview_closed',
  cancelled: 'interview_closed',
};

/** The interview, where it is this candidate's own; anybody else's is as absent as none. */
export async function ownInterview(
  { interviews }: { interviews: Interviews },
  actor: CandidateActor,
  interviewId: string,
): Promise<InterviewState | undefined> {
  const state = await interviews.load(actor.company, interviewId);
  return state?.candidateId === actor.candidateId ? state : undefined;
}

/** Whether a clip of this kind may be handed in for this question now, and to which attempt it belongs. */
export async function admit(
  { interviews }: { interviews: Interviews },
  company: string,
  state: InterviewState,
  { clipId, questionId, kind, mime }: Asked,
): Promise<Result<{ attempt: number }, AdmitRefusal>> {
  const closed = refusedIn[state.status];
  if (closed !== undefined) return refuse(closed);
  const [history, plan] = await Promise.all([
    interviews.history(company, state.interviewId),
    interviews.plan(company, state.interviewId),
  ]);
  // An older opening may still hand in what it recorded; one that nobody was given cannot.
  const epoch = clipEpoch(clipId);
  const attempt = attemptOf(history, epoch);
  const question = plan.questions.find(({ id }) => id === questionId);
  if (epoch > state.epoch || attempt === undefined || question === undefined) return refuse('not_found');
  if (attempt !== state.attempt) return refuse('interview_ended');
  const consented = kind === 'file' || mayRecord(history);
  return waysOf(question).includes(kind) && isMediaType(kind, mime) && consented
    ? ok({ attempt })
    : refuse('media_not_allowed');
}

/** The attempt during which the interview was opened for this time. */
function attemptOf(history: Recorded[], epoch: number): number | undefined {
  return history
    .flatMap(({ event }) => (event.type === 'started' || event.type === 'restarted' ? [event.data] : []))
    .findLast((begun) => begun.epoch <= epoch)?.attempt;
}

const mayRecord = (history: Recorded[]): boolean =>
  history.some(
    ({ event }) =>
      event.type === 'started' && event.data.consents.some((one) => one.purpose === 'recording' && one.granted),
  );
