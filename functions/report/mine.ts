import type { Request } from '#functions/http/request.ts';
import type { Clips } from '#functions/ports/clip.ts';
import type { CandidateActor, Directory, Interviews } from '#functions/ports.ts';
import type { Output } from '#shared/contract/operations.ts';
import type { ReportDimension } from '#shared/evaluation/report.ts';
import { ok, refuse } from '#shared/result.ts';
import { effectiveSettings } from '#shared/settings.ts';
import { answersFor } from './answer-texts.ts';

type Deps = { interviews: Interviews; directory: Directory; clips: Clips };
type Mine = Output<'interview.report'>;

/**
 * The candidate's view of the report: what was good, one thing to work on each, their own words. Numbers only where they
 * are calibrated or the company shows them all the same.
 */
export async function mine(deps: Deps, { actor, params }: Request<'interview.report', CandidateActor>) {
  const { company } = actor;
  const state = await deps.interviews.load(company, params.interviewId);
  if (state?.candidateId !== actor.candidateId) return refuse({ code: 'not_found' as const });
  const ready = state.report.status === 'ready';
  const report = ready ? await deps.interviews.report(company, state.interviewId, state.report.version) : undefined;
  if (report === undefined) return refuse({ code: 'report_not_ready' as const });
  const [owner, position, answers] = await Promise.all([
    deps.directory.company(company),
    deps.directory.position(company, state.positionId),
    answersFor(deps, company, state, report),
  ]);
  const { calibrated } = report.scorer;
  const scoresShown = calibrated || effectiveSettings(owner?.settings, position?.settings).showScores;
  const view: Mine = {
    position: position?.title ?? '',
    calibrated,
    insufficient: report.insufficient,
    scoresShown,
    createdAt: report.createdAt,
    overall: scoresShown ? report.overall : null,
    dimensions: report.dimensions.map((dimension) => candidateDimension(dimension, scoresShown)),
    answers: answers
      .filter(({ counted }) => counted)
      .map(({ question, text, clips }) => ({
        questionId: question.id,
        prompt: question.prompt,
        text,
        spoken: clips.some(({ clip }) => clip.kind !== 'file'),
      })),
  };
  return ok(view);
}

function candidateDimension({ name, weight, score, reasons }: ReportDimension, scoresShown: boolean) {
  const shown = reasons.flatMap(({ kind, keyPoint, quote }) =>
    kind === 'shown' && quote !== undefined ? [{ keyPoint, quote }] : [],
  );
  const suggestion = reasons.find((reason) => reason.kind === 'missing')?.keyPoint ?? null;
  return { name, weight, score: scoresShown ? score : null, shown, suggestion };
}
