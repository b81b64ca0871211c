import type { ErrorCode } from '#shared/contract/errors.ts';
import type { Output } from '#shared/contract/operations.ts';
import type { Result } from '#shared/result.ts';
import { type CallError, isRefused, isWaitable, overCodes } from '../api/call-error.ts';
import type { FlushFailure } from './autosave.ts';
import type { PendingEnd } from './journal.ts';

export type EndReceipt = Output<'interview.end'>;
type Sync = Output<'interview.sync'>;

/**
 * Ending = save + end + sync. `queued`: the device keeps it and sends it when it can; nothing has been lost and nothing
 * is decided. `closed`: the interview takes no end any more: it has one already, or its time is up. `stopped`: it will
 * not happen from here, and `reason` says why.
 */
export type EndState =
  | { step: 'saving'; mismatches: number }
  | { step: 'ending'; pending: PendingEnd; mismatches: number }
  | { step: 'queued'; tries: number }
  | { step: 'syncing'; receipt: EndReceipt; sync: Sync; looks: number }
  | { step: 'done'; receipt: EndReceipt; sync: Sync }
  | { step: 'closed' }
  | { step: 'stopped'; reason: ErrorCode };

export type EndEvent =
  | { type: 'flushed'; result: Result<Record<string, number>, FlushFailure> }
  | { type: 'answered'; result: Result<EndReceipt, CallError> }
  | { type: 'looked'; result: Result<Sync, CallError> }
  | { type: 'wake' };

type Context = {
  interviewId: string;
  attempt: number;
  epoch: number;
  pending: PendingEnd | undefined;
  newId(): string;
  tries: number;
};

/** Copies that lag longer than this many looks are the server's to heal; the end itself is committed and safe. */
const mostLooks = 20;
const mostMismatches = 5;

export const startOfEnd: EndState = { step: 'saving', mismatches: 0 };

/** What follows. Pure but for `newId`. */
export function nextEnd(state: EndState, event: EndEvent, context: Context): EndState {
  switch (event.type) {
    case 'wake':
      return state.step === 'queued' ? startOfEnd : state;
    case 'flushed': {
      if (state.step !== 'saving') return state;
      if (event.result.ok)
        return { step: 'ending', pending: intention(event.result.value, context), mismatches: state.mismatches };
      const failed = event.result.error;
      if (failed.kind === 'waiting') return { step: 'queued', tries: context.tries + 1 };
      if (failed.kind === 'stopped') {
        return failed.by === 'over' ? { step: 'closed' } : { step: 'stopped', reason: 'superseded' };
      }
      return { step: 'stopped', reason: reasonOf(failed.error) };
    }
    case 'answered': {
      if (state.step !== 'ending') return state;
      if (event.result.ok) return afterSync(event.result.value, event.result.value.sync, 0);
      const failed = event.result.error;
      if (isWaitable(failed)) return { step: 'queued', tries: context.tries + 1 };
      if (isRefused(failed, ...overCodes)) return { step: 'closed' };
      const reason = reasonOf(failed);
      if (reason === 'draft_mismatch' && state.mismatches < mostMismatches) {
        return { step: 'saving', mismatches: state.mismatches + 1 };
      }
      return { step: 'stopped', reason };
    }
    case 'looked': {
      if (state.step !== 'syncing') return state;
      const sync = event.result.ok ? event.result.value : state.sync;
      return afterSync(state.receipt, sync, state.looks + 1);
    }
  }
}

function afterSync(receipt: EndReceipt, sync: Sync, looks: number): EndState {
  return sync.lagging.length === 0 || looks >= mostLooks
    ? { step: 'done', receipt, sync }
    : { step: 'syncing', receipt, sync, looks };
}

/** The same numbers are the same intention and keep their id; a mismatch or a newer save makes a new one. */
function intention(
  numbers: Record<string, number>,
  { interviewId, attempt, epoch, pending, newId }: Context,
): PendingEnd {
  if (pending?.attempt === attempt && sameNumbers(pending.numbers, numbers)) return pending;
  return { interviewId, attempt, epoch, operationId: newId(), numbers };
}

const sameNumbers = (a: Record<string, number>, b: Record<string, number>): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([id, number]) => b[id] === number);

const reasonOf = (error: CallError): ErrorCode => (error.kind === 'refused' ? error.code : 'unavailable');

export const isFinal = (state: EndState): boolean =>
  state.step === 'done' || state.step === 'closed' || state.step === 'stopped';
