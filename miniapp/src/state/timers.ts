/** Timers as the code sees them, so that tests can turn them by hand. */
export type Timers = { set(run: () => void, ms: number): unknown; clear(timer: unknown): void };

export const deviceTimers: Timers = {
  set: (run, ms) => setTimeout(run, ms),
  clear: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
};
