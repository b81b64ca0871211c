import type { Result } from '#shared/result.ts';
import type { CallError } from '../api/call-error.ts';
import { backoffMs } from '../api/retry.ts';
import type { FlushFailure } from './autosave.ts';
import { type EndReceipt, type EndState, isFinal, nextEnd, startOfEnd } from './end.ts';
import type { Journal, PendingEnd } from './journal.ts';
import type { Timers } from './timers.ts';

type Sync = EndReceipt['sync'];
export type EndParts = {
  interviewId: string;
  attempt: number;
  epoch: number;
  /** The last number of every question as this device knows it; kept with the queued end. */
  numbers(): Record<string, number>;
  flush(): Promise<Result<Record<string, number>, FlushFailure>>;
  /** Called when the server knows other numbers: save these again under new ones. */
  resave(questionIds: string[]): void;
  end(pending: PendingEnd): Promise<Result<EndReceipt, CallError>>;
  sync(): Promise<Result<Sync, CallError>>;
  journal: Journal;
  timers: Timers;
  newId(): string;
  onState?: (state: EndState) => void;
};

export type Ending = { finished: Promise<EndState>; wake(): void; stop(): void };

const lookMs = 700;

/** Runs an end until it is final. While queued it tries again by itself, and at once on `wake`. */
export function runEnd(parts: EndParts): Ending {
  const { interviewId, attempt, epoch, journal, timers, newId, onState = () => {} } = parts;
  let state: EndState = startOfEnd;
  let tries = 0;
  let wakeUp: () => void = () => {};
  let stopped = false;

  const pending = () => journal.pendingEnds().find((one) => one.interviewId === interviewId);
  const context = () => ({ interviewId, attempt, epoch, pending: pending(), newId, tries });

  function pause(ms: number): Promise<void> {
    return new Promise((done) => {
      const timer = timers.set(done, ms);
      wakeUp = () => {
        timers.clear(timer);
        done();
      };
    });
  }

  async function step(): Promise<EndState> {
    switch (state.step) {
      case 'saving': {
        if (state.mismatches > 0) parts.resave(Object.keys(parts.numbers()));
        return nextEnd(state, { type: 'flushed', result: await parts.flush() }, context());
      }
      case 'ending':
        // On the device before it is sent: a kill in between must not lose the wish, nor let it happen twice.
        journal.queueEnd(state.pending);
        return nextEnd(state, { type: 'answered', result: await parts.end(state.pending) }, context());
      case 'queued':
        tries = state.tries;
        await pause(backoffMs(tries - 1));
        return nextEnd(state, { type: 'wake' }, context());
      case 'syncing':
        await pause(lookMs);
        return nextEnd(state, { type: 'looked', result: await parts.sync() }, context());
      default:
        return state;
    }
  }

  async function run(): Promise<EndState> {
    if (!pending()) journal.queueEnd({ interviewId, attempt, epoch, operationId: newId(), numbers: parts.numbers() });
    onState(state);
    while (!isFinal(state) && !stopped) {
      state = await step();
      // Committed: nothing is left to send, whatever happens to this page now.
      if (state.step === 'syncing' || isFinal(state)) journal.settleEnd(interviewId);
      onState(state);
    }
    return state;
  }

  return {
    finished: run(),
    wake: () => wakeUp(),
    stop() {
      stopped = true;
      wakeUp();
    },
  };
}
