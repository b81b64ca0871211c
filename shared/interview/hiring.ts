import * as z from 'zod';
import { remindedSchema } from './appointment.ts';
import type { InterviewState } from './state.ts';

const instant = z.iso.datetime();

/** 笔试 · 复试 · 终面 */
export const roundSchema = z.enum(['written_test', 'second', 'final']);
export type Round = z.infer<typeof roundSchema>;

/** A meeting after the AI interview. Where and with what stands in a note of its own. */
export const arrangementSchema = z.object({
  round: roundSchema,
  startsAt: instant,
  endsAt: instant,
  /** The event that made it; an answer and a message belong to it and to no older one. */
  since: z.number().int().positive(),
  arrangedAt: instant,
  answer: z.object({ is: z.enum(['confirmed', 'cannot']), at: instant }).nullable(),
  reminded: z.array(remindedSchema),
});
export type Arrangement = z.infer<typeof arrangementSchema>;

const roundResultSchema = z.object({
  round: roundSchema,
  score: z.number().min(0).max(100).nullable(),
  passed: z.boolean(),
  at: instant,
});

/** `until`: by when it is to be answered. */
const offerSchema = z.object({
  until: instant,
  since: z.number().int().positive(),
  offeredAt: instant,
  answer: z.enum(['accepted', 'declined', 'lapsed']).nullable(),
  answeredAt: instant.nullable(),
});

/** What came of a decision. It begins anew with every decision; `prior` is what an undo brings back. */
const followedSchema = z.object({
  arrangement: arrangementSchema.nullable(),
  /** When HR was told that nothing had been arranged in time. */
  alarmedAt: instant.nullable(),
  offer: offerSchema.nullable(),
});

export const hiringSchema = followedSchema.extend({
  calledOff: arrangementSchema.pick({ startsAt: true, endsAt: true, since: true }).nullable(),
  results: z.array(roundResultSchema),
  joinedAt: instant.nullable(),
  /** The candidate knows of the decision that stands: by what followed it, or because it came back when a later one was undone. */
  told: z.boolean(),
  /** The decisions before the one that stands, the last one at the end. */
  prior: z.array(followedSchema.extend({ outcome: z.string(), decidedAt: instant })),
  /** The last step that may have changed who is hired. */
  movedAt: instant.nullable(),
  /** The requisition was closed while this one waited, and what the candidate chose then. */
  closure: z
    .object({ since: z.number().int().positive(), at: instant, choice: z.enum(['pool', 'wait']).nullable() })
    .nullable(),
});
export type Hiring = z.infer<typeof hiringSchema>;

export const noHiring: Hiring = {
  arrangement: null,
  alarmedAt: null,
  offer: null,
  calledOff: null,
  results: [],
  joinedAt: null,
  told: false,
  prior: [],
  movedAt: null,
  closure: null,
};

type Standing = Pick<InterviewState, 'status' | 'outcome' | 'hiring'>;

const gaveUp = ({ offer }: Hiring): boolean => offer?.answer === 'declined' || offer?.answer === 'lapsed';

/** Whether one of the requisition's vacancies is kept for this person. */
export const holdsSeat = ({ status, outcome, hiring }: Standing): boolean =>
  status === 'evaluated' && (outcome === 'onboarding' || (outcome === 'offer' && !gaveUp(hiring)));

/** 待入职 or 已入职: the vacancy is filled, not only kept. */
export const fillsSeat = (state: Standing): boolean =>
  holdsSeat(state) && (state.outcome === 'onboarding' || state.hiring.offer?.answer === 'accepted');

/** 已入职. */
export const hasJoined = (state: Standing): boolean => fillsSeat(state) && state.hiring.joinedAt !== null;

/** Only an interview that ended, was judged and was passed counts as a pass, as long as the person goes on. */
export const isPass = ({ status, outcome, hiring }: Standing): boolean =>
  status === 'evaluated' &&
  (outcome === 'second_interview' || outcome === 'onboarding' || outcome === 'offer') &&
  !gaveUp(hiring);

const waiting: readonly InterviewState['status'][] = ['invited', 'scheduled', 'in_progress', 'no_show', 'submitted'];

/** Whoever may still hope for a vacancy, and so is told when there is none any more. */
export const waitsForSeat = ({ status, outcome }: Standing): boolean =>
  waiting.includes(status) || (status === 'evaluated' && outcome === 'second_interview');

/** A closed requisition stops the clock of whoever has not begun. */
export const isSuspended = ({ status, hiring }: Standing): boolean =>
  hiring.closure !== null && (status === 'invited' || status === 'scheduled' || status === 'no_show');

/** The meeting that is to be kept: neither said no to nor over with a result. */
export const meetingAhead = ({ status, outcome, hiring }: Standing): Arrangement | null => {
  const { arrangement } = hiring;
  if (status !== 'evaluated' || outcome !== 'second_interview' || arrangement === null) return null;
  return arrangement.answer?.is === 'cannot' ? null : arrangement;
};

/** Whether a second interview still waits for HR to arrange it. */
export const isUnarranged = ({ status, outcome, hiring }: Standing): boolean =>
  status === 'evaluated' &&
  outcome === 'second_interview' &&
  hiring.arrangement === null &&
  !hiring.results.some(({ round }) => round !== 'written_test');
