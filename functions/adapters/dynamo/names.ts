import { nameParts } from '#shared/application/name-parts.ts';
import { keys } from './keys.ts';
import type { Write } from './transact.ts';

/** By every part of the name. What deletes a person deletes these: they follow from the name and the interview. */
export const nameWrites = (company: string, interviewId: string, name: string): Write[] =>
  nameParts(name).map((part) => ({
    on: 'name',
    Put: { Item: { ...keys.nameOf(company, part, interviewId), interviewId } },
  }));
