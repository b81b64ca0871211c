import type { Request } from '#functions/http/request.ts';
import { answering, asked, type CommandDeps, nothingMore, perform } from '#functions/interview/perform.ts';
import type { StaffActor } from '#functions/ports.ts';
import { groundsOf } from '#functions/rule/grounds.ts';
import type { ProposalDeps } from '#functions/rule/proposal.ts';
import { plusMinutes } from '#shared/interview/windows.ts';

/** A named person's judgement. The candidate hears of it when the time to undo is over. */
export async function decideOutcome(
  deps: CommandDeps & ProposalDeps,
  request: Request<'interview.decide', StaffActor>,
) {
  const { actor, input } = request;
  return answering(
    perform(deps, {
      ...asked('interview.decide', request),
      prepare: async (state) => {
        const on = await groundsOf(deps, actor.company, state);
        return { command: { type: 'decide', by: actor.userId, outcome: input.outcome, ...(on && { on }) } };
      },
      answer: ({ decidedAt, terms }) => ({ undoUntil: plusMinutes(decidedAt ?? '', terms.undoMinutes) }),
    }),
  );
}

export async function undoDecision(deps: CommandDeps, request: Request<'interview.undoDecision', StaffActor>) {
  const { actor } = request;
  return answering(
    perform(deps, {
      ...asked('interview.undoDecision', request),
      prepare: async () => ({ command: { type: 'undo', by: actor.userId } }),
      answer: nothingMore,
    }),
  );
}
