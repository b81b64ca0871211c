import type { Request } from '#functions/http/request.ts';
import type { CandidateActor, Copies } from '#functions/ports.ts';
import { syncOf, waitForCopies } from '#functions/sync/agreement.ts';
import type { Draft } from '#shared/interview/draft.ts';
import { limits } from '#shared/limits.ts';
import { ok, refuse } from '#shared/result.ts';
import { lastActivity } from './last-activity.ts';
import { asked, type CommandDeps, perform } from './perform.ts';

type Deps = CommandDeps & { copies: Copies; wait: (ms: number) => Promise<void> };

/**
 * confirm + save + sync. The client says the last number of every question; the transaction seals exactly those, so no
 * save can slip past the end. Answers after the copies of the status agree, or names the ones that lag.
 */
export async function end(deps: Deps, request: Request<'interview.end', CandidateActor>) {
  const { actor, input } = request;
  const { company, candidateId: by } = actor;
  const ended = await perform(deps, {
    ...asked('interview.end', request),
    async prepare(state) {
      const drafts = await deps.interviews.drafts(company, state.interviewId, state.attempt);
      return {
        command: { type: 'end', by, contents: contentsOf(drafts), activeAt: lastActivity(state, drafts) },
        drafts: ({ attempt }) =>
          drafts.map(({ questionId }) => ({
            op: 'seal',
            attempt,
            questionId,
            number: input.attempt === attempt ? (input.numbers[questionId] ?? -1) : -1,
          })),
      };
    },
    answer: (after) => ({ answeredIds: after.answeredIds }),
  });
  if (!ended.ok) return refuse(ended.error);
  const { answer, state } = ended.value;
  await waitForCopies(deps, company, { ...state, version: answer.version }, limits.syncWaitMs);
  return ok({ ...answer, sync: await syncOf(deps, company, state.interviewId, answer.version) });
}

const contentsOf = (drafts: Draft[]) => Object.fromEntries(drafts.map((draft) => [draft.questionId, draft.content]));
