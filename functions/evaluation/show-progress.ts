import type { Headways } from '#functions/ports/evaluation.ts';
import type { Clock } from '#functions/ports.ts';

const everyMs = 1000;

/**
 * Shows how far a judgement is, at most once a second, and nothing of one that is done before the first second is over.
 * `end` takes it away; no write of it comes later. It is a courtesy: where it fails, nothing else does.
 */
export function showProgress(
  { headways, clock }: { headways: Headways; clock: Clock },
  company: string,
  { interviewId, request }: { interviewId: string; request: number },
) {
  let last = clock.now().getTime();
  let shown = Promise.resolve();
  let any = false;
  return {
    onProgress(done: number, total: number): void {
      const now = clock.now().getTime();
      if (now - last < everyMs) return;
      last = now;
      any = true;
      shown = shown.then(() => headways.show(company, interviewId, { request, done, total })).catch(() => undefined);
    },
    async end(): Promise<void> {
      await shown;
      if (any) await headways.clear(company, interviewId).catch(() => undefined);
    },
  };
}
