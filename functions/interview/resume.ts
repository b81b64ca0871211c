import type { Request } from '#functions/http/request.ts';
import type { CandidateActor, DraftChange } from '#functions/ports.ts';
import { draftNumber } from '#shared/interview/answer.ts';
import { lastActivity } from './last-activity.ts';
import { answering, asked, type CommandDeps, nothingMore, perform } from './perform.ts';

/**
 * 「是」 opens the attempt again where it was left; every draft moves to the new epoch, so that a save of an older opening
 * is told from a new one. 「否」 begins the next attempt; the old one's drafts are sealed and kept.
 */
export async function resume(deps: CommandDeps, request: Request<'interview.resume', CandidateActor>) {
  const { actor, input } = request;
  const { company, candidateId: by } = actor;
  return answering(
    perform(deps, {
      ...asked('interview.resume', request),
      async prepare(state) {
        const open = await deps.interviews.drafts(company, state.interviewId, state.attempt);
        if (input.choice === 'continue') {
          return {
            command: { type: 'resume', by, activeAt: lastActivity(state, open) },
            drafts: ({ attempt, epoch }) =>
              open.map(({ questionId }) => ({ op: 'raise', attempt, questionId, number: draftNumber(epoch, 0) })),
          };
        }
        const sealing = open
          .filter((draft) => !draft.sealed)
          .map(({ questionId, number }): DraftChange => ({ op: 'seal', attempt: state.attempt, questionId, number }));
        return {
          command: { type: 'restart', by },
          drafts: ({ attempt, epoch, terms }) => [
            ...sealing,
            ...terms.questionIds.map(
              (questionId): DraftChange => ({ op: 'create', attempt, questionId, number: draftNumber(epoch, 0) }),
            ),
          ],
        };
      },
      answer: nothingMore,
    }),
  );
}
