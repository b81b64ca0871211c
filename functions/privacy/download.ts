import { playUrl } from '#functions/clip/listen.ts';
import type { Request } from '#functions/http/request.ts';
import type { Clips, Media } from '#functions/ports/clip.ts';
import type { Withdrawals } from '#functions/ports/consents.ts';
import type { Openings, People } from '#functions/ports/intake.ts';
import type { CandidateActor, Clock, Directory, Inbox, Interviews } from '#functions/ports.ts';
import type { Recorded } from '#shared/interview/events.ts';
import { ok, refuse } from '#shared/result.ts';

type Deps = {
  interviews: Interviews;
  directory: Directory;
  clips: Pick<Clips, 'ofInterview'>;
  media: Media;
  people: Pick<People, 'resume'>;
  inbox: Inbox;
  openings: Pick<Openings, 'wish' | 'allow'>;
  withdrawals: Withdrawals;
  clock: Clock;
};

const mostAnHour = 10;

/**
 * Everything we have of the person who asks, as it stands: what they said, what was heard, what was made of it, who
 * decided and when, what they were told. Recordings come as links that open for some minutes.
 */
export async function download(deps: Deps, { actor }: Request<'privacy.download', CandidateActor>) {
  const { company, candidateId } = actor;
  if (!(await deps.openings.allow(company, `download#${candidateId}`, mostAnHour, 60)))
    return refuse({ code: 'rate_limited' as const });
  const [owner, person, resume, messages, withdrawn, ids, requisitions] = await Promise.all([
    deps.directory.company(company),
    deps.directory.candidate(company, candidateId),
    deps.people.resume(company, candidateId),
    deps.inbox.all(company, candidateId),
    deps.withdrawals.of(company, candidateId),
    deps.interviews.ofCandidate(company, candidateId),
    deps.directory.requisitions(company),
  ]);
  if (person === undefined) return refuse({ code: 'not_found' as const });
  const wishes = await Promise.all(
    requisitions.map(({ requisitionId }) => deps.openings.wish(company, requisitionId, candidateId)),
  );
  const interviews = await Promise.all(ids.map((id) => interviewOf(deps, company, id)));
  const { name, phone, email, headline, source } = person;
  return ok({
    madeAt: deps.clock.now().toISOString(),
    company: owner?.name ?? '',
    person: { candidateId, name, phone, email: email ?? null, headline, source: source ?? null },
    resume: resume ? { text: resume.text, at: resume.at, file: resume.file?.name ?? null } : { text: person.resume },
    applications: wishes
      .filter((wish) => wish !== undefined)
      .map(({ requisitionId, at, source: from, consent, times }) => ({
        requisitionId,
        at,
        source: from,
        consent,
        times,
      })),
    consentsTakenBack: withdrawn,
    interviews: interviews.filter((one) => one !== undefined),
    messages: messages.map(({ kind, title, text, at, readAt }) => ({ kind, title, text, at, readAt })),
  });
}

async function interviewOf(deps: Deps, company: string, interviewId: string) {
  const { interviews, directory } = deps;
  const state = await interviews.load(company, interviewId);
  if (state === undefined) return undefined;
  const attempts = Array.from({ length: Math.max(1, state.attempt) }, (_, n) => n + 1);
  const [plan, history, position, clips, notes, drafts, beside, report] = await Promise.all([
    interviews.plan(company, interviewId),
    interviews.history(company, interviewId),
    directory.position(company, state.positionId),
    deps.clips.ofInterview(company, interviewId),
    interviews.notes(company, interviewId, ''),
    Promise.all(attempts.map((attempt) => interviews.drafts(company, interviewId, attempt))),
    Promise.all(attempts.map((attempt) => interviews.beside(company, interviewId, attempt))),
    state.report.version > 0 ? interviews.report(company, interviewId, state.report.version) : undefined,
  ]);
  const prompts = new Map(plan.questions.map(({ id, prompt }) => [id, prompt]));
  return {
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
    report: report ?? null,
    notes: notes.filter(({ name }) => !ofOthers.test(name)).map(({ name, value }) => ({ name, value })),
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
