import type { Request } from '#functions/http/request.ts';
import type { Ratings } from '#functions/ports/evaluation.ts';
import type { Clock, Interviews, StaffActor } from '#functions/ports.ts';
import { calibrationOf } from '#shared/evaluation/agreement.ts';
import { ok, refuse } from '#shared/result.ts';
import { scorerOf } from './scorer-of.ts';

type Deps = { interviews: Interviews; ratings: Ratings; clock: Clock };

/**
 * A person's level for one answer, kept beside what the scorer had made of it at that time: from enough of these a
 * position's scores are called calibrated. One a person and answer; a later one takes its place.
 */
export async function rate(deps: Deps, { actor, params, input }: Request<'report.rate', StaffActor>) {
  const { company, userId } = actor;
  const { interviewId, questionId } = params;
  const state = await deps.interviews.load(company, interviewId);
  if (state === undefined) return refuse({ code: 'not_found' as const });
  if (state.report.status !== 'ready') return refuse({ code: 'report_not_ready' as const });
  const report = await deps.interviews.report(company, interviewId, state.report.version);
  if (report === undefined) return refuse({ code: 'report_not_ready' as const });
  const item = report.items.find((one) => one.questionId === questionId);
  if (item === undefined) return refuse({ code: 'not_found' as const });
  const scorer = scorerOf(report.scorer);
  const at = deps.clock.now().toISOString();
  const { level } = input;
  const rating = { interviewId, questionId, userId, level, score: item.score, scorer, report: report.report, at };
  await deps.ratings.put(company, state.positionId, rating);
  const all = await deps.ratings.ofPosition(company, state.positionId);
  return ok({ level, pairs: calibrationOf(all, scorer).pairs });
}
