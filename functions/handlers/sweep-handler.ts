import { type ChainDeps, chainDue } from '#functions/audit/chain-due.ts';
import { askLearning, type TurnsDeps } from '#functions/learning/turns.ts';
import type { PrivacyDue } from '#functions/ports/privacy.ts';
import { type PrivacySweepDeps, sweepPrivacy } from '#functions/privacy/sweep.ts';
import { type SweepDeps, type Swept, sweep, usualPlan } from '#functions/schedule/sweep.ts';
import { type AskBoardsDeps, askBoards } from '#functions/workbench/ask-boards.ts';
import { faultOf, logger } from './log.ts';

/** Milliseconds kept for what is under way when the time is over; what a store that is slow cuts off stays due. */
const reserveMs = 3_000;

type Context = { getRemainingTimeInMillis(): number };

/** Every minute: what is due. */
export const sweepHandler =
  (
    deps: SweepDeps & AskBoardsDeps & PrivacySweepDeps & ChainDeps & TurnsDeps,
  ): ((event?: unknown, context?: Context) => Promise<Swept>) =>
  async (_, context) => {
    const ms = context === undefined ? usualPlan.ms : context.getRemainingTimeInMillis() - reserveMs;
    const began = Date.now();
    const swept = await sweep(
      deps,
      ({ interviewId, kind }, error) => logger.error('due item failed', { interviewId, kind, ...faultOf(error) }),
      { ...usualPlan, ms },
    );
    // Before the boards are settled: they tell which companies there are.
    await askLearning(deps).catch((error: unknown) => logger.error('learning not asked for', faultOf(error)));
    await askBoards(deps).catch((error: unknown) => logger.error('boards not asked for', faultOf(error)));
    const over = () => Date.now() - began >= ms;
    await sweepPrivacy(
      deps,
      (due, error) => logger.error('privacy not done', { ...idOf(due), ...faultOf(error) }),
      over,
    ).catch((error: unknown) => logger.error('privacy not swept', faultOf(error)));
    await chainDue(deps, (what, company, error) =>
      logger.error(`audit not ${what}`, { company, ...faultOf(error) }),
    ).catch((error: unknown) => logger.error('audit not looked at', faultOf(error)));
    if (swept.drifted > 0) logger.warn('copies had drifted', { drifted: swept.drifted });
    if (swept.overdue > 0) logger.warn('reports overdue', { overdue: swept.overdue });
    if (swept.unfinished) logger.warn('sweep unfinished', swept);
    logger.info('swept', swept);
    return swept;
  };

const idOf = (due: PrivacyDue) =>
  due.kind === 'erase'
    ? { kind: due.kind, erasureId: due.erasureId }
    : { kind: due.kind, candidateId: due.candidateId };
