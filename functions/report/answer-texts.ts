import { type Answer, answersOf, judgedTexts } from '#functions/evaluation/answers.ts';
import type { Clips } from '#functions/ports/clip.ts';
import type { Interviews } from '#functions/ports.ts';
import type { Report } from '#shared/evaluation/report.ts';
import type { InterviewState } from '#shared/interview/state.ts';

/** The answers with the words that a report was made from; as they stand now where there is no report. */
export async function answersFor(
  deps: { interviews: Interviews; clips: Clips },
  company: string,
  state: InterviewState,
  report: Report | undefined,
): Promise<(Answer & { counted: boolean })[]> {
  const plan = await deps.interviews.plan(company, state.interviewId);
  const [answers, texts] = await Promise.all([
    answersOf(deps, company, state, plan, report?.attempt ?? state.attempt),
    report === undefined ? undefined : judgedTexts(deps.interviews, company, state.interviewId, report.report),
  ]);
  const counted = report?.items.map(({ questionId }) => questionId) ?? state.answeredIds;
  return answers.map((answer) => ({
    ...answer,
    text: texts?.get(answer.question.id) ?? answer.text,
    counted: counted.includes(answer.question.id),
  }));
}
