import { hiringView } from '#functions/application/hiring-view.ts';
import type { Request } from '#functions/http/request.ts';
import type { Withdrawals } from '#functions/ports/consents.ts';
import type { CandidateActor, Clock, Directory, Interviews } from '#functions/ports.ts';
import { tookBack } from '#functions/privacy/took-back.ts';
import { stageOf } from '#shared/application/copies.ts';
import type { Output } from '#shared/contract/operations.ts';
import { canRestart } from '#shared/interview/decide.ts';
import type { Recorded } from '#shared/interview/events.ts';
import { estimatedMinutes, type Plan } from '#shared/interview/plan.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { answerSecondsOf, retakesOf, unrecorded, waysOf } from '#shared/interview/ways.ts';
import { closesAt, deadlineOf, pausedSince } from '#shared/interview/windows.ts';
import { ok, refuse } from '#shared/result.ts';
import { appointmentView, timeView } from '#shared/schedule/appointment-view.ts';
import { effectiveSettings } from '#shared/settings.ts';
import { type Asked, askedIn, asksOf } from './asked.ts';
import { lastActivity } from './last-activity.ts';

type View = Output<'interview.get'>;
type Deps = {
  interviews: Interviews;
  directory: Directory;
  clock: Clock;
  clips: { views(company: string, interviewId: string): Promise<View['clips']> };
  withdrawals?: Pick<Withdrawals, 'of'>;
  config: { recognition: boolean };
};

/** Everything the candidate's pages show of one interview. Key points stay on the server. */
export async function get(deps: Deps, { actor, params }: Request<'interview.get', CandidateActor>) {
  const { company } = actor;
  const { interviewId } = params;
  const { interviews, directory } = deps;
  const state = await interviews.load(company, interviewId);
  if (state?.candidateId !== actor.candidateId) return refuse({ code: 'not_found' as const });
  const attempt = Math.max(1, state.attempt);
  const [plan, drafts, beside, history, asked, clips, owner, position, unrecordable] = await Promise.all([
    interviews.plan(company, interviewId),
    interviews.drafts(company, interviewId, attempt),
    interviews.beside(company, interviewId, attempt),
    interviews.history(company, interviewId),
    askedIn(interviews, company, interviewId, attempt),
    deps.clips.views(company, interviewId),
    directory.company(company),
    directory.position(company, state.positionId),
    tookBack(deps.withdrawals, company, state, 'recording'),
  ]);
  if (owner === undefined || position === undefined) throw new Error('an interview without its company or position');
  const now = deps.clock.now();
  const { behaviourEvidence: behaviour, timeZone } = effectiveSettings(owner.settings, position.settings);
  const view: View = {
    interviewId,
    company: owner.name,
    position: position.title,
    department: position.department,
    status: state.status,
    report: state.report.status,
    stage: stageOf(history),
    closesAt: closesAt(state, state.activeAt === null ? null : lastActivity(state, drafts)),
    deadlineAt: deadlineOf(state),
    appointment: appointmentView(state, timeZone),
    bookingAsked: state.terms.appointment?.asked ?? false,
    time: timeView(state, history, timeZone),
    canRestart: canRestart(state, now),
    pausedSince: pausedSince(state),
    extraTime: state.terms.extraTime ?? 1,
    recognition: deps.config.recognition,
    behaviour,
    version: state.version,
    attempt: state.attempt,
    epoch: state.epoch,
    serverTime: now.toISOString(),
    introduction: plan.introduction,
    introductionFor: position.briefing ?? null,
    estimatedMinutes: estimatedMinutes(plan),
    answersNeeded: state.terms.answersNeeded,
    attemptsLeft: state.terms.attempts - attempt,
    questions: questionsOf(plan, state, asked, !unrecordable && mayRecord(history)),
    drafts: drafts.map(({ sealed: _, ...draft }) => draft),
    beside: beside.map(({ questionId, content, savedAt }) => ({ questionId, content, savedAt })),
    clips,
    tickets: state.tickets,
    prechecked: lastPrecheck(history),
    questionnaire: state.questionnaire,
    answeredIds: state.answeredIds,
    hiring: await hiringView(deps, company, state, timeZone),
    milestones: {
      invitedAt: state.invitedAt,
      startedAt: state.startedAt,
      endedAt: state.endedAt,
      reportAt: state.reportAt,
      decidedAt: state.decidedAt,
    },
    contact: { ...owner.contact, responseMinutes: owner.contact.responseMinutes ?? null },
  };
  return ok(view);
}

/** Before the start nobody was asked yet. */
function mayRecord(history: Recorded[]): boolean {
  const started = history.find(({ event }) => event.type === 'started')?.event;
  return started?.type !== 'started' || started.data.consents.some((one) => one.purpose === 'recording' && one.granted);
}

const questionsOf = (plan: Plan, state: InterviewState, asked: Asked[], recorded: boolean): View['questions'] =>
  plan.questions.map((question) => {
    const { id, kind, prompt, briefing, required, minutes, prepareSeconds = 0 } = question;
    return {
      id,
      kind,
      prompt,
      required,
      minutes,
      ways: recorded ? waysOf(question) : unrecorded(waysOf(question)),
      prepareSeconds,
      answerSeconds: answerSecondsOf(question, state.terms),
      retakes: retakesOf(question),
      asked: asksOf(asked, id),
      ...(briefing === undefined ? {} : { briefing }),
    };
  });

function lastPrecheck(history: Recorded[]): View['prechecked'] {
  const event = history.findLast((recorded) => recorded.event.type === 'prechecked')?.event;
  return event?.type === 'prechecked' ? { at: event.at, failed: event.data.failed } : null;
}
