import type { Request } from '#functions/http/request.ts';
import type { CandidateActor, Interviews } from '#functions/ports.ts';
import { fitsLimit } from '#shared/interview/answer.ts';
import { ok, refuse } from '#shared/result.ts';

const refusal = { superseded: 'superseded', sealed: 'interview_ended', absent: 'not_found' } as const;

/** One question's draft as it stands now. One round trip to the store; safe to repeat and to arrive out of order. */
export async function saveDraft(
  { interviews }: { interviews: Interviews },
  { actor, params, input }: Request<'interview.saveDraft', CandidateActor>,
) {
  if (!fitsLimit(input.content)) return refuse({ code: 'answer_too_long' as const });
  const outcome = await interviews.saveDraft({
    company: actor.company,
    candidateId: actor.candidateId,
    interviewId: params.interviewId,
    questionId: params.questionId,
    ...input,
  });
  if (outcome.kind === 'saved' || outcome.kind === 'overtaken') {
    return ok({ number: outcome.number, savedAt: outcome.savedAt });
  }
  return refuse({ code: refusal[outcome.kind] });
}
