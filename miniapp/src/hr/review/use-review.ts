import { useEffect, useRef, useState } from 'react';
import type { Outcome } from '#shared/interview/state.ts';
import { ok } from '#shared/result.ts';
import { call, serverTime } from '../../api/call.ts';
import { useCommand } from '../use-command.ts';
import { usePolled } from '../use-polled.ts';
import { isOver } from './answered.ts';
import type { Dossier, Review } from './dossier.ts';
import { standingVersion } from './versions.ts';

type Loaded = { dossier: Dossier; review: Review | undefined };

const everyMs = 3000;
/** The addresses of recordings are good for fifteen minutes. */
const playableMs = 12 * 60_000;

/** Answers stand still once the interview is over, and a report under its number; each change leaves an event. */
const reviewKey = ({ interviewId, attempt, report, timeline }: Dossier, version: number | undefined) =>
  `${interviewId} ${attempt} ${report} ${version ?? ''} ${timeline.filter(({ type }) => changes.includes(type)).length}`;
const changes = ['ended', 'lapsed', 'report_ready', 'judged', 'questionnaire_answered'];

/** Something in it comes by itself: a judgement under way, a recording being put together. */
const isMoving = (dossier: Dossier, review: Review) =>
  dossier.report === 'generating' ||
  (dossier.report === 'ready' && review.report === null) ||
  review.answers.some((answer) => answer.clips.some((clip) => clip.state === 'transcribing'));

/** One candidate's dossier and report, kept fresh, and what HR can do with them. `onChange` after each of those. */
export function useReview(applicationId: string, onChange: () => void = () => {}) {
  const kept = useRef<{ key: string; at: number; review: Review }>(undefined);
  const [version, setVersion] = useState<number>();

  const { value, error, reload } = usePolled<Loaded>(
    async () => {
      const dossier = await call('application.dossier', { params: { applicationId } });
      if (!dossier.ok) return dossier;
      if (!isOver(dossier.value)) return ok({ dossier: dossier.value, review: undefined });
      const key = reviewKey(dossier.value, version);
      const fresh = kept.current?.key === key ? kept.current.review : undefined;
      if (fresh && !isMoving(dossier.value, fresh)) return ok({ dossier: dossier.value, review: fresh });
      const { interviewId } = dossier.value;
      const read = (wanted: number | undefined) =>
        call('report.review', { params: { interviewId }, query: wanted === undefined ? {} : { version: wanted } });
      const now = await read(version);
      const standing = now.ok && now.value.report === null ? standingVersion(dossier.value, now.value) : undefined;
      const review = standing === undefined ? now : await read(standing);
      if (!review.ok) return review;
      kept.current = { key, at: serverTime.now(), review: review.value };
      return ok({ dossier: dossier.value, review: review.value });
    },
    { key: applicationId, everyMs },
  );
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version is another question to the server
  useEffect(() => {
    if (first.current) first.current = false;
    else void reload();
  }, [version]);

  const interviewId = value?.dossier.interviewId ?? '';
  const decision = useCommand((intention, operationId) =>
    call('interview.decide', { params: { interviewId }, input: { operationId, outcome: intention as Outcome } }),
  );
  const undo = useCommand((_, operationId) =>
    call('interview.undoDecision', { params: { interviewId }, input: { operationId } }),
  );
  const resync = useCommand(() => call('interview.resync', { params: { interviewId } }));
  const reevaluation = useCommand((_, operationId) =>
    call('report.reevaluate', { params: { interviewId }, input: { operationId } }),
  );

  /** After something was done: everything anew, the report included. */
  async function refresh() {
    kept.current = undefined;
    await reload();
    onChange();
  }
  async function fresh<T>(answer: Promise<T>): Promise<T> {
    const settled = await answer;
    await refresh();
    return settled;
  }

  return {
    ...value,
    error,
    reload,
    refresh,
    version,
    setVersion,
    /** The address that plays a recording now; asked for again when the one at hand has grown old. */
    async addressOf(questionId: string, clipId: string): Promise<string | null> {
      if (kept.current === undefined || serverTime.now() - kept.current.at > playableMs) {
        kept.current = undefined;
        await reload();
      }
      const answers: Review['answers'] = (kept.current as { review: Review } | undefined)?.review.answers ?? [];
      const answer = answers.find((one) => one.questionId === questionId);
      return answer?.clips.find((clip) => clip.clipId === clipId)?.url ?? null;
    },
    decision: { ...decision, run: (outcome: Outcome) => fresh(decision.run(outcome)) },
    undo: { ...undo, run: () => fresh(undo.run('undo')) },
    resync: { ...resync, run: () => fresh(resync.run('resync')) },
    reevaluation: {
      ...reevaluation,
      run: () => {
        setVersion(undefined);
        return fresh(reevaluation.run('reevaluate'));
      },
    },
  };
}

export type ReviewModel = ReturnType<typeof useReview>;
