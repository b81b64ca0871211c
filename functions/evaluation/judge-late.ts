import { type CommandDeps, nothingMore, perform } from '#functions/interview/perform.ts';
import type { Clips } from '#functions/ports/clip.ts';

type Deps = CommandDeps & { clips: Clips };

/**
 * Words that were heard only after their answer had been judged without them: a new version is asked for, beside the one
 * there is. Repeated, it asks once: what was reported after the words came knows them already.
 */
export async function judgeLate(
  deps: Deps,
  job: { company: string; interviewId: string; clipId: string },
): Promise<void> {
  const { company, interviewId } = job;
  const clip = await deps.clips.get(company, interviewId, job.clipId);
  const settledAt = clip?.settledAt;
  if (clip?.transcript?.sure !== true || settledAt === null || settledAt === undefined) return;
  await perform(deps, {
    company,
    interviewId,
    mayAct: ({ attempt, answeredIds, reportAt }) =>
      attempt === clip.attempt && answeredIds.includes(clip.questionId) && reportAt !== null && reportAt < settledAt,
    prepare: async () => ({ command: { type: 'askEvaluation', by: 'system', because: 'transcript_corrected' } }),
    answer: nothingMore,
  });
}
