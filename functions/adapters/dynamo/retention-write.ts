import { plusHours } from '#shared/interview/windows.ts';
import { privacyLimits } from '#shared/privacy/limits.ts';
import { keys } from './keys.ts';
import type { Write } from './transact.ts';

/** Part of the transaction by which we come to have somebody's data: from now on it is looked at whether it is still needed. */
export const retentionWrite = (company: string, candidateId: string, now: Date): Write => {
  const knownSince = now.toISOString();
  const dueAt = plusHours(knownSince, privacyLimits.lookDays * 24);
  const due = { company, kind: 'retention', dueShard: 'privacy', dueAt };
  return { on: 'retention', Put: { Item: { ...keys.retention(company, candidateId), ...due, knownSince } } };
};
