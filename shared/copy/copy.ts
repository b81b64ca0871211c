import { candidate as candidateEn } from './en/candidate.ts';
import { errors as errorsEn } from './en/errors.ts';
import * as statusesEn from './en/statuses.ts';
import { candidate } from './zh/candidate.ts';
import { errors } from './zh/errors.ts';
import * as statuses from './zh/statuses.ts';

/** Literal texts widen to strings, so that the two languages have one shape. */
type Words<T> = T extends string
  ? string
  : T extends (...given: infer A) => string
    ? (...given: A) => string
    : { readonly [K in keyof T]: Words<T[K]> };

/** Every word a person reads in the mini-program: Chinese. */
export const copy = { candidate, errors, statuses };
export type Copy = Words<typeof copy>;

const english: Copy = { candidate: candidateEn, errors: errorsEn, statuses: statusesEn };

export const copyFor = (language: 'zh' | 'en'): Copy => (language === 'zh' ? copy : english);
