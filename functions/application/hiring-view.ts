import type * as z from 'zod';
import type { Requisitions } from '#functions/ports/hiring.ts';
import type { Interviews } from '#functions/ports.ts';
import type { hiringDeskSchema, hiringViewSchema } from '#shared/contract/hiring.ts';
import { localTime } from '#shared/copy/zh/local-time.ts';
import { arrangeBy } from '#shared/interview/arrange.ts';
import { fillsSeat } from '#shared/interview/hiring.ts';
import { mayDecide } from '#shared/interview/may-decide.ts';
import { joinUndoableUntil } from '#shared/interview/offer.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { limits } from '#shared/limits.ts';
import { dayOf, workingDayAfter } from '#shared/schedule/wall-time.ts';
import { answerWords, arrangementWords, offerWords, roundWords } from './hiring-notes.ts';

type Deps = { interviews: Interviews };
type View = z.infer<typeof hiringViewSchema>;
type Desk = z.infer<typeof hiringDeskSchema>;

/** What follows the AI interview, as the candidate reads it. */
export async function hiringView(deps: Deps, company: string, state: InterviewState, timeZone: string): Promise<View> {
  const { arrangement, offer, joinedAt, closure } = state.hiring;
  const { interviewId } = state;
  const [words, terms, answered, offerAnswered] = await Promise.all([
    arrangementWords(deps, company, state),
    offerWords(deps, company, state),
    arrangement?.answer ? answerWords(deps, company, interviewId, arrangement.since) : '',
    offer?.answer ? answerWords(deps, company, interviewId, offer.since) : '',
  ]);
  return {
    meeting: arrangement && {
      since: arrangement.since,
      round: arrangement.round,
      startsAt: arrangement.startsAt,
      endsAt: arrangement.endsAt,
      text: localTime(arrangement.startsAt, timeZone),
      ...words,
      answer: arrangement.answer && { ...arrangement.answer, words: answered },
    },
    offer: offer && {
      since: offer.since,
      until: offer.until,
      untilText: localTime(offer.until, timeZone),
      words: terms,
      answer: offer.answer,
      answeredAt: offer.answeredAt,
      answerWords: offerAnswered,
    },
    joinedAt,
    closure: closure && { at: closure.at, choice: closure.choice },
  };
}

/** The same for HR, with what may be done next and what the forms begin with. */
export async function hiringDesk(
  deps: Deps & { requisitions: Requisitions },
  company: string,
  { state, timeZone, now }: { state: InterviewState; timeZone: string; now: Date },
): Promise<Desk> {
  const { requisitionId, hiring, interviewId } = state;
  const [view, standing, holders, results] = await Promise.all([
    hiringView(deps, company, state, timeZone),
    deps.requisitions.standing(company, requisitionId),
    deps.requisitions.holders(company, requisitionId),
    Promise.all(
      hiring.results.map(async (one) => ({ ...one, words: await roundWords(deps, company, interviewId, one.round) })),
    ),
  ]);
  const { meetingTime, meetingMinutes, offerTime, offerDays } = limits.hiring;
  return {
    ...view,
    requisitionId,
    results,
    arrangeBy: arrangeBy(state),
    alarmedAt: hiring.alarmedAt,
    mayDecide: mayDecide(state, now),
    mayJoin: fillsSeat(state) && hiring.joinedAt === null,
    joinUndoUntil: stillAhead(joinUndoableUntil(state), now),
    vacancies: standing?.vacancies ?? 0,
    taken: holders.length,
    closedAt: standing?.closedAt ?? null,
    proposed: {
      today: dayOf(now, timeZone),
      meeting: { date: workingDayAfter(now, timeZone), time: meetingTime, minutes: meetingMinutes },
      offer: { date: workingDayAfter(now, timeZone, offerDays), time: offerTime },
    },
  };
}

const stillAhead = (until: string | null, now: Date): string | null =>
  until !== null && now < new Date(until) ? until : null;
