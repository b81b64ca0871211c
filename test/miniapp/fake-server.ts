import { type ErrorCode, errorStatus } from '#shared/contract/errors.ts';
import { draftNumber, emptyDraft, epochOf } from '#shared/interview/answer.ts';
import type { InterviewCommand } from '#shared/interview/commands.ts';
import { decide } from '#shared/interview/decide.ts';
import type { DraftContent } from '#shared/interview/draft.ts';
import type { InterviewEvent } from '#shared/interview/events.ts';
import { evolve } from '#shared/interview/evolve.ts';
import type { InterviewState, Terms } from '#shared/interview/state.ts';
import { closesAt, later } from '#shared/interview/windows.ts';
import type { CallError } from '../../miniapp/src/api/call-error.ts';
import type { Call } from '../../miniapp/src/api/caller.ts';
import type { UploadResult } from '../../miniapp/src/platform/upload.ts';

type Held = { number: number; content: DraftContent; savedAt: string; sealed: boolean };
type Loose = { params?: { questionId?: string; clipId?: string }; input?: Record<string, unknown> };
type Closed = {
  attempt: number;
  questionId: string;
  kind: string;
  mime: string;
  seconds: number;
  parts: number;
  bytes: number;
  body: string;
  looks: number;
};

/**
 * What the network does to one call: `before` it never arrives, `after` it is done and the answer is lost, `twice` it
 * arrives a second time later, `late` it arrives after others that were sent later, `limited` it was too much in a minute.
 */
export type Fault = 'none' | 'before' | 'after' | 'twice' | 'late' | 'limited';

const lateMs = 2500;

export const questionIds = ['q1', 'q2', 'q3'];
export const interviewId = 'itv_test1';

/**
 * The server as the client sees it, on the product's own decider: drafts by number, operations by id, seals at the end.
 * Each device gets a `call` of its own; `fault` decides what happens to each request.
 */
export function createFakeServer(fault: (operation: string) => Fault = () => 'none') {
  const now = () => new Date(Date.now());
  const at = () => now().toISOString();
  const terms: Terms = {
    questionIds,
    requiredIds: ['q1', 'q2'],
    answersNeeded: 2,
    attempts: 2,
    resumeWindowHours: 24,
    graceMinutes: 15,
    undoMinutes: 10,
    reportMinutes: 5,
    deadlineAt: new Date(Date.now() + 72 * 3_600_000).toISOString(),
  };
  const events: InterviewEvent[] = [];
  let state: InterviewState | undefined;
  const attempts = new Map<number, Map<string, Held>>();
  const beside: { questionId: string; content: DraftContent; savedAt: string }[] = [];
  const operations = new Map<string, { body: string; answer: unknown }>();
  const log: { operation: string; input: unknown }[] = [];
  /** What lies in the store, by key; and the clips that were handed in. */
  const stored = new Map<string, number[]>();
  const closed = new Map<string, Closed>();
  const asked = new Map<string, { ask: string | null; after: number }>();
  /** Operations about media that are not allowed. */
  const refuse = new Set<string>();
  let lagging = 0;

  function run(command: InterviewCommand) {
    const decided = decide(state, command, now());
    if (!decided.ok) throw refusal(decided.error);
    for (const event of decided.value) {
      events.push(event);
      state = evolve(state, event);
    }
  }
  const by = 'cand_test1';
  run({
    by,
    type: 'invite',
    interviewId,
    applicationId: 'app_a',
    candidateId: by,
    requisitionId: 'req_a',
    positionId: 'pos_a',
    terms,
  });

  const current = () => {
    if (!state) throw new Error('no interview');
    return state;
  };
  const drafts = () => attempts.get(current().attempt) ?? new Map<string, Held>();
  const receipt = () => {
    const { status, version, attempt, epoch } = current();
    return { interviewId, status, version, attempt, epoch };
  };
  const create = () =>
    attempts.set(
      current().attempt,
      new Map(
        questionIds.map((id) => [
          id,
          { number: draftNumber(current().epoch, 0), content: emptyDraft, savedAt: at(), sealed: false },
        ]),
      ),
    );

  function once(input: Record<string, unknown>, work: () => unknown): unknown {
    const id = String(input.operationId);
    const body = JSON.stringify(input);
    const known = operations.get(id);
    if (known && known.body !== body) throw refusal('operation_conflict');
    if (known) return known.answer;
    const answer = work();
    operations.set(id, { body, answer });
    return answer;
  }

  function save(questionId: string, input: { attempt: number; number: number; content: DraftContent }) {
    const draft = attempts.get(input.attempt)?.get(questionId);
    if (!draft) throw refusal('not_found');
    if (draft.sealed) throw refusal('interview_ended');
    if (epochOf(input.number) < epochOf(draft.number)) {
      beside.push({ questionId, content: input.content, savedAt: at() });
      throw refusal('superseded');
    }
    if (input.number > draft.number)
      Object.assign(draft, { number: input.number, content: input.content, savedAt: at() });
    return { number: draft.number, savedAt: draft.savedAt };
  }

  function end(input: { attempt: number; numbers: Record<string, number> }) {
    if (current().status !== 'in_progress') throw refusal('interview_ended');
    const held = drafts();
    const moved = questionIds.filter(
      (id) => input.attempt !== current().attempt || held.get(id)?.number !== input.numbers[id],
    );
    if (moved.length > 0) throw refusal('draft_mismatch');
    run({
      by,
      type: 'end',
      contents: Object.fromEntries([...held].map(([id, one]) => [id, one.content])),
      activeAt: at(),
    });
    for (const one of held.values()) one.sealed = true;
    lagging = 2;
    return { ...receipt(), answeredIds: current().answeredIds, sync: sync() };
  }

  const sync = () => ({
    version: current().version,
    lagging: lagging-- > 0 ? ['dossier'] : [],
    report: current().report.status,
  });

  function resume(choice: unknown) {
    run(choice === 'continue' ? { by, type: 'resume', activeAt: current().invitedAt } : { by, type: 'restart' });
    if (choice === 'restart') {
      for (const held of attempts.get(current().attempt - 1)?.values() ?? []) held.sealed = true;
      create();
    } else for (const held of drafts().values()) held.number = draftNumber(current().epoch, 0);
    return receipt();
  }

  const activeAt = () =>
    current().activeAt === null
      ? null
      : [...drafts().values()].reduce((last, { savedAt }) => later(savedAt, last), current().activeAt ?? '');

  /** The sweep, at this moment. */
  function lapse() {
    run({ by: 'system', type: 'lapse', activeAt: activeAt() });
    if (current().status !== 'in_progress') for (const one of drafts().values()) one.sealed = true;
  }

  function view() {
    const { attempt, epoch, version, status, answeredIds } = current();
    return {
      interviewId,
      attempt,
      epoch,
      version,
      status,
      answeredIds,
      company: 'C',
      position: 'P',
      department: 'D',
      report: current().report.status,
      stage: 'interviewing',
      closesAt: closesAt(current(), activeAt()),
      serverTime: at(),
      introduction: '',
      estimatedMinutes: 9,
      answersNeeded: 2,
      attemptsLeft: terms.attempts - Math.max(1, attempt),
      deadlineAt: terms.deadlineAt,
      canRestart: attempt < terms.attempts,
      pausedSince: null,
      extraTime: 1,
      recognition: true,
      behaviour: false,
      introductionFor: null,
      clips: [...closed].map(([clipId, clip]) => clipView(clipId, clip)),
      tickets: [],
      prechecked: null,
      questionnaire: null,
      questions: questionIds.map((id) => ({
        id,
        kind: id === 'q2' ? 'scenario' : 'structured',
        prompt: id,
        required: id !== 'q3',
        minutes: 3,
        ways: ['text', 'voice', 'file'],
        prepareSeconds: 0,
        answerSeconds: id === 'q3' ? 120 : null,
        retakes: 2,
        asked: [...asked].flatMap(([key, one]) => (key.startsWith(`${id}/`) && one.ask !== null ? [one] : [])),
      })),
      drafts: [...drafts()].map(([questionId, { number, content, savedAt }]) => ({
        questionId,
        number,
        content,
        savedAt,
      })),
      beside: [...beside],
      hiring: { meeting: null, offer: null, joinedAt: null, closure: null },
      milestones: {
        invitedAt: current().invitedAt,
        startedAt: current().startedAt,
        endedAt: current().endedAt,
        reportAt: null,
        decidedAt: null,
      },
      contact: { name: '', phone: '', hours: '', responseMinutes: null },
    };
  }

  const clipView = (clipId: string, { questionId, kind, mime, seconds, looks }: Closed) => ({
    clipId,
    questionId,
    kind,
    mime,
    seconds,
    name: null,
    state: looks > 1 ? 'ready' : 'transcribing',
    transcript: looks > 1 ? { text: `听到的 ${clipId}`, sure: true } : null,
  });

  /** A recording is handed in once, whole; the same again is answered as before. */
  function close(clipId: string, input: Omit<Closed, 'body' | 'looks'>) {
    const body = JSON.stringify(input);
    const known = closed.get(clipId);
    if (known && known.body !== body) throw refusal('clip_conflict');
    const parts = Array.from({ length: input.parts }, (_, part) => stored.get(`${clipId}/${part}`));
    if (parts.some((part) => part === undefined)) throw new Error(`${clipId} was handed in with a part missing`);
    const bytes = parts.reduce((sum, part) => sum + (part?.length ?? 0), 0);
    if (bytes !== input.bytes) throw new Error(`${clipId}: ${input.bytes} bytes told, ${bytes} there`);
    if (!known) closed.set(clipId, { ...input, body, looks: 0 });
    return clipView(clipId, closed.get(clipId) as Closed);
  }

  function lookAt(clipId: string) {
    const clip = closed.get(clipId);
    if (!clip) throw refusal('not_found');
    clip.looks++;
    return { ...clipView(clipId, clip), url: null };
  }

  function forms({ clipId, from, count }: { clipId: string; from: number; count: number }) {
    const parts = Array.from({ length: count }, (_, i) => from + i);
    const form = (part: number) => ({
      part,
      url: 'https://store.test/',
      fields: { key: `${clipId}/${part}` },
      maxBytes: 1e6,
    });
    return { forms: parts.map(form), expiresAt: at() };
  }

  /** What the interviewer wants to know of a scenario, once. */
  function followUp(questionId: string, bubbles: number) {
    const key = `${questionId}/${bubbles}`;
    const before = [...asked.keys()].some((one) => one.startsWith(`${questionId}/`));
    const known = asked.get(key);
    if (known) return known;
    const answer = { ask: questionId === 'q2' && !before ? '能说得具体些吗?' : null, after: bubbles };
    if (answer.ask !== null) asked.set(key, answer);
    return answer;
  }

  function answer(operation: string, { params, input = {} }: Loose): unknown {
    if (refuse.has(operation)) throw refusal('media_not_allowed');
    switch (operation) {
      case 'interview.get':
        return view();
      case 'interview.sync':
        return sync();
      case 'interview.start':
        return once(input, () => {
          run({ by, type: 'start', consents: [{ purpose: 'ai_evaluation', version: '1', granted: true }] });
          create();
          return receipt();
        });
      case 'interview.resume':
        return once(input, () => resume(input.choice));
      case 'interview.saveDraft':
        return save(params?.questionId ?? '', input as Parameters<typeof save>[1]);
      case 'interview.end':
        return once(input, () => end(input as Parameters<typeof end>[0]));
      case 'interview.followUp':
        return followUp(params?.questionId ?? '', Number(input.bubbles));
      case 'clip.forms':
        return forms(input as Parameters<typeof forms>[0]);
      case 'clip.close':
        return close(params?.clipId ?? '', input as Parameters<typeof close>[1]);
      case 'clip.get':
        return lookAt(params?.clipId ?? '');
      default:
        throw refusal('unknown_operation');
    }
  }

  /** A copy of a request that was answered already; nobody hears this answer. */
  function again(operation: string, sent: Loose) {
    try {
      answer(operation, sent);
    } catch (thrown) {
      if (thrown instanceof Error) throw thrown;
    }
  }

  const call = (async (operation: string, request: Loose = {}) => {
    // Through JSON and a turn of the loop, as over a wire.
    const sent = JSON.parse(JSON.stringify(request)) as Loose;
    await new Promise((done) => setTimeout(done, 20));
    const kind = fault(operation);
    if (kind === 'limited') return { ok: false, error: { ...refusal('rate_limited'), details: { seconds: 3 } } };
    if (kind === 'before') return { ok: false, error: { kind: 'offline' } };
    if (kind === 'late') await new Promise((done) => setTimeout(done, lateMs));
    if (kind === 'twice') setTimeout(() => again(operation, sent), lateMs);
    log.push({ operation, input: sent.input });
    try {
      const value: unknown = JSON.parse(JSON.stringify(answer(operation, sent)));
      await new Promise((done) => setTimeout(done, 20));
      return kind === 'after' ? { ok: false, error: { kind: 'unknown' } } : { ok: true, value };
    } catch (thrown) {
      if (kind === 'after') return { ok: false, error: { kind: 'unknown' } };
      return { ok: false, error: thrown as CallError };
    }
  }) as unknown as Call;

  /** The store's side of a presigned POST. */
  async function receive(key: string, bytes: ArrayBuffer): Promise<UploadResult> {
    await new Promise((done) => setTimeout(done, 20));
    const kind = fault('upload');
    if (kind === 'before') return { ok: false, kind: 'offline' };
    if (kind === 'late') await new Promise((done) => setTimeout(done, lateMs));
    if (kind === 'twice') setTimeout(() => stored.set(key, [...new Uint8Array(bytes)]), lateMs);
    stored.set(key, [...new Uint8Array(bytes)]);
    await new Promise((done) => setTimeout(done, 20));
    return kind === 'after' ? { ok: false, kind: 'offline' } : { ok: true };
  }

  return {
    call,
    receive,
    refuse,
    closed,
    /** The bytes of a clip that was handed in. */
    heard: (clipId: string) =>
      Array.from({ length: closed.get(clipId)?.parts ?? 0 }, (_, part) => stored.get(`${clipId}/${part}`) ?? []).flat(),
    log,
    events,
    beside,
    lapse,
    state: current,
    draft: (questionId: string) => drafts().get(questionId),
    every: (questionId: string) => [...attempts.values()].flatMap((held) => held.get(questionId) ?? []),
  };
}

function refusal(code: ErrorCode): CallError {
  return { kind: 'refused', code, message: '', status: errorStatus[code] };
}
