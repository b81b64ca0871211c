import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { dynamoClips } from '#functions/adapters/dynamo/clips.ts';
import { dynamoCopies } from '#functions/adapters/dynamo/copies.ts';
import { dynamoDirectory } from '#functions/adapters/dynamo/directory.ts';
import { dynamoDue } from '#functions/adapters/dynamo/due.ts';
import { dynamoFingerprints } from '#functions/adapters/dynamo/fingerprints.ts';
import { keys } from '#functions/adapters/dynamo/keys.ts';
import { dynamoLearning } from '#functions/adapters/dynamo/learning.ts';
import { dynamoParaphrases } from '#functions/adapters/dynamo/paraphrases.ts';
import { dynamoHeadways } from '#functions/adapters/dynamo/progress.ts';
import { dynamoRatings } from '#functions/adapters/dynamo/ratings.ts';
import { dynamoRequests } from '#functions/adapters/dynamo/requests.ts';
import { dynamoRequisitions } from '#functions/adapters/dynamo/requisitions.ts';
import { dynamoRules } from '#functions/adapters/dynamo/rules.ts';
import { s3Archive } from '#functions/adapters/s3/archive.ts';
import { type EvaluateDeps, type EvaluateJob, evaluate } from '#functions/evaluation/evaluate.ts';
import type { ClipRecord, Media } from '#functions/ports/clip.ts';
import type { CandidateActor, IdPrefix, Job, StaffActor } from '#functions/ports.ts';
import { onChange } from '#functions/reactions/on-change.ts';
import { sweep } from '#functions/schedule/sweep.ts';
import { rubricScorer } from '#shared/evaluation/rubric-scorer.ts';
import type { Scorer } from '#shared/evaluation/scorer.ts';
import { draftNumber } from '#shared/interview/answer.ts';
import type { InterviewCommand } from '#shared/interview/commands.ts';
import type { Clip, DraftContent } from '#shared/interview/draft.ts';
import type { Consent, InterviewState } from '#shared/interview/state.ts';
import {
  changeOf,
  company,
  consents,
  inviteCommand,
  newIds,
  startInterviewStore,
} from '#test/functions/adapters/dynamo/store.ts';
import { figuresOn } from '#test/functions/figures-deps.ts';
import { quietChecks } from '#test/functions/sync/quiet-checks.ts';
import { startS3 } from '#test/world/s3/server.ts';
import { answers as seeded } from '#test/world/seeds/answers.ts';
import { company as seededCompany, staff } from '#test/world/seeds/company.ts';
import { salesPosition } from '#test/world/seeds/positions.ts';
import { salesPlan } from '#test/world/seeds/sales-plan.ts';

export const hr: StaffActor = { role: 'recruiter', company, userId: staff[0]?.userId ?? '' };
export const strangers: StaffActor = { role: 'recruiter', company: 'co_other', userId: 'usr_other' };
export const candidateOf = ({ candidateId }: InterviewState): CandidateActor => ({
  role: 'candidate',
  company,
  candidateId,
});

export const said = (...sent: DraftContent['sent']): DraftContent => ({ sent, typing: '', done: true });
export const strong: Record<string, DraftContent> = Object.fromEntries(
  Object.entries(seeded.strong).map(([questionId, sent]) => [questionId, said(...sent)]),
);
export const clip = (over: Partial<Clip> = {}): Clip => ({
  clipId: '1-1',
  kind: 'voice',
  mime: 'audio/webm',
  seconds: 30,
  parts: 6,
  bytes: 60_000,
  ...over,
});
export const clipRecord = (over: Partial<ClipRecord> = {}): ClipRecord => ({
  clipId: '1-1',
  questionId: 'qclose',
  attempt: 1,
  kind: 'voice',
  mime: 'audio/webm',
  seconds: 30,
  parts: 6,
  bytes: 60_000,
  name: null,
  interruptions: 0,
  closedAt: '2026-01-01T00:00:00.000Z',
  state: 'ready',
  assembled: { bytes: 60_000, missing: [] },
  transcript: { text: '嗯我会先问他', confidence: 0.9, sure: true, words: [{ text: '嗯', start: 0, end: 0.4 }] },
  speech: null,
  flags: [],
  recogniser: 'test',
  settledAt: '2026-01-01T00:00:10.000Z',
  ...over,
});

let operations = 0;
export const newOperation = (): string => {
  operations += 1;
  return `op-report-${String(operations).padStart(6, '0')}`;
};

/** The use cases of a report on the product's own table and a bucket, both on this machine; the scorer can be changed. */
export async function startStage() {
  const store = await startInterviewStore();
  const { clock, table, interviews, operations: found } = store;
  const dir = await mkdtemp(path.join(tmpdir(), 'report-'));
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local-secret' };
  const s3 = await startS3({ dir, clock, buckets: [{ name: 'media' }], credentials: [credentials] });
  const archive = s3Archive({ region: 'us-east-1', bucket: 'media', endpoint: s3.endpoint, credentials });
  const jobs: Job[] = [];
  const media: Media = {
    form: () => ({ url: '', fields: {}, maxBytes: 0 }),
    url: async (key) => `https://media.test/${key}`,
  };
  let ids = 0;
  const deps = {
    ...figuresOn(table),
    learning: dynamoLearning(table),
    interviews,
    operations: found,
    clock,
    copies: dynamoCopies(table),
    due: dynamoDue(table),
    requisitions: dynamoRequisitions(table),
    requests: dynamoRequests(table),
    queue: {
      async send(sent: Job[]) {
        jobs.push(...sent);
      },
    },
    directory: dynamoDirectory(table),
    clips: dynamoClips(table),
    paraphrases: dynamoParaphrases(table),
    ratings: dynamoRatings(table),
    rules: dynamoRules(table),
    fingerprints: dynamoFingerprints(table),
    headways: dynamoHeadways(table),
    ...quietChecks,
    media,
    archive,
    scorer: rubricScorer as Scorer,
    embedded: rubricScorer as Scorer,
    wait: async () => {},
    ids: {
      make(prefix: IdPrefix) {
        ids += 1;
        return `${prefix}_${String(ids).padStart(6, '0')}`;
      },
    },
  };
  const put = (Item: Record<string, unknown>) => store.direct.send(new PutCommand({ TableName: table.name, Item }));
  const setCompany = (settings: Record<string, unknown>) =>
    put({ ...keys.company(company), ...seededCompany, companyId: company, settings });
  await setCompany({});
  await put({ ...keys.position(company, salesPosition.positionId), ...salesPosition });
  for (const one of staff) await put({ ...keys.staff(company, one.userId), ...one });
  const positionId = salesPosition.positionId;

  async function after(
    before: InterviewState | undefined,
    command: InterviewCommand,
    more: Parameters<typeof changeOf>[3] = {},
  ): Promise<InterviewState> {
    const change = changeOf(before, command, clock.now(), more);
    const committed = await interviews.commit(change);
    if (!committed.ok) throw new Error(`not committed: ${committed.error.kind}`);
    return change.after;
  }

  const load = async ({ interviewId }: Pick<InterviewState, 'interviewId'>): Promise<InterviewState> => {
    const state = await interviews.load(company, interviewId);
    if (state === undefined) throw new Error('an interview vanished');
    return state;
  };

  async function begun(agreed: Consent[] = consents, over: Partial<InterviewState['terms']> = {}) {
    const invite = inviteCommand(clock.now(), { ...newIds(), positionId });
    const invited = await after(undefined, { ...invite, terms: { ...invite.terms, ...over } });
    return after(
      invited,
      { type: 'start', by: invited.candidateId, consents: agreed },
      {
        drafts: ({ attempt, epoch, terms }) =>
          terms.questionIds.map((questionId) => ({ op: 'create', attempt, questionId, number: draftNumber(epoch, 0) })),
      },
    );
  }

  let n = 0;
  /** Saves these contents and ends; what is not named stays as it is. */
  async function ended(state: InterviewState, contents: Record<string, DraftContent>): Promise<InterviewState> {
    const { interviewId, candidateId, attempt, epoch } = state;
    for (const [questionId, content] of Object.entries(contents)) {
      n += 1;
      const number = draftNumber(epoch, n);
      const save = { company, candidateId, interviewId, attempt, questionId, number, content };
      const saved = await interviews.saveDraft(save);
      if (saved.kind !== 'saved') throw new Error(`not saved: ${saved.kind}`);
    }
    const drafts = await interviews.drafts(company, interviewId, attempt);
    const all = Object.fromEntries(drafts.map(({ questionId, content }) => [questionId, content]));
    const command = { type: 'end', by: candidateId, contents: all, activeAt: clock.now().toISOString() } as const;
    return after(state, command, {
      drafts: () => drafts.map(({ questionId, number }) => ({ op: 'seal', attempt, questionId, number })),
    });
  }
  const submitted = async (contents: Record<string, DraftContent> = strong, agreed?: Consent[]) =>
    ended(await begun(agreed), { ...strong, ...contents });

  /** The job that the newest request of this interview asks for. */
  const jobOf = ({ interviewId, attempt, report }: InterviewState): EvaluateJob => ({
    company,
    interviewId,
    attempt,
    request: report.request,
  });
  const judged = (state: InterviewState, over: Partial<EvaluateDeps> = {}) =>
    evaluate({ ...deps, ...over }, jobOf(state));
  async function reported(contents?: Record<string, DraftContent>, over: Partial<EvaluateDeps> = {}) {
    const state = await submitted(contents);
    await judged(state, over);
    return load(state);
  }

  /** What the stream does after this interview's events, then every evaluation that was asked for. */
  async function settle({ interviewId }: InterviewState, over: Partial<EvaluateDeps> = {}): Promise<string[]> {
    await onChange(deps, company, interviewId);
    const asked = jobs.splice(0).filter((job) => job.queue === 'evaluate');
    const outcomes: string[] = [];
    for (const job of asked) outcomes.push(await evaluate({ ...deps, ...over }, job));
    await onChange(deps, company, interviewId);
    return outcomes;
  }

  return {
    ...store,
    deps,
    plan: salesPlan,
    positionId,
    put,
    setCompany,
    after,
    load,
    begun,
    ended,
    submitted,
    jobOf,
    judged,
    reported,
    settle,
    s3,
    async tick() {
      const failed: unknown[] = [];
      await sweep(deps, (_, error) => failed.push(error));
      if (failed.length > 0) throw failed[0];
    },
    async stop() {
      await s3.stop();
      await store.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
export type Stage = Awaited<ReturnType<typeof startStage>>;

/** A request as the dispatcher hands it to a use case. */
export const ask = <A, P, I = Record<string, never>, Q = Record<string, never>>(
  actor: A,
  params: P,
  input: I = {} as I,
  query: Q = {} as Q,
) => ({
  actor,
  params,
  query,
  input,
  bodyHash: JSON.stringify([params, input]),
});
