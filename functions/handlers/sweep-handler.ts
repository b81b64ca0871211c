import { type SweepDeps, type Swept, sweep, usualPlan } from '#functions/schedule/sweep.ts';
import { type AskBoardsDeps, askBoards } from '#functions/workbench/ask-boards.ts';
import { faultOf, logger } from './log.ts';

/** Milliseconds kept for what is under way when the time is over; what a store that is slow cuts off stays due. */
const reserveMs = 3_000;

type Context = { getRemainingTimeInMillis(): number };

/** Every minute: what is due. */
export const sweepHandler =
  (deps: SweepDeps & AskBoardsDeps): ((event?: unknown, context?: Context) => Promise<Swept>) =>
  async (_, context) => {
    const ms = context === undefined ? usualPlan.ms : context.getRemainingTimeInMillis() - reserveMs;
    const swept = await sweep(
      deps,
      ({ interviewId, kind }, error) => logger.error('due item failed', { interviewId, kind, ...faultOf(error) }),
      { ...usualPlan, ms },
    );
    await askBoards(deps).catch((error: unknown) => logger.error('boards not asked for', faultOf(error)));
    if (swept.drifted > 0) logger.warn('copies had drifted', { drifted: swept.drifted });
    if (swept.unfinished) logger.warn('sweep unfinished', swept);
    logger.info('swept', swept);
    return swept;
  };
