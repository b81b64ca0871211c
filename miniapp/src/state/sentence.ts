import type { CallError } from '../api/call-error.ts';
import { copy } from '../copy.ts';

/** What happened and what is safe, in the words of the device's language. */
export const sentenceOf = (error: CallError): string =>
  error.kind === 'refused' ? (copy.errors[error.code] ?? copy.errors.internal) : copy.candidate.network[error.kind];
