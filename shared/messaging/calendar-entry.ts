import { email, meeting, calendar as words } from '../copy/zh/messages.ts';
import type { InterviewState } from '../interview/state.ts';
import type { Facts } from './compose.ts';
import type { CalendarEntry } from './email.ts';

type Appointed = Pick<InterviewState, 'interviewId' | 'status' | 'appointment'>;
type About = Pick<Facts, 'company' | 'position' | 'help'>;

/**
 * The candidate's calendar entry of what was agreed; undefined where nothing was. `version`: the event it comes from, by
 * which a calendar knows the newest. `url`: where it opens, '' for nowhere.
 */
export function calendarEntry(
  { interviewId, status, appointment }: Appointed,
  { company, position, help }: About,
  { version, url }: { version: number; url: string },
): CalendarEntry | undefined {
  if (appointment === null) return undefined;
  const { startsAt, endsAt } = appointment;
  return {
    uid: interviewId,
    sequence: version,
    startsAt,
    endsAt,
    summary: words.summary(company, position),
    description: words.description(help),
    url,
    ...(status === 'cancelled' && { cancelled: true }),
  };
}

/** The same of the meeting after the AI interview; one that was called off is taken out again. */
export function meetingEntry(
  { interviewId, hiring }: Pick<InterviewState, 'interviewId' | 'hiring'>,
  facts: About & Pick<Facts, 'hiring'>,
  { version, url }: { version: number; url: string },
): CalendarEntry | undefined {
  const { arrangement, calledOff } = hiring;
  const of = arrangement ?? calledOff;
  if (of === null) return undefined;
  const { round = meeting.round.second, place = '', material = '' } = facts.hiring ?? {};
  const about = [
    { key: meeting.place, value: place },
    { key: meeting.material, value: material },
    { key: email.help, value: facts.help },
  ];
  return {
    uid: `${interviewId}.meeting`,
    sequence: version,
    startsAt: of.startsAt,
    endsAt: of.endsAt,
    summary: meeting.summary(facts.company, facts.position, round),
    description: about
      .filter(({ value }) => value !== '')
      .map(({ key, value }) => `${key}:${value}`)
      .join('\n'),
    url,
    ...(arrangement === null && { cancelled: true }),
  };
}
