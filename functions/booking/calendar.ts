import type { Request } from '#functions/http/request.ts';
import type { CandidateActor, Clock, Directory, Interviews } from '#functions/ports.ts';
import { calendar as words } from '#shared/copy/zh/messages.ts';
import type { EmailMessage } from '#shared/messaging/email.ts';
import { ok, refuse } from '#shared/result.ts';

type Deps = {
  interviews: Interviews;
  directory: Directory;
  clock: Clock;
  calendarFile: (entry: NonNullable<EmailMessage['calendar']>, now: Date) => Promise<string>;
};

/** The appointment for the candidate's own calendar. */
export async function calendar(deps: Deps, { actor, params }: Request<'booking.calendar', CandidateActor>) {
  const { company } = actor;
  const state = await deps.interviews.load(company, params.interviewId);
  if (state?.candidateId !== actor.candidateId) return refuse({ code: 'not_found' as const });
  if (state.appointment === null || state.status === 'cancelled')
    return refuse({ code: 'interview_not_started' as const });
  const [owner, position] = await Promise.all([
    deps.directory.company(company),
    deps.directory.position(company, state.positionId),
  ]);
  const { startsAt, endsAt, since } = state.appointment;
  const entry = {
    uid: state.interviewId,
    sequence: since,
    startsAt,
    endsAt,
    summary: words.summary(owner?.name ?? '', position?.title ?? ''),
    description: words.description(owner?.contact.phone ?? ''),
    url: '',
  };
  return ok({ ics: await deps.calendarFile(entry, deps.clock.now()) });
}
