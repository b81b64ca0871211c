import { booking as bookingEn } from './en/booking.ts';
import { candidate as candidateEn } from './en/candidate.ts';
import { errors as errorsEn } from './en/errors.ts';
import { interviewRoom as roomEn } from './en/interview-room.ts';
import { practice as practiceEn } from './en/practice.ts';
import { precheck as precheckEn } from './en/precheck.ts';
import * as statusesEn from './en/statuses.ts';
import { booking } from './zh/booking.ts';
import { candidate } from './zh/candidate.ts';
import { errors } from './zh/errors.ts';
import { interviewRoom } from './zh/interview-room.ts';
import { practice } from './zh/practice.ts';
import { precheck } from './zh/precheck.ts';
import * as statuses from './zh/statuses.ts';

/** Literal texts widen to strings, so that the two languages have one shape. */
type Words<T> = T extends string
  ? string
  : T extends (...given: infer A) => string
    ? (...given: A) => string
    : { readonly [K in keyof T]: Words<T[K]> };

/** Every word a person reads in the mini-program: Chinese. */
export const copy = { booking, candidate, errors, practice, precheck, statuses, room: interviewRoom };
export type Copy = Words<typeof copy>;

const english: Copy = {
  booking: bookingEn,
  candidate: candidateEn,
  errors: errorsEn,
  practice: practiceEn,
  precheck: precheckEn,
  statuses: statusesEn,
  room: roomEn,
};

export const copyFor = (language: 'zh' | 'en'): Copy => (language === 'zh' ? copy : english);
