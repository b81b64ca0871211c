import type { Call } from '../api/caller.ts';
import { type Autosave, createAutosave, type SaveDraft } from './autosave.ts';
import { type EndState, isFinal } from './end.ts';
import type { Journal, PendingEnd } from './journal.ts';
import { type Ending, runEnd } from './run-end.ts';
import type { Timers } from './timers.ts';
import type { Uploads } from './uploads.ts';

type Parts = { call: Call; journal: Journal; uploads: Uploads; timers: Timers; newId(): string };
type Opened = { interviewId: string; attempt: number; epoch: number };

export type Endings = ReturnType<typeof createEndings>;

export const saveDraftWith =
  (call: Call, interviewId: string): SaveDraft =>
  (questionId, input) =>
    call('interview.saveDraft', { params: { interviewId, questionId }, input });

/** The ends under way on this device. They outlive the page that began them, and a restart of the app. */
export function createEndings({ call, journal, uploads, timers, newId }: Parts) {
  const states = new Map<string, EndState>();
  const running = new Map<string, Ending>();
  const listeners = new Set<() => void>();

  /** `ready`: what the end waits for after saving. It must settle by itself and soon. */
  function start(
    { interviewId, attempt, epoch }: Opened,
    autosave: Autosave,
    ready: Promise<unknown> = Promise.resolve(),
  ): Promise<EndState> {
    const under = running.get(interviewId);
    if (under) return under.finished;
    const ending = runEnd({
      interviewId,
      attempt,
      epoch,
      journal,
      timers,
      newId,
      numbers: autosave.numbers,
      flush: async () => {
        // Recordings go first where they can: evaluation begins with the end. Without a network neither waits for the other.
        const [flushed] = await Promise.all([autosave.flush(), ready, uploads.settle(interviewId)]);
        return flushed;
      },
      resave: autosave.resave,
      end: ({ operationId, numbers }) =>
        call('interview.end', { params: { interviewId }, input: { operationId, attempt, numbers } }),
      sync: () => call('interview.sync', { params: { interviewId } }),
      onState(state) {
        states.set(interviewId, state);
        if (isFinal(state)) running.delete(interviewId);
        // On `closed` the device may hold what no server took: kept until it was shown.
        if (state.step === 'done') {
          journal.forget(interviewId, attempt + 1);
          uploads.forget(interviewId, attempt, true);
        }
        for (const tell of [...listeners]) tell();
      },
    });
    running.set(interviewId, ending);
    return ending.finished;
  }

  function carryOn(pending: PendingEnd) {
    if (running.has(pending.interviewId)) return;
    const { interviewId, attempt, epoch } = pending;
    const entries = journal.entries(interviewId, attempt);
    void start(
      pending,
      createAutosave({ interviewId, attempt, epoch, entries, journal, timers, save: saveDraftWith(call, interviewId) }),
    );
  }

  return {
    start,
    state: (interviewId: string): EndState | undefined => states.get(interviewId),
    /** An end asked for here that no server has confirmed yet. */
    isPending: (interviewId: string): boolean => journal.pendingEnds().some((one) => one.interviewId === interviewId),
    /** On launch, on return, and when the network is back: goes on with everything that waits, at once. */
    wake() {
      uploads.wake();
      for (const ending of running.values()) ending.wake();
      for (const pending of journal.pendingEnds()) carryOn(pending);
    },
    /** The page has shown how it came out. */
    forget: (interviewId: string) => states.delete(interviewId),
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
