import { isOvertime } from '#functions/evaluation/answer-flags.ts';
import { similarAnswers } from '#functions/evaluation/answers.ts';
import type { Request } from '#functions/http/request.ts';
import type { Clips, Media } from '#functions/ports/clip.ts';
import type { Headways, Ratings } from '#functions/ports/evaluation.ts';
import type { Copies, Directory, Interviews, StaffActor } from '#functions/ports.ts';
import { type ProposalDeps, proposalOf } from '#functions/rule/proposal.ts';
import { proposalView } from '#functions/rule/proposal-view.ts';
import { type RuledDeps, ruledOf } from '#functions/rule/ruled.ts';
import type { Output } from '#shared/contract/operations.ts';
import { calibrationOf } from '#shared/evaluation/agreement.ts';
import type { Recorded } from '#shared/interview/events.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { ok, refuse } from '#shared/result.ts';
import { answersFor } from './answer-texts.ts';
import { behaviourOf } from './behaviour.ts';
import { reviewClip } from './review-clips.ts';
import { scorerOf } from './scorer-of.ts';
import { judgementNote, questionnaireMore } from './words.ts';

export type ReviewDeps = ProposalDeps &
  RuledDeps & {
    directory: Directory;
    interviews: Interviews;
    copies: Pick<Copies, 'application'>;
    clips: Clips;
    media: Media;
    ratings: Ratings;
    headways: Headways;
  };
type Review = Output<'report.review'>;

/** The full report with the answers it was made from and all that stands beside it; the answers alone while there is none. */
export async function review(deps: ReviewDeps, { actor, params, query }: Request<'report.review', StaffActor>) {
  const { company, userId } = actor;
  const state = await deps.interviews.load(company, params.interviewId);
  if (state === undefined) return refuse({ code: 'not_found' as const });
  const { interviewId, positionId } = state;
  const reports = await versionsOf(deps.interviews, company, state);
  const report = reports.find((one) => one.report === (query.version ?? newestOf(state)));
  if (query.version !== undefined && report === undefined) return refuse({ code: 'not_found' as const });
  const attempt = report?.attempt ?? state.attempt;
  const [answers, similar, history, ratings, headway, more] = await Promise.all([
    answersFor(deps, company, state, report),
    similarOf(deps, company, interviewId, report?.report),
    deps.interviews.history(company, interviewId),
    deps.ratings.ofPosition(company, positionId),
    state.report.requestedAt === null ? undefined : deps.headways.read(company, interviewId),
    state.questionnaire === null ? '' : questionnaireMore(deps.interviews, company, interviewId),
  ]);
  const own = ratings.filter((one) => one.interviewId === interviewId && one.userId === userId);
  const shown = report ?? reports.at(-1);
  const [proposed, ruled] = await Promise.all([
    state.status === 'submitted' ? proposalOf(deps, company, state) : undefined,
    ruledOf(deps, company, state, history),
  ]);
  const view: Review = {
    report: report ?? null,
    versions: reports.map(({ report: number, createdAt, scorer: by, because = 'ended', mode = 'scored', overall }) => ({
      report: number,
      createdAt,
      scorer: scorerOf(by),
      because,
      mode,
      overall,
    })),
    progress: headway?.request === state.report.request ? { done: headway.done, total: headway.total } : null,
    answers: await Promise.all(
      answers.map(async (answer) => ({
        questionId: answer.question.id,
        kind: answer.question.kind,
        prompt: answer.question.prompt,
        asked: answer.asked,
        keyPoints: answer.question.keyPoints,
        text: answer.text,
        counted: answer.counted,
        seconds: answer.content.seconds ?? null,
        overtime: isOvertime(answer, state.terms),
        clips: await Promise.all(answer.clips.map((one) => reviewClip(deps, company, interviewId, one))),
        rating: own.find(({ questionId }) => questionId === answer.question.id)?.level ?? null,
        similarTo: similar[answer.question.id] ?? [],
      })),
    ),
    behaviour: await behaviourOf(deps.interviews, company, { interviewId, attempt, history }),
    proposal: proposed === undefined ? null : proposalView(proposed),
    ruled,
    judgement: await judgementOf(deps, company, state, history),
    questionnaire: state.questionnaire && { ...state.questionnaire, more },
    calibration: calibrationOf(ratings, shown === undefined ? '' : scorerOf(shown.scorer)),
  };
  return ok(view);
}

/** Whose answers were nearly the same; without those who were deleted since. */
async function similarOf({ interviews, copies }: ReviewDeps, company: string, interviewId: string, report?: number) {
  const similar = await similarAnswers(interviews, company, interviewId, report);
  const named = [...new Set(Object.values(similar).flat())];
  const kept = await Promise.all(named.map((applicationId) => copies.application(company, applicationId)));
  const there = new Set(named.filter((_, i) => kept[i] !== undefined));
  return Object.fromEntries(Object.entries(similar).map(([id, all]) => [id, all.filter((one) => there.has(one))]));
}

/** While a first one is made there is none, whatever earlier ends have left. */
const newestOf = ({ report }: InterviewState): number | undefined =>
  report.status === 'ready' ? report.version : undefined;

async function versionsOf(interviews: Interviews, company: string, { interviewId, report }: InterviewState) {
  const numbers = Array.from({ length: report.version }, (_, i) => i + 1);
  const all = await Promise.all(numbers.map((number) => interviews.report(company, interviewId, number)));
  return all.filter((one) => one !== undefined);
}

async function judgementOf(
  { interviews, directory }: ReviewDeps,
  company: string,
  { interviewId, judgement }: InterviewState,
  history: Recorded[],
): Promise<Review['judgement']> {
  const event = history.findLast((one) => one.event.type === 'judged')?.event;
  if (judgement === null || event === undefined) return null;
  const [note, staff] = await Promise.all([
    judgementNote(interviews, company, interviewId, judgement.report),
    directory.staff(company, event.by),
  ]);
  return { ...judgement, note, by: staff?.name ?? event.by, at: event.at };
}
