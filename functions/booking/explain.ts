import type { Request } from '#functions/http/request.ts';
import { answering, asked, type CommandDeps, perform } from '#functions/interview/perform.ts';
import type { CandidateActor } from '#functions/ports.ts';
import { mayBook } from '#shared/interview/book.ts';
import { noShowNote } from './no-show-note.ts';

/** 忘记 · 技术问题 · 临时有事 · 其他. What was written beside it is a note, and can be deleted. */
export async function explain(deps: CommandDeps, request: Request<'booking.explain', CandidateActor>) {
  const { actor, input } = request;
  const { reason, text = '' } = input;
  return answering(
    perform(deps, {
      ...asked('booking.explain', request),
      prepare: async (state) => ({
        command: { type: 'explainNoShow', by: actor.candidateId, reason },
        ...(text === '' ? {} : { notes: [{ name: noShowNote(state.noShow?.at ?? ''), value: { reason, text } }] }),
      }),
      answer: (after) => ({ mayBook: mayBook(after) }),
    }),
  );
}
