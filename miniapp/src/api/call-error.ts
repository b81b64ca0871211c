import type { ErrorCode } from '#shared/contract/errors.ts';

/**
 * Why a call gave no answer. `offline`: it never left the device. `unknown`: it was cut or timed out after it may have
 * been sent, so the server may or may not have done it; repeat it with the same operation id.
 */
export type CallError =
  | { kind: 'refused'; code: ErrorCode; message: string; details?: Record<string, unknown>; status: number }
  | { kind: 'offline' }
  | { kind: 'unknown' };

export const isRefused = (error: CallError, ...codes: ErrorCode[]): boolean =>
  error.kind === 'refused' && codes.includes(error.code);

/** The interview takes no more of anything: where it stands now is to be asked anew. */
export const overCodes = ['interview_ended', 'interview_closed', 'deadline_passed'] as const satisfies ErrorCode[];

/** Worth repeating as it is: nothing about the request itself was wrong. */
export const isTransient = (error: CallError): boolean =>
  error.kind !== 'refused' || error.code === 'unavailable' || error.code === 'internal';

/** Milliseconds the server asks to wait, having been asked for too much; 0 where it says nothing of that. */
export const waitMsOf = (error: CallError): number =>
  error.kind === 'refused' && error.code === 'rate_limited' && typeof error.details?.seconds === 'number'
    ? error.details.seconds * 1000
    : 0;

/** The same, too much in a minute, and what signing in again may heal. Autosave waits on these and loses nothing. */
export const isWaitable = (error: CallError): boolean =>
  isTransient(error) ||
  waitMsOf(error) > 0 ||
  isRefused(error, 'unauthenticated', 'token_expired', 'login_failed', 'proof_required', 'upgrade_required');
