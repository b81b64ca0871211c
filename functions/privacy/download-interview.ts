import { playUrl } from '#functions/clip/listen.ts';
import type { Clips, Media } from '#functions/ports/clip.ts';
import type { Outcomes } from '#functions/ports/outcomes.ts';
import type { Deliveries, Directory, Interviews } from '#functions/ports.ts';
import type { Recorded } from '#shared/interview/events.ts';

export type InterviewDeps = {
  interviews: Pick<Interviews, 'load' | 'plan' | 'history' | 'notes' | 'drafts' | 'beside' | 'report' | 'ofCandidate'>;
  directory: Pick<Directory, 'position'>;
  clips: Pick<Clips, 'ofInterview'>;
  deliveries: Pick<Deliveries, 'ofInterview'>;
  outcomes: Pick<Outcomes, 'versions'>;
  media: Media;
};

const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);

/** One interview with all its attempts and every version of its report; `employment`: how it went after they were hired. */
export async function interviewData(deps: InterviewDeps, company: string, interviewId: string) {
  const { interviews, directory } = deps;
  const state = await interviews.load(company, interviewId);
  if (state === undefined) return undefined;
  const attempts = upTo(Math.max(1, state.attempt));
  const [plan, history, position, clips, notes, deliveries, employment, drafts, beside, reports] = await Promise.all([
    interviews.plan(company, interviewId),
    interviews.history(company, interviewId),
    directory.position(company, state.positionId),
    deps.clips.ofInterview(company, interviewId),
    interviews.notes(company, interviewId, ''),
    deps.deliveries.ofInterview(company, interviewId),
    deps.outcomes.versions(company, state.applicationId),
    Promise.all(attempts.map((attempt) => interviews.drafts(company, interviewId, attempt))),
    Promise.all(attempts.map((attempt) => interviews.beside(company, interviewId, attempt))),
    Promise.all(upTo(state.report.version).map((version) => interviews.report(company, interviewId, version))),
  ]);
  const prompts = new Map(plan.questions.map(({ id, prompt }) => [id, prompt]));
  const data = {
    interviewId,
    position: position?.title ?? '',
    status: state.status,
    outcome: state.outcome,
    history: history.map(happened),
    answers: attempts.map((attempt, i) => ({
      attempt,
      answers: [...(drafts[i] ?? []), ...(beside[i] ?? [])].map(({ questionId, content, savedAt }) => ({
        question: prompts.get(questionId) ?? questionId,
        said: content,
        savedAt,
      })),
    })),
    recordings: await Promise.all(
      clips.map(async (clip) => ({
        question: prompts.get(clip.questionId) ?? clip.questionId,
        kind: clip.kind,
        seconds: clip.seconds,
        heard: clip.transcript?.text ?? null,
        url: await playUrl(deps, company, interviewId, clip),
      })),
    ),
    reports: reports.filter((report) => report !== undefined),
    notes: notes.filter(({ name }) => !ofOthers.test(name)).map(({ name, value }) => ({ name, value })),
    sent: deliveries.map(({ kind, channel, state: how, at }) => ({ kind, channel, state: how, at })),
  };
  return {
    interviewId,
    data,
    history,
    employment: employment.map(({ by: _, ...outcome }) => outcome),
  };
}

/** Who else gave the same answer is about others. */
const ofOthers = /^similar#/;

/** Of HR's people it says that it was one of them. */
const happened = ({ event }: Recorded) => ({
  type: event.type,
  at: event.at,
  by: event.by.startsWith('usr_') ? 'staff' : event.by.startsWith('cand_') ? 'me' : 'system',
  data: event.data,
});
