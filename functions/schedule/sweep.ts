import { failOverdue } from '#functions/evaluation/fail-overdue.ts';
import { rescore } from '#functions/evaluation/rescore.ts';
import { lapse } from '#functions/interview/lapse.ts';
import type { CommandDeps } from '#functions/interview/perform.ts';
import type { Copies, Due, DueRef, Queue } from '#functions/ports.ts';
import { bringUpToDate } from '#functions/sync/bring-up-to-date.ts';
import type { DueKind } from '#shared/schedule/due-items.ts';

export type SweepDeps = CommandDeps & { due: Due; copies: Copies; queue: Queue };
export type Swept = { handled: number; failed: number; drifted: number };

const batch = 200;

/** What falls due, by kind. Each settles its own item, in the transaction of its effect or after it. */
const handlers: Record<DueKind, (deps: SweepDeps, ref: DueRef) => Promise<number>> = {
  async lapse(deps, ref) {
    await lapse(deps, ref);
    return 0;
  },
  async report_overdue(deps, ref) {
    await failOverdue(deps, ref);
    return 0;
  },
  async rescore(deps, ref) {
    await rescore(deps, ref);
    return 0;
  },
  async verify(deps, ref) {
    const checked = await bringUpToDate(deps, ref.company, ref.interviewId);
    await deps.due.settle(ref);
    return checked?.changed.length ?? 0;
  },
  async tell_decision(deps, ref) {
    const state = await deps.interviews.load(ref.company, ref.interviewId);
    if (state?.status === 'evaluated') {
      const { company, interviewId } = ref;
      // The decision's own version: what happens to the interview meanwhile makes no second message of it.
      const history = await deps.interviews.history(company, interviewId);
      const generation = history.findLast(({ event }) => event.type === 'decided')?.version ?? state.version;
      await deps.queue.send([{ queue: 'deliver', company, interviewId, kind: 'decision', generation }]);
    }
    await deps.due.settle(ref);
    return 0;
  },
};

/** One pass over what is due now. One that fails stays due and does not hold up the others. */
export async function sweep(deps: SweepDeps, onFailure: (ref: DueRef, error: unknown) => void): Promise<Swept> {
  const swept: Swept = { handled: 0, failed: 0, drifted: 0 };
  for (const ref of await deps.due.before(deps.clock.now(), batch)) {
    try {
      swept.drifted += await handlers[ref.kind](deps, ref);
      swept.handled += 1;
    } catch (error) {
      onFailure(ref, error);
      swept.failed += 1;
    }
  }
  return swept;
}
