/** Wakes at once when told to; a slow look every 2 s finds what was written past the proxy. */
export function wakeSignal() {
  let raised = false;
  let resume: (() => void) | undefined;
  return {
    wake() {
      raised = true;
      resume?.();
    },
    clear() {
      raised = false;
    },
    async next(signal: AbortSignal): Promise<void> {
      if (raised || signal.aborted) return;
      const woken = Promise.withResolvers<void>();
      resume = woken.resolve;
      const slowLook = setTimeout(woken.resolve, 2_000);
      await woken.promise;
      clearTimeout(slowLook);
      resume = undefined;
    },
  };
}
