import type { Request } from '#functions/http/request.ts';
import { answering, asked, type CommandDeps, nothingMore, perform } from '#functions/interview/perform.ts';
import type { CandidateActor } from '#functions/ports.ts';
import { refuse } from '#shared/result.ts';
import { questionnaireWords } from './words.ts';

/** What the candidate says of the interview, once. Numbers are an event and reach rules and figures; words are not. */
export async function questionnaire(deps: CommandDeps, request: Request<'interview.questionnaire', CandidateActor>) {
  const { actor, params, input } = request;
  const { flow, realism, reminders, support, unfit, more } = input;
  const state = await deps.interviews.load(actor.company, params.interviewId);
  if (state?.candidateId !== actor.candidateId) return refuse({ code: 'not_found' as const });
  const plan = await deps.interviews.plan(actor.company, params.interviewId);
  const scenes = plan.questions.filter(({ kind }) => kind === 'scenario').map(({ id }) => id);
  if (!Object.keys(realism).every((id) => scenes.includes(id))) {
    return refuse({ code: 'invalid_input' as const, details: { fields: ['realism'] } });
  }
  if (unfit?.some((id) => !state.terms.questionIds.includes(id))) {
    return refuse({ code: 'invalid_input' as const, details: { fields: ['unfit'] } });
  }
  return answering(
    perform(deps, {
      ...asked('interview.questionnaire', request),
      prepare: async () => ({
        command: { type: 'answerQuestionnaire', by: actor.candidateId, flow, realism, reminders, support, unfit },
        notes: [questionnaireWords(more)],
      }),
      answer: nothingMore,
    }),
  );
}
