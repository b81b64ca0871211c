import { type CommandDeps, nothingMore, perform } from '#functions/interview/perform.ts';
import type { Archive } from '#functions/ports.ts';
import type { Report } from '#shared/evaluation/report.ts';
import type { Scorer, ScorerInput } from '#shared/evaluation/scorer.ts';
import { answerText, emptyDraft } from '#shared/interview/answer.ts';
import type { InterviewState } from '#shared/interview/state.ts';

type Deps = CommandDeps & { archive: Archive; scorer: Scorer };
export type EvaluateJob = { company: string; interviewId: string; attempt: number };

/**
 * From the sealed answers to a report. The record of what was judged and how goes to the archive first, so that a report
 * never stands without its evidence; a repeated job changes nothing.
 */
export async function evaluate(deps: Deps, { company, interviewId, attempt }: EvaluateJob): Promise<'done' | 'stale'> {
  const state = await deps.interviews.load(company, interviewId);
  if (state === undefined || state.attempt !== attempt || !awaits(state)) return 'stale';
  const input = await scorerInput(deps, company, state);
  const judgement = await deps.scorer.judge(input);
  const { name, version, calibrated } = deps.scorer;
  const plan = await deps.interviews.plan(company, interviewId);
  const report: Report = {
    report: state.report.version + 1,
    attempt,
    planVersion: plan.version,
    scorer: { name, version, calibrated },
    createdAt: deps.clock.now().toISOString(),
    ...judgement,
  };
  await deps.archive.putOnce(
    `c/${company}/interview/${interviewId}/evaluation-${report.report}.json`,
    JSON.stringify({ input, report }),
  );
  const done = await perform(deps, {
    company,
    interviewId,
    mayAct: () => true,
    prepare: async () => ({
      command: {
        type: 'attachReport',
        by: 'system',
        attempt,
        report: report.report,
        overall: report.overall,
        scorer: `${name}@${version}`,
      },
      report,
    }),
    answer: nothingMore,
  });
  if (done.ok) return 'done';
  if (done.error.code === 'version_conflict') throw new Error('the report stayed contended');
  return 'stale';
}

const awaits = (state: InterviewState): boolean =>
  (state.status === 'submitted' || state.status === 'evaluated') && state.report.status !== 'ready';

/** Only what counted is judged: an unfinished answer is not. */
async function scorerInput({ interviews }: Deps, company: string, state: InterviewState): Promise<ScorerInput> {
  const [plan, drafts] = await Promise.all([
    interviews.plan(company, state.interviewId),
    interviews.drafts(company, state.interviewId, state.attempt),
  ]);
  const counted = plan.questions.filter((question) => state.answeredIds.includes(question.id));
  return {
    competencies: plan.competencies,
    items: counted.map(({ id, prompt, kind, keyPoints, competencies }) => ({
      question: { id, prompt, kind, keyPoints, competencies },
      answer: { text: answerText(drafts.find((draft) => draft.questionId === id)?.content ?? emptyDraft) },
    })),
  };
}
