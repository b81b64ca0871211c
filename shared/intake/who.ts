import { phoneOf } from './phone.ts';

/** Whose row of a table it is: by the application's id, or by phone. */
export type Who = { phone: string } | { applicationId: string };
type WhoField = 'phone' | 'applicationId';
type WhoProblem = 'who_missing' | 'phone_rounded' | 'phone_invalid';

/** As it is compared with words that are known. */
export const word = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

export const whoFieldOf = (who: Who): WhoField => ('phone' in who ? 'phone' : 'applicationId');

export function whoOf(
  given: Record<WhoField, string>,
  wrong: (field: 'phone', problem: WhoProblem) => void,
): Who | undefined {
  const applicationId = word(given.applicationId);
  if (/^app_[a-z0-9]{4,40}$/.test(applicationId)) return { applicationId };
  const called = phoneOf(given.phone);
  if ('phone' in called) return called;
  wrong('phone', called.problem === 'phone_missing' ? 'who_missing' : called.problem);
  return undefined;
}
