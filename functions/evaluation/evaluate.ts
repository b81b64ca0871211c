import * as z from 'zod';
import { type CommandDeps, nothingMore, perform } from '#functions/interview/perform.ts';
import type { Clips } from '#functions/ports/clip.ts';
import type { Fingerprints, Headways, Paraphrases, Ratings } from '#functions/ports/evaluation.ts';
import type { Archive } from '#functions/ports.ts';
import { calibrationOf } from '#shared/evaluation/agreement.ts';
import { type Report, reportSchema } from '#shared/evaluation/report.ts';
import type { Recorded } from '#shared/interview/events.ts';
import type { Plan } from '#shared/interview/plan.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { type Answer, answersOf, judgedNotes, similarNotes } from './answers.ts';
import { judgeInterview, type Scorers, withFlags } from './judge-interview.ts';
import { nearDuplicates } from './near-duplicates.ts';
import { showProgress } from './show-progress.ts';

export type EvaluateDeps = CommandDeps &
  Scorers & {
    archive: Archive;
    clips: Clips;
    paraphrases: Paraphrases;
    ratings: Ratings;
    fingerprints: Fingerprints;
    headways: Headways;
    wait: (ms: number) => Promise<void>;
  };
/** `request`: the version of the event that asked for it. */
export type EvaluateJob = { company: string; interviewId: string; attempt: number; request: number };
export type Evaluated = 'done' | 'stale' | `evidence_only: ${string}`;

/** What stands of a judgement in the archive: how it came about goes beside it and is read by people. */
const recordSchema = z.object({
  report: reportSchema,
  /** The words that were judged, by question. */
  texts: z.record(z.string(), z.string()),
  /** Applications whose earlier answer is the same, by question. */
  similar: z.record(z.string(), z.array(z.string())),
});

/**
 * From the sealed answers to a report. The record of what was judged and how goes to the archive first, so that a report
 * never stands without its evidence. One request has one record: a repeated job attaches what stands there, also where
 * the scorer would say something else the second time.
 */
export async function evaluate(deps: EvaluateDeps, job: EvaluateJob): Promise<Evaluated> {
  const { company, interviewId, attempt, request } = job;
  const state = await deps.interviews.load(company, interviewId);
  if (state === undefined || state.attempt !== attempt || !awaits(state, request)) return 'stale';
  const { body, fault } = await judged(deps, company, state);
  const key = `c/${company}/interview/${interviewId}/evaluation-${request}.json`;
  const record = recordSchema.parse(JSON.parse(await deps.archive.putOnce(key, JSON.stringify(body))));
  if (!(await attach(deps, job, record))) return 'stale';
  return fault === undefined ? 'done' : `evidence_only: ${fault instanceof Error ? fault.name : 'unknown'}`;
}

/** A failed one is still welcome when it comes after all. */
const awaits = ({ status, report }: InterviewState, request: number): boolean =>
  (status === 'submitted' || status === 'evaluated') &&
  report.request === request &&
  (report.requestedAt !== null || report.status === 'failed');

async function judged(deps: EvaluateDeps, company: string, state: InterviewState) {
  const { interviewId, positionId, terms } = state;
  const { name, version } = deps.scorer;
  const [plan, history, list, ratings] = await Promise.all([
    deps.interviews.plan(company, interviewId),
    deps.interviews.history(company, interviewId),
    deps.paraphrases.ofPosition(company, positionId),
    deps.ratings.ofPosition(company, positionId),
  ]);
  const all = await heardAnswers(deps, company, state, plan);
  // Only what counted is judged: an unfinished answer is not.
  const answers = all.filter(({ question }) => state.answeredIds.includes(question.id));
  const progress = showProgress(deps, company, { interviewId, request: state.report.request });
  const [{ input, judgement, fault }, similar] = await Promise.all([
    judgeInterview(deps, { plan, answers, accepted: list.paraphrases, terms }, { onProgress: progress.onProgress }),
    nearDuplicates(deps, company, state, answers),
  ]).finally(progress.end);
  const report: Report = {
    report: state.report.version + 1,
    attempt: state.attempt,
    planVersion: plan.version,
    scorer: { name, version, calibrated: calibrationOf(ratings, `${name}@${version}`).calibrated },
    createdAt: deps.clock.now().toISOString(),
    because: becauseOf(history, state.report.request),
    mode: 'scored',
    ...judgement,
    items: judgement.items.map((item) => withFlags(item, similar[item.questionId] ? ['near_duplicate'] : [])),
  };
  const texts = Object.fromEntries(answers.map(({ question, text }) => [question.id, text]));
  return { body: { report, texts, similar, input, paraphrases: list.version }, fault };
}

/** Milliseconds a judgement waits for words that are being written down; what comes later makes a version of its own. */
const hearing = { most: 15_000, step: 500 };

async function heardAnswers(deps: EvaluateDeps, company: string, state: InterviewState, plan: Plan): Promise<Answer[]> {
  for (let waited = 0; ; waited += hearing.step) {
    const answers = await answersOf(deps, company, state, plan);
    const unheard = answers.some(({ clips }) => clips.some(({ record }) => record?.state === 'transcribing'));
    if (!unheard || waited >= hearing.most) return answers;
    await deps.wait(hearing.step);
  }
}

function becauseOf(history: Recorded[], request: number): Report['because'] {
  const event = history.find(({ version }) => version === request)?.event;
  return event?.type === 'evaluation_asked' ? event.data.because : 'ended';
}

/** False where it is no longer waited for: the interview was opened again, or another request took its place. */
async function attach(
  deps: EvaluateDeps,
  { company, interviewId, attempt, request }: EvaluateJob,
  { report, texts, similar }: z.infer<typeof recordSchema>,
): Promise<boolean> {
  const { overall, scorer, mode = 'scored' } = report;
  const done = await perform(deps, {
    company,
    interviewId,
    mayAct: () => true,
    prepare: async () => ({
      command: {
        type: 'attachReport',
        by: 'system',
        attempt,
        request,
        report: report.report,
        overall,
        scorer: `${scorer.name}@${scorer.version}`,
        mode,
      },
      report,
      notes: [...judgedNotes(report.report, texts), ...similarNotes(report.report, similar)],
    }),
    answer: nothingMore,
  });
  if (done.ok) return done.value.state.report.version >= report.report;
  if (done.error.code === 'version_conflict') throw new Error('the report stayed contended');
  return false;
}
