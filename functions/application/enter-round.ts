import type { Request } from '#functions/http/request.ts';
import { answering, asked, type CommandDeps, nothingMore, perform } from '#functions/interview/perform.ts';
import type { StaffActor } from '#functions/ports.ts';
import { roundNote, roundWords } from './hiring-notes.ts';

/** 笔试 · 复试 · 终面: what came of it. Entered again, the newest counts. */
export async function enterRound(deps: CommandDeps, request: Request<'interview.enterRound', StaffActor>) {
  const { actor, input } = request;
  const { round, score, passed, words } = input;
  return answering(
    perform(deps, {
      ...asked('interview.enterRound', request),
      async prepare(state) {
        const said = await roundWords(deps, actor.company, state.interviewId, round);
        return {
          command: { type: 'enterRound', by: actor.userId, round, score, passed, reworded: said !== words },
          notes: [roundNote(round, words)],
        };
      },
      answer: nothingMore,
    }),
  );
}
