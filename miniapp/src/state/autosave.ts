import { draftNumber, epochOf } from '#shared/interview/answer.ts';
import type { DraftContent } from '#shared/interview/draft.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import { type CallError, isRefused, isWaitable, overCodes, waitMsOf } from '../api/call-error.ts';
import { backoffMs } from '../api/retry.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Entry, Journal } from './journal.ts';
import type { Timers } from './timers.ts';

/** 保存中 · 已保存 HH:mm:ss · 待上传 · the server will not take it (e.g. too long) */
export type SaveState =
  | { kind: 'saved'; at: string | null }
  | { kind: 'saving' }
  | { kind: 'waiting' }
  | { kind: 'refused'; error: CallError };

/** Why no more saves are sent: another device took over, or the interview takes no more. */
export type Stopped = 'superseded' | 'over';
export type FlushFailure =
  | { kind: 'waiting' }
  | { kind: 'stopped'; by: Stopped }
  | { kind: 'refused'; error: CallError };

export type SaveDraft = (
  questionId: string,
  input: { attempt: number; number: number; content: DraftContent },
) => Promise<Result<{ number: number; savedAt: string }, CallError>>;

type Parts = {
  interviewId: string;
  attempt: number;
  epoch: number;
  entries: Record<string, Entry>;
  journal: Journal;
  save: SaveDraft;
  timers: Timers;
  random?: () => number;
  onChange?: () => void;
};

type Lane = { entry: Entry; state: SaveState; inFlight: boolean; tries: number; timer: unknown };

const pauseMs = 800;
/** Somebody who types without a pause is saved at least this often. */
const longestMs = 5000;
const mostSeen = 50;

export type Autosave = ReturnType<typeof createAutosave>;

/**
 * Saves answers: journal first, then the server; one save in flight a question, the latest content wins. Numbers only
 * grow within an epoch, so saves that arrive out of order do no harm.
 */
export function createAutosave(parts: Parts) {
  const { interviewId, attempt, epoch, journal, save, timers, random = Math.random, onChange = () => {} } = parts;
  const lanes = new Map<string, Lane>();
  const longest = new Map<string, unknown>();
  const settled = new Set<() => void>();
  let stopped: Stopped | undefined;
  for (const [questionId, entry] of Object.entries(parts.entries)) {
    lanes.set(questionId, {
      entry,
      state: isClean(entry) ? { kind: 'saved', at: null } : { kind: 'waiting' },
      inFlight: false,
      tries: 0,
      timer: undefined,
    });
    journal.write(interviewId, attempt, questionId, entry);
  }

  const laneOf = (questionId: string): Lane => {
    const lane = lanes.get(questionId);
    if (!lane) throw new Error(`no such question: ${questionId}`);
    return lane;
  };
  const nextNumber = (number: number) => (epochOf(number) < epoch ? draftNumber(epoch, 1) : number + 1);

  function note(questionId: string, lane: Lane, entry: Entry) {
    lane.entry = entry;
    journal.write(interviewId, attempt, questionId, entry);
  }

  function changed() {
    onChange();
    for (const look of [...settled]) look();
  }

  function clearTimers(questionId: string, lane: Lane) {
    if (lane.timer !== undefined) timers.clear(lane.timer);
    lane.timer = undefined;
    const last = longest.get(questionId);
    if (last !== undefined) timers.clear(last);
    longest.delete(questionId);
  }

  function later(questionId: string, lane: Lane, ms: number) {
    if (lane.timer !== undefined) timers.clear(lane.timer);
    lane.timer = timers.set(() => {
      lane.timer = undefined;
      void push(questionId);
    }, ms);
  }

  async function push(questionId: string): Promise<void> {
    const lane = laneOf(questionId);
    if (stopped || lane.inFlight || isClean(lane.entry)) return;
    clearTimers(questionId, lane);
    lane.inFlight = true;
    lane.state = { kind: 'saving' };
    changed();
    const { number, content } = lane.entry;
    const print = fingerprintOf(content);
    // Before it is sent: after a kill the server may hold this and the device must know it as its own.
    note(questionId, lane, {
      ...lane.entry,
      seen: [...lane.entry.seen.filter((one) => one !== print), print].slice(-mostSeen),
    });
    journal.sync();
    const answer = await save(questionId, { attempt, number, content });
    lane.inFlight = false;
    if (answer.ok) {
      lane.tries = 0;
      const stored = answer.value.number;
      // Only a save of ours can be above the one sent. Should the store be above all we ever sent, outrank it.
      const entry = stored > lane.entry.number ? { ...lane.entry, number: nextNumber(stored) } : lane.entry;
      note(questionId, lane, {
        ...entry,
        acknowledged: Math.max(number, Math.min(stored, lane.entry.number)),
        seen: stored === number ? [print] : lane.entry.seen,
      });
      lane.state = isClean(lane.entry) ? { kind: 'saved', at: answer.value.savedAt } : { kind: 'saving' };
      if (!isClean(lane.entry) && lane.timer === undefined) later(questionId, lane, 0);
    } else if (isRefused(answer.error, 'superseded', ...overCodes)) {
      stop(isRefused(answer.error, 'superseded') ? 'superseded' : 'over');
      lane.state = { kind: 'waiting' };
    } else if (isWaitable(answer.error)) {
      lane.state = { kind: 'waiting' };
      later(questionId, lane, Math.max(backoffMs(lane.tries++, random), waitMsOf(answer.error)));
    } else {
      lane.state = { kind: 'refused', error: answer.error };
    }
    changed();
  }

  function stop(by: Stopped) {
    stopped = by;
    for (const [questionId, lane] of lanes) clearTimers(questionId, lane);
    journal.sync();
  }

  function failure(): FlushFailure | undefined {
    if (stopped) return { kind: 'stopped', by: stopped };
    for (const lane of lanes.values())
      if (lane.state.kind === 'refused') return { kind: 'refused', error: lane.state.error };
    return [...lanes.values()].some((lane) => lane.state.kind === 'waiting') ? { kind: 'waiting' } : undefined;
  }

  const dirty = () => [...lanes].filter(([, lane]) => !isClean(lane.entry));
  const numbers = () => Object.fromEntries([...lanes].map(([questionId, lane]) => [questionId, lane.entry.number]));

  return {
    content: (questionId: string): DraftContent => laneOf(questionId).entry.content,
    state: (questionId: string): SaveState => laneOf(questionId).state,
    stopped: () => stopped,
    numbers,
    hasUnsaved: () => dirty().length > 0,

    /** `now`: something was sent or finished. Otherwise typing, saved when it pauses. */
    edit(questionId: string, content: DraftContent, now = false) {
      const lane = laneOf(questionId);
      note(questionId, lane, { ...lane.entry, content, number: nextNumber(lane.entry.number) });
      if (stopped) return changed();
      if (lane.state.kind !== 'waiting') lane.state = { kind: 'saving' };
      if (now) {
        lane.tries = 0;
        clearTimers(questionId, lane);
        void push(questionId);
      } else if (lane.state.kind !== 'waiting') {
        later(questionId, lane, pauseMs);
        if (!longest.has(questionId))
          longest.set(
            questionId,
            timers.set(() => {
              longest.delete(questionId);
              void push(questionId);
            }, longestMs),
          );
      }
      changed();
    },

    /** Sends everything unsaved at once: the network is back, or the page is being hidden. */
    wake() {
      journal.sync();
      for (const [questionId, lane] of dirty()) {
        lane.tries = 0;
        void push(questionId);
      }
    },

    /** Numbers anew and saves again, e.g. when the server knows another number than we do. */
    resave(questionIds: string[]) {
      for (const questionId of questionIds) {
        const lane = lanes.get(questionId);
        if (!lane) continue;
        note(questionId, lane, { ...lane.entry, number: nextNumber(lane.entry.number) });
        void push(questionId);
      }
      changed();
    },

    /** Settles when the server has the answer (true), or when it will not have it soon (false). */
    async whenSaved(questionId: string): Promise<boolean> {
      const lane = laneOf(questionId);
      await new Promise<void>((done) => {
        const look = () => {
          if (!stopped && !isClean(lane.entry) && lane.state.kind === 'saving') return;
          settled.delete(look);
          done();
        };
        settled.add(look);
        look();
      });
      return isClean(lane.entry);
    },

    /** Saves all; the numbers of every question as the server has them now. Each unsaved one is tried once. */
    async flush(): Promise<Result<Record<string, number>, FlushFailure>> {
      journal.sync();
      for (const [questionId, lane] of dirty()) {
        clearTimers(questionId, lane);
        void push(questionId);
      }
      await new Promise<void>((done) => {
        const look = () => {
          const open = dirty().some(([, lane]) => lane.inFlight || lane.state.kind === 'saving');
          if (!stopped && open) return;
          settled.delete(look);
          done();
        };
        settled.add(look);
        look();
      });
      const failed = failure();
      return failed ? refuse(failed) : ok(numbers());
    },

    close() {
      journal.sync();
      for (const [questionId, lane] of lanes) clearTimers(questionId, lane);
    },
  };
}

const isClean = (entry: Entry): boolean => entry.acknowledged >= entry.number;
