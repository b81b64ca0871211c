import type { Experiments } from '#functions/ports/experiments.ts';
import type { Positions } from '#functions/ports/positions.ts';
import type { Lesson } from '#shared/analytics/lesson.ts';
import { reportsOfVersions, trialResult } from '#shared/analytics/question-versions.ts';
import type { LearnedValue } from '#shared/contract/learned.ts';
import { printOf } from '#shared/learning/question-print.ts';
import type { Position } from '#shared/organisation/records.ts';

type Deps = { positions: Positions; experiments: Experiments };

/** What the answers say of a position's questions, wording by wording, and how its trials stand. */
export async function learnQuestions(
  { positions, experiments }: Deps,
  company: string,
  position: Position,
  lessons: readonly Lesson[],
): Promise<LearnedValue<'questions'>> {
  const { positionId, plan } = position;
  const own = lessons.filter((one) => one.positionId === positionId);
  const [versions, trials] = await Promise.all([
    positions.versions(company, positionId),
    experiments.ofPosition(company, positionId),
  ]);
  const everPut = [
    ...versions.flatMap(({ position: { plan: before } }) => before.questions),
    ...trials.map(({ question }) => question),
    ...plan.questions,
  ];
  const prompts = new Map(everPut.map((question) => [`${question.id}#${printOf(question)}`, question.prompt]));
  const asked = new Set(plan.questions.map((question) => `${question.id}#${printOf(question)}`));
  const order = plan.questions.map(({ id }) => id);
  return {
    interviews: own.filter((one) => one.asked.length > 0).length,
    trials: trials.flatMap(({ experimentId, bankId, a, b, reviewed, state }) =>
      reviewed === null || (state !== 'running' && state !== 'ended')
        ? []
        : [{ experimentId, ...trialResult(own, { bankId, a, b, since: reviewed.at }) }],
    ),
    questions: reportsOfVersions(own)
      .map(({ questionId, print, bank, report, findings }) => ({
        questionId,
        print,
        bank,
        current: asked.has(`${questionId}#${print}`),
        prompt: prompts.get(`${questionId}#${print}`) ?? '',
        n: report.n,
        missing: report.state === 'suggested' ? 0 : report.missing,
        figures: report.state === 'too_few' ? null : report.figures,
        findings,
      }))
      .sort(
        (a, b) => order.indexOf(a.questionId) - order.indexOf(b.questionId) || Number(b.current) - Number(a.current),
      ),
  };
}
