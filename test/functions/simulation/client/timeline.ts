import { setImmediate as turn } from 'node:timers/promises';
import type { Timers } from '../../../../miniapp/src/state/timers.ts';

/**
 * The time of one simulated life. It passes only while it is asked to, and stands still while real work (a handler, the
 * store) is under way, so that twenty seconds of patience cost nothing and a seed happens the same way twice.
 */
export function createTimeline(start: number) {
  const due = new Map<number, { at: number; run: () => void }>();
  let now = start;
  let last = 0;
  let working = 0;
  const waiting: (() => void)[] = [];

  const timers: Timers = {
    set(run, ms) {
      last += 1;
      due.set(last, { at: now + Math.max(0, ms), run });
      return last;
    },
    clear: (timer) => void due.delete(timer as number),
  };

  /** Everything that could happen at this instant has happened. */
  async function quiet(): Promise<void> {
    for (;;) {
      await turn();
      if (working === 0) return;
      await new Promise<void>((done) => waiting.push(done));
    }
  }

  function next(): [number, { at: number; run: () => void }] | undefined {
    let first: [number, { at: number; run: () => void }] | undefined;
    for (const one of due) if (first === undefined || one[1].at < first[1].at) first = one;
    return first;
  }

  /** Goes to the next timer up to `until`; false when there is none. */
  async function step(until: number): Promise<boolean> {
    await quiet();
    const first = next();
    if (first === undefined || first[1].at > until) return false;
    due.delete(first[0]);
    now = Math.max(now, first[1].at);
    first[1].run();
    return true;
  }

  return {
    now: () => now,
    timers,
    wait: (ms: number) => new Promise<void>((done) => void timers.set(done, ms)),
    /** Time stands still until it is done. */
    async real<T>(work: () => Promise<T>): Promise<T> {
      working += 1;
      try {
        return await work();
      } finally {
        working -= 1;
        if (working === 0) for (const done of waiting.splice(0)) done();
      }
    },
    async pass(ms: number): Promise<void> {
      const until = now + ms;
      while (await step(until));
      now = until;
    },
    /** Time passes until it settles, `most` milliseconds at the longest. Whether it did. */
    async settle(work: Promise<unknown>, most = 600_000): Promise<boolean> {
      const until = now + most;
      let done = false;
      const watched = work.finally(() => {
        done = true;
      });
      watched.catch(() => {});
      await quiet();
      while (!done && (await step(until))) await quiet();
      if (done) await watched;
      return done;
    },
  };
}
export type Timeline = ReturnType<typeof createTimeline>;
