import type { Request } from '#functions/http/request.ts';
import type { CandidateActor, Interviews } from '#functions/ports.ts';
import { nextAsk } from '#shared/evaluation/follow-up.ts';
import { isClip, wordsOf } from '#shared/interview/answer.ts';
import { ok, refuse } from '#shared/result.ts';
import { askedIn, askNote, asksOf } from './asked.ts';

/**
 * Whether the interviewer asks on after so many bubbles, and what. Decided once for that place and kept, so that the same
 * answer gets the same question on every device; a recording nobody has written down is not asked about.
 */
export async function followUp(
  { interviews }: { interviews: Interviews },
  { actor, params, input }: Request<'interview.followUp', CandidateActor>,
) {
  const { company } = actor;
  const { interviewId, questionId } = params;
  const { attempt, bubbles: after } = input;
  const state = await interviews.load(company, interviewId);
  if (state?.candidateId !== actor.candidateId) return refuse({ code: 'not_found' as const });
  if (state.status !== 'in_progress' || state.attempt !== attempt) return refuse({ code: 'interview_ended' as const });
  const [plan, drafts, all] = await Promise.all([
    interviews.plan(company, interviewId),
    interviews.drafts(company, interviewId, attempt),
    askedIn(interviews, company, interviewId, attempt),
  ]);
  const question = plan.questions.find(({ id }) => id === questionId);
  const content = drafts.find((draft) => draft.questionId === questionId)?.content;
  if (question === undefined || content === undefined) return refuse({ code: 'not_found' as const });
  const known = all.find((one) => one.questionId === questionId && one.after === after);
  if (known !== undefined) return ok({ ask: known.ask, after });
  const unheard = content.sent.some((bubble) => isClip(bubble) && bubble.kind !== 'file' && wordsOf(bubble) === '');
  const asked = asksOf(all, questionId).map(({ ask }) => ask);
  const text = content.sent.slice(0, after).map(wordsOf).join('\n');
  const ask = unheard ? null : nextAsk(question, text, asked);
  const note = askNote(attempt, { questionId, ask, after });
  if (await interviews.putNote(company, interviewId, note, 'once')) return ok({ ask, after });
  // Another device asked at the same time: what it was answered stands.
  const stands = (await askedIn(interviews, company, interviewId, attempt)).find(
    (one) => one.questionId === questionId && one.after === after,
  );
  return ok({ ask: stands?.ask ?? null, after });
}
