import type { Request } from '#functions/http/request.ts';
import type { Interviews, StaffActor } from '#functions/ports.ts';
import { answerText, emptyDraft } from '#shared/interview/answer.ts';
import { ok, refuse } from '#shared/result.ts';

/** The full report with the answers it was made from; the answers alone while there is no report. */
export async function review(
  { interviews }: { interviews: Interviews },
  { actor, params }: Request<'report.review', StaffActor>,
) {
  const { company } = actor;
  const state = await interviews.load(company, params.interviewId);
  if (state === undefined) return refuse({ code: 'not_found' as const });
  const ready = state.report.status === 'ready';
  const report = ready ? await interviews.report(company, state.interviewId, state.report.version) : undefined;
  const [plan, drafts] = await Promise.all([
    interviews.plan(company, state.interviewId),
    interviews.drafts(company, state.interviewId, report?.attempt ?? state.attempt),
  ]);
  const answers = plan.questions.map(({ id, kind, prompt }) => ({
    questionId: id,
    kind,
    prompt,
    text: answerText(drafts.find((draft) => draft.questionId === id)?.content ?? emptyDraft),
    counted: state.answeredIds.includes(id),
  }));
  return ok({ report: report ?? null, answers });
}
