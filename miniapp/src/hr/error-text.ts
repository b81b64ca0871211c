import type { CallError } from '../api/call-error.ts';
import { copy } from '../copy.ts';
import { words } from './words.ts';

/** Why it did not work, in a sentence for a recruiter. */
export function errorText(error: CallError): string {
  if (error.kind !== 'refused') return words.state.unreachable;
  return words.errors[error.code] ?? copy.errors[error.code] ?? copy.errors.internal;
}
