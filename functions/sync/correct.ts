import type { Request } from '#functions/http/request.ts';
import { lastActivity } from '#functions/interview/last-activity.ts';
import { answering, asked, type CommandDeps, nothingMore, perform } from '#functions/interview/perform.ts';
import { unsealing } from '#functions/interview/unsealing.ts';
import type { Note, StaffActor } from '#functions/ports.ts';
import { reasonNoteName } from './correction-view.ts';

/** A person puts a status right: an event with their name and reason, never a write to a copy. */
export async function correct(deps: CommandDeps, request: Request<'interview.correct', StaffActor>) {
  const { actor, input } = request;
  const { company, userId: by } = actor;
  return answering(
    perform(deps, {
      ...asked('interview.correct', request),
      async prepare(state) {
        const { attempt, version, activeAt } = state;
        const drafts = attempt === 0 ? [] : await deps.interviews.drafts(company, state.interviewId, attempt);
        const contents = Object.fromEntries(drafts.map((draft) => [draft.questionId, draft.content]));
        const note: Note = { name: reasonNoteName(version + 1), value: { reason: input.reason } };
        return {
          command: {
            type: 'correct',
            by,
            to: input.to,
            contents,
            activeAt: activeAt === null ? null : lastActivity(state, drafts),
          },
          drafts: (after) =>
            state.status === 'in_progress'
              ? drafts.map(({ questionId, number }) => ({ op: 'seal' as const, attempt, questionId, number }))
              : unsealing(state, after, drafts),
          notes: [note],
        };
      },
      answer: nothingMore,
    }),
  );
}
