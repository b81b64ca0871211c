import { apply as applyEn } from './en/apply.ts';
import { booking as bookingEn } from './en/booking.ts';
import { candidate as candidateEn } from './en/candidate.ts';
import { errors as errorsEn } from './en/errors.ts';
import { hiring as hiringEn } from './en/hiring.ts';
import { interviewRoom as roomEn } from './en/interview-room.ts';
import { practice as practiceEn } from './en/practice.ts';
import { precheck as precheckEn } from './en/precheck.ts';
import { privacy as privacyEn } from './en/privacy.ts';
import { proof as proofEn } from './en/proof.ts';
import * as statusesEn from './en/statuses.ts';
import { voluntary as voluntaryEn } from './en/voluntary.ts';
import type { Words } from './words.ts';
import { apply } from './zh/apply.ts';
import { booking } from './zh/booking.ts';
import { candidate } from './zh/candidate.ts';
import { errors } from './zh/errors.ts';
import { hiring } from './zh/hiring.ts';
import { interviewRoom } from './zh/interview-room.ts';
import { practice } from './zh/practice.ts';
import { precheck } from './zh/precheck.ts';
import { privacy } from './zh/privacy.ts';
import { proof } from './zh/proof.ts';
import * as statuses from './zh/statuses.ts';
import { voluntary } from './zh/voluntary.ts';

/** Every word a person reads in the mini-program: Chinese. */
export const copy = {
  apply,
  booking,
  candidate,
  errors,
  hiring,
  practice,
  precheck,
  privacy,
  proof,
  statuses,
  room: interviewRoom,
  voluntary,
};
export type Copy = Words<typeof copy>;

const english: Copy = {
  apply: applyEn,
  booking: bookingEn,
  candidate: candidateEn,
  errors: errorsEn,
  hiring: hiringEn,
  practice: practiceEn,
  precheck: precheckEn,
  privacy: privacyEn,
  proof: proofEn,
  statuses: statusesEn,
  room: roomEn,
  voluntary: voluntaryEn,
};

export const copyFor = (language: 'zh' | 'en'): Copy => (language === 'zh' ? copy : english);
