import { arrangementWords } from '#functions/application/hiring-notes.ts';
import type { Request } from '#functions/http/request.ts';
import type { CandidateActor, Directory, Interviews } from '#functions/ports.ts';
import { meeting as words } from '#shared/copy/zh/messages.ts';
import { meetingAhead } from '#shared/interview/hiring.ts';
import { calendarEntry, meetingEntry } from '#shared/messaging/calendar-entry.ts';
import type { CalendarEntry } from '#shared/messaging/email.ts';
import { ok, refuse } from '#shared/result.ts';

type Deps = {
  interviews: Interviews;
  directory: Directory;
  calendarFile: (entry: CalendarEntry) => Promise<string>;
};

/** The appointment for the candidate's own calendar. */
export async function calendar(deps: Deps, { actor, params }: Request<'booking.calendar', CandidateActor>) {
  const { company } = actor;
  const state = await deps.interviews.load(company, params.interviewId);
  if (state?.candidateId !== actor.candidateId) return refuse({ code: 'not_found' as const });
  const meeting = meetingAhead(state);
  const version = meeting?.since ?? state.appointment?.since;
  if (version === undefined || state.status === 'cancelled') return refuse({ code: 'interview_not_started' as const });
  const [owner, position] = await Promise.all([
    deps.directory.company(company),
    deps.directory.position(company, state.positionId),
  ]);
  const about = { company: owner?.name ?? '', position: position?.title ?? '', help: owner?.contact.phone ?? '' };
  const told = meeting && {
    ...about,
    hiring: { round: words.round[meeting.round], ...(await arrangementWords(deps, company, state)) },
  };
  const entry =
    (told === null ? undefined : meetingEntry(state, told, { version, url: '' })) ??
    calendarEntry(state, about, { version, url: '' });
  if (entry === undefined) return refuse({ code: 'interview_not_started' as const });
  return ok({ ics: await deps.calendarFile(entry) });
}
