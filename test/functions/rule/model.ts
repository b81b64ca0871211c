import { rubricScorer } from '#shared/evaluation/rubric-scorer.ts';
import type { Scorer } from '#shared/evaluation/scorer.ts';
import { limits } from '#shared/limits.ts';
import { company } from '#test/functions/adapters/dynamo/store.ts';
import type { Stage } from '#test/functions/evaluation/stage.ts';

/** A scorer that is not the embedded one, though it judges alike. */
export const model: Scorer = { ...rubricScorer, name: 'openai/qwen', version: '1' };

/** People have rated as many answers of this model as it takes. */
export async function calibrate({ deps, positionId, clock }: Stage): Promise<void> {
  for (let n = 0; n < limits.calibrationPairs; n += 1) {
    await deps.ratings.put(company, positionId, {
      interviewId: `itv_rated${n}`,
      questionId: 'qprice',
      userId: 'usr_wangmin',
      level: 4,
      score: 80,
      scorer: `${model.name}@${model.version}`,
      report: 1,
      at: clock.now().toISOString(),
    });
  }
}
