import type { Request } from '#functions/http/request.ts';
import type { CandidateActor, Directory, Interviews } from '#functions/ports.ts';
import type { Output } from '#shared/contract/operations.ts';
import type { ReportDimension } from '#shared/evaluation/report.ts';
import { ok, refuse } from '#shared/result.ts';

type Deps = { interviews: Interviews; directory: Directory };
type Mine = Output<'interview.report'>;

/** The candidate's view of the report: what was good, one thing to work on each, and no number that is not calibrated. */
export async function mine(
  { interviews, directory }: Deps,
  { actor, params }: Request<'interview.report', CandidateActor>,
) {
  const { company } = actor;
  const state = await interviews.load(company, params.interviewId);
  if (state?.candidateId !== actor.candidateId) return refuse({ code: 'not_found' as const });
  const report = await interviews.report(company, state.interviewId, state.report.version);
  if (state.report.status !== 'ready' || report === undefined) return refuse({ code: 'report_not_ready' as const });
  const position = await directory.position(company, state.positionId);
  const view: Mine = {
    position: position?.title ?? '',
    calibrated: report.scorer.calibrated,
    insufficient: report.insufficient,
    createdAt: report.createdAt,
    dimensions: report.dimensions.map((dimension) => candidateDimension(dimension, report.scorer.calibrated)),
  };
  return ok(view);
}

function candidateDimension({ name, weight, score, reasons }: ReportDimension, calibrated: boolean) {
  const shown = reasons.flatMap(({ kind, keyPoint, quote }) =>
    kind === 'shown' && quote !== undefined ? [{ keyPoint, quote }] : [],
  );
  const suggestion = reasons.find((reason) => reason.kind === 'missing')?.keyPoint ?? null;
  return { name, weight, score: calibrated ? score : null, shown, suggestion };
}
