import { failOverdue } from '#functions/evaluation/fail-overdue.ts';
import { rescore } from '#functions/evaluation/rescore.ts';
import { lapse } from '#functions/interview/lapse.ts';
import type { CommandDeps } from '#functions/interview/perform.ts';
import { type ForeseeDeps, foresee } from '#functions/learning/foresee.ts';
import type { Requisitions } from '#functions/ports/hiring.ts';
import type { Copies, Due, DueRef, Queue } from '#functions/ports.ts';
import { followRequisition } from '#functions/requisition/follow.ts';
import { type ActDeps, act } from '#functions/rule/act.ts';
import { type PatrolDeps, patrol, verify } from '#functions/sync/patrol.ts';
import type { Recorded } from '#shared/interview/events.ts';
import { limits } from '#shared/limits.ts';
import type { DueKind } from '#shared/schedule/due-items.ts';
import { overdue, vacancies } from './hiring.ts';
import { noShowWaiting } from './no-show-waiting.ts';
import { remind } from './remind.ts';
import { setAside } from './set-aside.ts';

export type SweepDeps = CommandDeps &
  PatrolDeps &
  ActDeps &
  ForeseeDeps & { due: Due; copies: Copies; queue: Queue; requisitions: Requisitions };
/**
 * `overdue`: reports that were not there in the time that was promised. `unfinished`: the time was over before everything
 * that was due had had its turn.
 */
export type Swept = { handled: number; failed: number; drifted: number; overdue: number; unfinished: boolean };

/** `ms`: after which nothing more is begun. `atOnce`: interviews that are dealt with at the same time. */
export type SweepPlan = { ms: number; page: number; atOnce: number };
export const usualPlan: SweepPlan = { ms: 55_000, page: limits.sweepPage, atOnce: limits.sweepAtOnce };

/** What falls due, by kind. Each settles its own item, in the transaction of its effect or after it. */
const handlers: Record<DueKind, (deps: SweepDeps, ref: DueRef) => Promise<number>> = {
  async lapse(deps, ref) {
    await lapse(deps, ref);
    return 0;
  },
  async remind(deps, ref) {
    await remind(deps, ref);
    return 0;
  },
  async foresee(deps, ref) {
    await foresee(deps, ref);
    return 0;
  },
  async no_show_waiting(deps, ref) {
    await noShowWaiting(deps, ref);
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
  async rule(deps, ref) {
    await act(deps, ref);
    return 0;
  },
  verify,
  check: patrol,
  async arrange(deps, ref) {
    await overdue(deps, ref, { type: 'arrangeOverdue', by: 'system' });
    return 0;
  },
  async offer_lapse(deps, ref) {
    await overdue(deps, ref, { type: 'lapseOffer', by: 'system' });
    return 0;
  },
  async vacancies(deps, ref) {
    await vacancies(deps, ref);
    return 0;
  },
  async follow_requisition(deps, ref) {
    await followRequisition(deps, ref);
    return 0;
  },
  async tell_decision(deps, ref) {
    const state = await deps.interviews.load(ref.company, ref.interviewId);
    if (state?.status === 'evaluated' && !state.hiring.told) {
      const { company, interviewId } = ref;
      // The decision's own version: what happens to the interview meanwhile makes no second message of it.
      const history = await deps.interviews.history(company, interviewId);
      const isIt = ({ event }: Recorded) => event.type === 'decided' && event.at === state.decidedAt;
      const generation = history.findLast(isIt)?.version ?? state.version;
      await deps.queue.send([{ queue: 'deliver', company, interviewId, kind: 'decision', generation }]);
    }
    await deps.due.settle(ref);
    return 0;
  },
};

/**
 * Once through everything that is due, page by page: each item has its turn, whatever becomes of the ones before it. What
 * cannot be done is tried again by a later tick, the rarer the more often it failed.
 */
export async function sweep(
  deps: SweepDeps,
  onFailure: (ref: DueRef, error: unknown) => void,
  { ms, page, atOnce }: SweepPlan = usualPlan,
): Promise<Swept> {
  const swept: Swept = { handled: 0, failed: 0, drifted: 0, overdue: 0, unfinished: false };
  const started = performance.now();
  const isOver = () => performance.now() - started >= ms;
  const now = deps.clock.now();

  async function one(ref: DueRef): Promise<void> {
    try {
      const drifted = await handlers[ref.kind](deps, ref);
      swept.drifted += drifted;
      if (ref.kind === 'report_overdue') swept.overdue += 1;
      swept.handled += 1;
    } catch (error) {
      onFailure(ref, error);
      swept.failed += 1;
      await setAside(deps, ref).catch((why: unknown) => onFailure(ref, why));
    }
  }

  const had = new Set<string>();
  const after: DueRef[] = [];
  for (;;) {
    const found = await deps.due.before(now, page, after);
    const fresh = found.filter((ref) => !had.has(nameOf(ref)));
    if (fresh.length === 0) return swept;
    for (const ref of fresh) had.add(nameOf(ref));
    after.push(...found);
    // One interview's in the order of their time, those of different ones beside each other.
    const queues = [...Map.groupBy(fresh, ({ company, interviewId }) => `${company}#${interviewId}`).values()];
    const worker = async () => {
      for (let next = queues.shift(); next !== undefined; next = queues.shift()) {
        for (const ref of next) {
          if (isOver()) {
            swept.unfinished = true;
            return;
          }
          await one(ref);
        }
      }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, queues.length) }, worker));
    if (swept.unfinished) return swept;
  }
}

const nameOf = ({ company, interviewId, kind, at }: DueRef): string => `${company}#${interviewId}#${kind}#${at}`;
