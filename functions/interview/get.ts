import type { Request } from '#functions/http/request.ts';
import type { CandidateActor, Clock, Directory, Interviews } from '#functions/ports.ts';
import { stageOf } from '#shared/application/copies.ts';
import type { Output } from '#shared/contract/operations.ts';
import { estimatedMinutes } from '#shared/interview/plan.ts';
import { closesAt } from '#shared/interview/windows.ts';
import { ok, refuse } from '#shared/result.ts';
import { lastActivity } from './last-activity.ts';

type Deps = { interviews: Interviews; directory: Directory; clock: Clock };

/** Everything the candidate's pages show of one interview. Key points stay on the server. */
export async function get(deps: Deps, { actor, params }: Request<'interview.get', CandidateActor>) {
  const { company } = actor;
  const state = await deps.interviews.load(company, params.interviewId);
  if (state?.candidateId !== actor.candidateId) return refuse({ code: 'not_found' as const });
  const attempt = Math.max(1, state.attempt);
  const [plan, drafts, beside, history, owner, position] = await Promise.all([
    deps.interviews.plan(company, state.interviewId),
    deps.interviews.drafts(company, state.interviewId, attempt),
    deps.interviews.beside(company, state.interviewId, attempt),
    deps.interviews.history(company, state.interviewId),
    deps.directory.company(company),
    deps.directory.position(company, state.positionId),
  ]);
  if (owner === undefined || position === undefined) throw new Error('an interview without its company or position');
  const view: Output<'interview.get'> = {
    interviewId: state.interviewId,
    company: owner.name,
    position: position.title,
    department: position.department,
    status: state.status,
    report: state.report.status,
    stage: stageOf(history),
    closesAt: closesAt(state, state.activeAt === null ? null : lastActivity(state, drafts)),
    version: state.version,
    attempt: state.attempt,
    epoch: state.epoch,
    serverTime: deps.clock.now().toISOString(),
    introduction: plan.introduction,
    estimatedMinutes: estimatedMinutes(plan),
    answersNeeded: state.terms.answersNeeded,
    attemptsLeft: state.terms.attempts - Math.max(1, state.attempt),
    questions: plan.questions.map(({ id, kind, prompt, briefing, required, minutes }) => ({
      id,
      kind,
      prompt,
      required,
      minutes,
      ...(briefing === undefined ? {} : { briefing }),
    })),
    drafts: drafts.map(({ sealed: _, ...draft }) => draft),
    beside: beside.map(({ questionId, content, savedAt }) => ({ questionId, content, savedAt })),
    answeredIds: state.answeredIds,
    milestones: {
      invitedAt: state.invitedAt,
      startedAt: state.startedAt,
      endedAt: state.endedAt,
      reportAt: state.reportAt,
      decidedAt: state.decidedAt,
    },
    contact: owner.contact,
  };
  return ok(view);
}
