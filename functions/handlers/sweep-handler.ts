import { type SweepDeps, type Swept, sweep } from '#functions/schedule/sweep.ts';
import { faultOf, logger } from './log.ts';

/** Every minute: what is due. */
export const sweepHandler =
  (deps: SweepDeps): (() => Promise<Swept>) =>
  async () => {
    const swept = await sweep(deps, ({ interviewId, kind }, error) =>
      logger.error('due item failed', { interviewId, kind, ...faultOf(error) }),
    );
    if (swept.drifted > 0) logger.warn('copies had drifted', { drifted: swept.drifted });
    logger.info('swept', swept);
    return swept;
  };
